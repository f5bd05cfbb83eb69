/** The command line: reads arguments, calls the façade, prints. */
@NullMarked
package org.groundplan.cli;

import org.jspecify.annotations.NullMarked;

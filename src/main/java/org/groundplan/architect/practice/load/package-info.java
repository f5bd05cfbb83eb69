/** Practices: load. */
@NullMarked
package org.groundplan.architect.practice.load;

import org.jspecify.annotations.NullMarked;

/** Practices: report. */
@NullMarked
package org.groundplan.architect.practice.report;

import org.jspecify.annotations.NullMarked;

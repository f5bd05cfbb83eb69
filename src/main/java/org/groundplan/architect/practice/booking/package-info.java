/** Practices: booking. */
@NullMarked
package org.groundplan.architect.practice.booking;

import org.jspecify.annotations.NullMarked;

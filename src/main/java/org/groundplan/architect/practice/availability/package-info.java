/** Practices: availability. */
@NullMarked
package org.groundplan.architect.practice.availability;

import org.jspecify.annotations.NullMarked;

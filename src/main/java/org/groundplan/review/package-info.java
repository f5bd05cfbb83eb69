/** Finds what is wrong by looking at the design alone. */
@NullMarked
package org.groundplan.review;

import org.jspecify.annotations.NullMarked;

/** Practices: cost. */
@NullMarked
package org.groundplan.architect.practice.cost;

import org.jspecify.annotations.NullMarked;

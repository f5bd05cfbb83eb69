/** Practices: money. */
@NullMarked
package org.groundplan.architect.practice.money;

import org.jspecify.annotations.NullMarked;

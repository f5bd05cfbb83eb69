/** Practices: flow. */
@NullMarked
package org.groundplan.architect.practice.flow;

import org.jspecify.annotations.NullMarked;

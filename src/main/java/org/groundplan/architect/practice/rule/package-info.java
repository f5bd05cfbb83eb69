/** Practices: rule. */
@NullMarked
package org.groundplan.architect.practice.rule;

import org.jspecify.annotations.NullMarked;

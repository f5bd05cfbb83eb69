/** Conditions and formulas that people write: they compute, and can do nothing else. */
@NullMarked
package org.groundplan.expression;

import org.jspecify.annotations.NullMarked;

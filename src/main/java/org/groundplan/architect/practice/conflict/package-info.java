/** Practices: conflict. */
@NullMarked
package org.groundplan.architect.practice.conflict;

import org.jspecify.annotations.NullMarked;

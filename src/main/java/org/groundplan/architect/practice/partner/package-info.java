/** Practices: partner. */
@NullMarked
package org.groundplan.architect.practice.partner;

import org.jspecify.annotations.NullMarked;

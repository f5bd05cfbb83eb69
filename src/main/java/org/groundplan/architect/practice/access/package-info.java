/** Practices: access. */
@NullMarked
package org.groundplan.architect.practice.access;

import org.jspecify.annotations.NullMarked;

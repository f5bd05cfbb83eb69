/** Practices: api. */
@NullMarked
package org.groundplan.architect.practice.api;

import org.jspecify.annotations.NullMarked;

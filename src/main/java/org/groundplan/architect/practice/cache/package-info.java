/** Practices: cache. */
@NullMarked
package org.groundplan.architect.practice.cache;

import org.jspecify.annotations.NullMarked;

/** Practices: data. */
@NullMarked
package org.groundplan.architect.practice.data;

import org.jspecify.annotations.NullMarked;

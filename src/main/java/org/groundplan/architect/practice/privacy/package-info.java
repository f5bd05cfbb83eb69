/** Practices: privacy. */
@NullMarked
package org.groundplan.architect.practice.privacy;

import org.jspecify.annotations.NullMarked;

/** Practices: notify. */
@NullMarked
package org.groundplan.architect.practice.notify;

import org.jspecify.annotations.NullMarked;

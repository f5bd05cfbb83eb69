/** Practices: tenant. */
@NullMarked
package org.groundplan.architect.practice.tenant;

import org.jspecify.annotations.NullMarked;

/** One publisher per format; each reads the same design. */
@NullMarked
package org.groundplan.publish;

import org.jspecify.annotations.NullMarked;

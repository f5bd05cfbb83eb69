/** Tries the rendered artefacts on real parts. Knows the model and the bytes, not the architect. */
@NullMarked
package org.groundplan.trial;

import org.jspecify.annotations.NullMarked;

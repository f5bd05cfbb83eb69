/** Works out what a brief does not say: one step after another, each with its reasons. */
@NullMarked
package org.groundplan.architect;

import org.jspecify.annotations.NullMarked;

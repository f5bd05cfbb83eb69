/** Prose to facts: each with its sentence, its place and how sure the reading is. */
@NullMarked
package org.groundplan.brief.prose;

import org.jspecify.annotations.NullMarked;

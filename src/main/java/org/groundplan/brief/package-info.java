/** Reads briefs: every fact with its origin, every problem with file, line and column. */
@NullMarked
package org.groundplan.brief;

import org.jspecify.annotations.NullMarked;

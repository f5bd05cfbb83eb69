/** Practices: search. */
@NullMarked
package org.groundplan.architect.practice.search;

import org.jspecify.annotations.NullMarked;

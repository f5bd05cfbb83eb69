/** Practices of the people who wrote the brief. */
@NullMarked
package org.groundplan.architect.practice.own;

import org.jspecify.annotations.NullMarked;

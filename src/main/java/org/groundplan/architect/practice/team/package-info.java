/** Practices: team. */
@NullMarked
package org.groundplan.architect.practice.team;

import org.jspecify.annotations.NullMarked;

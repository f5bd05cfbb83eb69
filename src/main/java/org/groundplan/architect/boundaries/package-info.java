@NullMarked
package org.groundplan.architect.boundaries;

import org.jspecify.annotations.NullMarked;

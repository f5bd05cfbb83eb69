@NullMarked
package org.groundplan.architect.capacity;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.groundplan.architect.stack;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.groundplan.architect.delivery;

import org.jspecify.annotations.NullMarked;

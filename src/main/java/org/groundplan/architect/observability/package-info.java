@NullMarked
package org.groundplan.architect.observability;

import org.jspecify.annotations.NullMarked;

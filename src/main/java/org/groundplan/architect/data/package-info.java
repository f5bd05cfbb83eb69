@NullMarked
package org.groundplan.architect.data;

import org.jspecify.annotations.NullMarked;

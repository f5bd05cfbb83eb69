@NullMarked
package org.groundplan;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.groundplan.architect.practice;

import org.jspecify.annotations.NullMarked;

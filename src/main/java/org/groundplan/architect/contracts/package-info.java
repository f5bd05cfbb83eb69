@NullMarked
package org.groundplan.architect.contracts;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.groundplan.architect.security;

import org.jspecify.annotations.NullMarked;

/** Practices: devices. */
@NullMarked
package org.groundplan.architect.practice.devices;

import org.jspecify.annotations.NullMarked;

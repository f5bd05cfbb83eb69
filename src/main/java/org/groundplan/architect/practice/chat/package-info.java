/** Practices: chat. */
@NullMarked
package org.groundplan.architect.practice.chat;

import org.jspecify.annotations.NullMarked;

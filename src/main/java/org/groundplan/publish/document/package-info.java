/** The document: seven sections, each read off the same design. */
@NullMarked
package org.groundplan.publish.document;

import org.jspecify.annotations.NullMarked;

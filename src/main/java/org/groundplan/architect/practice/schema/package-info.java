/** Practices: schema. */
@NullMarked
package org.groundplan.architect.practice.schema;

import org.jspecify.annotations.NullMarked;

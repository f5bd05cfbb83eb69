/**
 * The one graph that the whole house looks at: elements with ids and origins. No I/O, no framework.
 */
@NullMarked
package org.groundplan.model;

import org.jspecify.annotations.NullMarked;

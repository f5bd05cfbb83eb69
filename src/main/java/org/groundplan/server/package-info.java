/** Doors for programs: the tools that agents call, and the protocols that carry them. */
@org.jspecify.annotations.NullMarked
package org.groundplan.server;

@NullMarked
package org.groundplan.architect.workload;

import org.jspecify.annotations.NullMarked;

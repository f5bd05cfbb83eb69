@NullMarked
package org.groundplan.trial.plan;

import org.jspecify.annotations.NullMarked;

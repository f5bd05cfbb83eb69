@NullMarked
package org.groundplan.trial.postgres;

import org.jspecify.annotations.NullMarked;

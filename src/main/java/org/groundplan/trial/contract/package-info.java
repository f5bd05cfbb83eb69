@NullMarked
package org.groundplan.trial.contract;

import org.jspecify.annotations.NullMarked;

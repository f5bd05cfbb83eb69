@NullMarked
package org.groundplan.trial.attack;

import org.jspecify.annotations.NullMarked;

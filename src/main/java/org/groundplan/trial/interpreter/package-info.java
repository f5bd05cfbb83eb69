@NullMarked
package org.groundplan.trial.interpreter;

import org.jspecify.annotations.NullMarked;

/** Attacks on SQL that is not ours: schema, statements and a rule, and no brief. */
@org.jspecify.annotations.NullMarked
package org.groundplan.trial.foreign;

package org.groundplan.trial.attack;

import java.util.Map;
import org.groundplan.trial.interpreter.Script;
import org.jspecify.annotations.Nullable;

/** One side of an attack: which statements with which values. */
record Attacker(String who, Script script, Map<String, @Nullable Object> values) {}

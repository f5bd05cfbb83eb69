package org.groundplan.trial.interpreter;

import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Field;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/** The state in which a row lets a use case happen, where a rule is about the row itself. */
public final class Wanted {
    private Wanted() {}

    /**
     * @param provoked a rule that is to refuse, or null
     * @return null when any state will do
     */
    public static @Nullable Condition of(
            Design design, UseCase useCase, String entity, @Nullable Rule provoked) {
        for (Rule.OnlyWhen guard : design.all(Rule.OnlyWhen.class)) {
            boolean self =
                    guard.entity().equals(entity)
                            && guard.self()
                            && guard.useCase().equals(useCase.name());
            Condition when = guard.when();
            if (!self || when == null) {
                continue;
            }
            boolean as = guard.negated() == guard.equals(provoked);
            return as ? when : other(design, entity, when);
        }
        return null;
    }

    /** A state that does not meet a condition; null when a fresh row will do. */
    private static @Nullable Condition other(Design design, String entity, Condition when) {
        if (when.values().equals(java.util.List.of("true"))) {
            return null; // a fresh row has false
        }
        return design
                .entity(entity)
                .states()
                .filter(f -> when.field().isEmpty() || f.name().equals(when.field()))
                .map(Field::values)
                .orElse(java.util.List.of())
                .stream()
                .filter(v -> !when.values().contains(v))
                .findFirst()
                .map(v -> new Condition(when.field(), v))
                .orElse(null);
    }
}

package org.groundplan.architect.contracts;

import org.groundplan.model.AccessRule;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * Whether a constraint can refuse what a use case does: an answer that cannot come is not promised.
 */
final class Occurrence {
    private final Design design;
    private final UseCase useCase;

    Occurrence(Design design, UseCase useCase) {
        this.design = design;
        this.useCase = useCase;
    }

    boolean of(Refusal refusal) {
        Rule rule = design.find(Rule.class, refusal.rule()).orElse(null);
        return switch (rule) {
            case null -> false;
            case Rule.Unique r ->
                    makes(r.entity()) || r.fields().stream().anyMatch(f -> changes(r.entity(), f));
            case Rule.AtMost r ->
                    makes(r.entity()) && starts(r.entity(), r.when())
                            || enters(r.entity(), r.when());
            case Rule.AtLeast r ->
                    does(e -> e instanceof Effect.Delete && e.entity().equals(r.entity()))
                            || leaves(r.entity(), r.when());
            case Rule.NeverBelow r -> bounded(r.entity(), r.field());
            case Rule.NeverAbove r ->
                    bounded(r.entity(), r.field())
                            || r.other() != null && bounded(r.entity(), r.other());
            case Rule.NoOverlap r ->
                    makes(r.entity()) && (starts(r.entity(), r.when()) || refusal.status() == 422)
                            || changes(r.entity(), r.from())
                            || changes(r.entity(), r.to())
                            || enters(r.entity(), r.when());
            case SumRule r when r.comparison() == SumRule.Comparison.AT_MOST ->
                    makes(r.entity()) || r.boundField() != null && changes(r.per(), r.boundField());
            case SumRule r -> !r.keeps() && makes(r.entity()) && !posts(r.entity());
            case Rule.AppendOnly _,
                    Rule.Transitions _,
                    Rule.OnlyWhen _,
                    AccessRule _,
                    TimeRule.Deadline _,
                    TimeRule.Lapse _,
                    Rule.NotUnderstood _ ->
                    false;
        };
    }

    private boolean does(java.util.function.Predicate<Effect> what) {
        return useCase.effects().stream().anyMatch(what);
    }

    private boolean makes(String entity) {
        return does(e ->
                (e instanceof Effect.Insert || e instanceof Effect.Append)
                        && e.entity().equals(entity));
    }

    private boolean posts(String entity) {
        return does(e -> e instanceof Effect.Append a && a.posts() && a.entity().equals(entity));
    }

    private boolean changes(String entity, String field) {
        return does(e ->
                e.entity().equals(entity)
                        && (e instanceof Effect.Update u && u.fields().contains(field)
                                || e instanceof Effect.Adjust a && a.field().equals(field)));
    }

    /** The field is written by the caller, or kept from rows the use case writes. */
    private boolean bounded(String entity, String field) {
        boolean kept =
                design.all(SumRule.class).stream()
                        .anyMatch(s ->
                                s.keeps()
                                        && s.per().equals(entity)
                                        && field.equals(s.boundField())
                                        && makes(s.entity()));
        boolean isKept =
                design.all(SumRule.class).stream()
                        .anyMatch(s ->
                                s.keeps()
                                        && s.per().equals(entity)
                                        && field.equals(s.boundField()));
        return kept || !isKept && (makes(entity) || changes(entity, field));
    }

    private boolean enters(String entity, @Nullable Condition when) {
        return when != null
                && does(e ->
                        e instanceof Effect.Transition t
                                && t.entity().equals(entity)
                                && when.values().contains(t.to())
                                && !when.values().containsAll(t.from()));
    }

    private boolean leaves(String entity, @Nullable Condition when) {
        return when != null
                && (does(e ->
                        e instanceof Effect.Transition t
                                && t.entity().equals(entity)
                                && !when.values().contains(t.to()))
                        || changes(entity, when.field()));
    }

    /** Whether a new row meets a condition at once. */
    private boolean starts(String entityName, @Nullable Condition when) {
        if (when == null) {
            return true;
        }
        Entity entity = design.entity(entityName);
        Field states = entity.states().orElse(null);
        if (states == null || !when.field().isEmpty() && !when.field().equals(states.name())) {
            return true;
        }
        return design.all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(entityName))
                .findFirst()
                .map(r -> when.values().contains(r.initial(states.values())))
                .orElse(true);
    }
}

package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;

/**
 * What follows a change, or goes to another system because of it, is left as a row in the same
 * transaction and delivered by a job: a call inside a transaction could happen and its reason be
 * rolled back, or the other way round.
 */
public final class OutboxStep {
    /** How often delivering it has failed. */
    static final String ATTEMPTS = "attempts";

    /** When it is tried next. */
    static final String NOT_BEFORE = "not before";

    private final Design design;
    private final List<Element> added = new ArrayList<>();
    private boolean needed;

    private OutboxStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        OutboxStep step = new OutboxStep(design);
        for (UseCase useCase : design.all(UseCase.class)) {
            boolean writes = useCase.effects().stream().anyMatch(Effect::writes);
            if (writes && useCase.kind() != UseCase.Kind.NOTIFY) {
                step.calls(useCase);
            }
        }
        if (step.needed) {
            step.entity();
        }
        return design.with(step.added);
    }

    /** The use cases that are told of what this one did. */
    public static List<UseCase> emits(Design design, UseCase useCase) {
        return useCase.effects().stream()
                .filter(Effect.Emit.class::isInstance)
                .flatMap(e -> design.find(UseCase.class, UseCase.id(e.entity())).stream())
                .toList();
    }

    /** Whether a use case lives on messages that others left. */
    static boolean consumes(Design design, UseCase useCase) {
        return useCase.schedule() != null
                && design.all(UseCase.class).stream()
                        .flatMap(u -> u.effects().stream())
                        .anyMatch(e ->
                                e instanceof Effect.Emit m && m.entity().equals(useCase.slug()));
    }

    private void calls(UseCase useCase) {
        List<Effect> effects = new ArrayList<>();
        boolean changed = false;
        for (Effect effect : useCase.effects()) {
            Optional<Integration> to =
                    effect instanceof Effect.Call c
                            ? design.find(Integration.class, Integration.id(c.entity()))
                            : Optional.empty();
            if (to.isPresent() && useCase.schedule() == null) {
                String name = "tell " + to.get().name() + " of " + useCase.name();
                effects.add(new Effect.Emit(Names.slug(name)));
                relay(useCase, name, effect);
                changed = true;
            } else {
                effects.add(effect);
            }
        }
        for (String next : useCase.then()) {
            effects.add(new Effect.Emit(Names.slug(next)));
            changed = true;
        }
        if (changed) {
            needed = true;
            added.add(useCase.with(useCase.kindOrThrow(), effects));
        }
    }

    private void relay(UseCase useCase, String name, Effect call) {
        added.add(
                new UseCase(
                        UseCase.id(name),
                        name,
                        UseCase.Kind.INTEGRATE,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        UseCase.after(useCase.name()),
                        List.of(),
                        useCase.delivery(),
                        List.of(call),
                        Origin.derived(
                                "outbox",
                                "“"
                                        + useCase.name()
                                        + "” changes data and calls "
                                        + call.entity()
                                        + ": one of the two could fail alone.",
                                List.of(useCase.id()))));
    }

    /** Whether whatever leaves a message changes something of a tenant. */
    private boolean always(Tenancy tenancy) {
        return added.stream()
                .filter(UseCase.class::isInstance)
                .map(UseCase.class::cast)
                .filter(u -> u.effects().stream().anyMatch(Effect.Emit.class::isInstance))
                .allMatch(u ->
                        u.effects().stream()
                                .filter(Effect::writes)
                                .findFirst()
                                .filter(e -> tenancy.covers(e.entity()))
                                .isPresent());
    }

    private void entity() {
        Origin origin =
                Origin.derived(
                        "outbox",
                        "What follows a change is written down with it and delivered afterwards.",
                        List.of());
        added.add(
                new Entity(
                        Entity.id(Effect.Emit.MESSAGE),
                        Effect.Emit.MESSAGE,
                        List.of(
                                new Field(
                                        "topic",
                                        FieldType.TEXT,
                                        List.of(),
                                        false,
                                        DataClass.INTERNAL,
                                        origin),
                                new Field(
                                        "subject",
                                        FieldType.UUID,
                                        List.of(),
                                        false,
                                        DataClass.INTERNAL,
                                        origin),
                                new Field(
                                        ATTEMPTS,
                                        FieldType.INTEGER,
                                        List.of(),
                                        false,
                                        DataClass.INTERNAL,
                                        origin),
                                new Field(
                                        NOT_BEFORE,
                                        FieldType.INSTANT,
                                        List.of(),
                                        false,
                                        DataClass.INTERNAL,
                                        origin)),
                        Tenancy.of(design)
                                .filter(this::always)
                                .map(t -> List.of(t.tenant()))
                                .orElse(List.of()),
                        null,
                        List.of(),
                        DataClass.INTERNAL,
                        origin));
    }
}

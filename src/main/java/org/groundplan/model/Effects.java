package org.groundplan.model;

import java.util.Optional;

/** Which of its effects a use case is about. */
public final class Effects {
    private Effects() {}

    /**
     * The effect whose row the use case is about: a change, where what is made beside it refers to
     * the changed row; else what is made; else the first change. Double entry comes along with
     * something else.
     */
    public static Optional<Effect> main(Design design, UseCase useCase) {
        Optional<Effect> change =
                useCase.effects().stream()
                        .filter(e -> e.writes() && !makes(e) && !along(e))
                        .findFirst();
        Optional<Effect> made =
                useCase.effects().stream()
                        .filter(e -> makes(e) && !(e instanceof Effect.Append a && a.posts()))
                        .findFirst();
        boolean about =
                change.isPresent()
                        && made.isPresent()
                        && design.entity(made.get().entity())
                                .parents()
                                .contains(change.get().entity());
        if (about) {
            return change;
        }
        return made.or(() -> change)
                .or(() -> useCase.effects().stream().filter(Effects::makes).findFirst());
    }

    /**
     * Whether a use case is about the caller's own row: a member changes "my" address, or a rule
     * lets members at their own row only.
     */
    public static boolean self(Design design, UseCase useCase, String entity) {
        return entity.equals(useCase.actor())
                && useCase.by().isEmpty()
                && (useCase.mine()
                        || design.all(AccessRule.OwnOnly.class).stream()
                                .anyMatch(r ->
                                        r.actor().equals(entity) && r.entity().equals(entity)));
    }

    public static boolean makes(Effect effect) {
        return effect instanceof Effect.Insert || effect instanceof Effect.Append;
    }

    /** The oldest or all rows of the same parent move along with the main one. */
    private static boolean along(Effect effect) {
        return effect instanceof Effect.Transition t && !t.sameAs().isEmpty();
    }

    /**
     * Whether a guard is about a use case that only reads, so that it says which rows are shown.
     */
    public static boolean shows(Design design, Rule rule) {
        return rule instanceof Rule.OnlyWhen guard
                && design.all(UseCase.class).stream()
                        .filter(u -> u.name().equals(guard.useCase()))
                        .allMatch(u -> u.effects().stream().noneMatch(Effect::writes));
    }

    /** Whether a use case makes rows of an entity, so that they come and go. */
    public static boolean made(Design design, String entity) {
        return design.all(UseCase.class).stream()
                .flatMap(u -> u.effects().stream())
                .anyMatch(e -> makes(e) && e.entity().equals(entity));
    }
}

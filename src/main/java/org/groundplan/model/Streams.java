package org.groundplan.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * Rows that only come, stand for themselves and are bound by no rule: readings, positions, clicks.
 * What belongs to something larger, or is counted or guarded, is no stream, however often it comes.
 */
public final class Streams {
    private Streams() {}

    /** The entity whose rows are added most often; empty when none are. */
    public static Optional<String> largest(Design design) {
        return design.all(Entity.class).stream()
                .map(Entity::name)
                .filter(e -> standsAlone(design, e))
                .filter(e -> appended(design, e).signum() > 0)
                .max(
                        Comparator.comparing((String e) -> appended(design, e))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean standsAlone(Design design, String name) {
        Entity entity = design.entity(name);
        boolean bound =
                design.all(Rule.class).stream()
                        .anyMatch(r ->
                                r.subject().equals(name)
                                        && !(r instanceof Rule.AppendOnly a && !a.provable()));
        boolean changed =
                design.all(UseCase.class).stream()
                        .flatMap(u -> u.effects().stream())
                        .anyMatch(e ->
                                e.entity().equals(name)
                                        && (e instanceof Effect.Update
                                                || e instanceof Effect.Transition
                                                || e instanceof Effect.Adjust));
        boolean posted =
                design.all(UseCase.class).stream()
                        .flatMap(u -> u.effects().stream())
                        .anyMatch(e ->
                                e instanceof Effect.Append a
                                        && a.entity().equals(name)
                                        && a.posts());
        return !name.equals(Effect.Emit.MESSAGE)
                && entity.partOf() == null
                && !bound
                && !changed
                && !posted
                && design.all(Entity.class).stream().noneMatch(e -> e.parents().contains(name));
    }

    /** Rows of an entity a second at the peak. */
    public static BigDecimal appended(Design design, String entity) {
        return design.all(UseCase.class).stream()
                .filter(u ->
                        u.effects().stream()
                                .anyMatch(e ->
                                        (e instanceof Effect.Insert || e instanceof Effect.Append)
                                                && e.entity().equals(entity)))
                .flatMap(u -> design.findQuantity("quantity:" + u.slug() + ".rate-peak").stream())
                .map(Quantity::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

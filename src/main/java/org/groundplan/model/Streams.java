package org.groundplan.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows that only come, stand for themselves and are bound by no rule: readings, positions, clicks.
 * What belongs to something larger, or is counted or guarded, is no stream, however often it comes.
 */
public final class Streams {
    private Streams() {}

    /** The entity whose rows are added most often; empty when none are. */
    public static Optional<String> largest(Design design) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            design.findQuantity("quantity:" + useCase.slug() + ".rate-peak")
                    .map(Quantity::value)
                    .filter(v -> v.signum() > 0)
                    .ifPresent(
                            v -> added(useCase).forEach(e -> rates.merge(e, v, BigDecimal::add)));
        }
        return rates.entrySet().stream()
                .sorted(
                        Map.Entry.<String, BigDecimal>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey())
                                .reversed())
                .map(Map.Entry::getKey)
                .filter(e -> standsAlone(design, e))
                .findFirst();
    }

    private static Set<String> added(UseCase useCase) {
        Set<String> result = new TreeSet<>();
        for (Effect effect : useCase.effects()) {
            if (effect instanceof Effect.Insert || effect instanceof Effect.Append) {
                result.add(effect.entity());
            }
        }
        return result;
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
                .filter(u -> added(u).contains(entity))
                .flatMap(u -> design.findQuantity("quantity:" + u.slug() + ".rate-peak").stream())
                .map(Quantity::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

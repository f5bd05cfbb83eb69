package org.groundplan.architect.boundaries;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.UseCase;

/**
 * Something that speaks against two aggregates in one module although they are used together; the
 * criteria that Service Cutter (Gysel, Kölbener, Giersche and Zimmermann, 2016) lists beside use,
 * as far as a brief tells. The weights are assumed.
 *
 * @param factor by which likeness falls
 * @param says in words
 */
record Divergence(double factor, String says, BiPredicate<String, String> test) {
    /** Health, payment and secrets have keepers, logs and deadlines of their own. */
    static final double ZONE = 0.75;

    private static final double PROMISE = 0.8;
    private static final double OWNER = 0.9;
    private static final double PACE = 0.9;

    /** So many times as often changed is another traffic. */
    private static final double TIMES = 100;

    /** So many times as long away is another promise. */
    private static final double AWAY = 10;

    boolean between(String a, String b) {
        return test.test(a, b);
    }

    static Divergence zone(Design design, Uses uses) {
        Map<String, DataClass> zones = new HashMap<>();
        for (Entity entity : design.all(Entity.class)) {
            zones.merge(uses.rootOf(entity.name()), entity.data(), DataClass::strictest);
        }
        return new Divergence(
                ZONE,
                "one holds data that has keepers of its own",
                (a, b) -> strict(zones, a) != strict(zones, b));
    }

    private static boolean strict(Map<String, DataClass> zones, String root) {
        return zones.getOrDefault(root, DataClass.INTERNAL).compareTo(DataClass.PERSONAL) > 0;
    }

    /** Changed by people (or systems) of whom none changes the other. */
    static Divergence owner(Design design, Uses uses) {
        Map<String, Set<String>> hands = new HashMap<>();
        for (UseCase useCase : stated(design)) {
            String actor = useCase.actor();
            if (actor != null) {
                changed(useCase, uses)
                        .forEach(r -> hands.computeIfAbsent(r, _ -> new TreeSet<>()).add(actor));
            }
        }
        return new Divergence(
                OWNER,
                "nobody who changes one changes the other",
                (a, b) -> {
                    Set<String> both = new TreeSet<>(hands.getOrDefault(a, Set.of()));
                    both.retainAll(hands.getOrDefault(b, Set.of()));
                    return both.isEmpty() && hands.containsKey(a) && hands.containsKey(b);
                });
    }

    /** One may be away ten times as long as the other. */
    static Divergence promise(Design design, Uses uses) {
        Map<String, Double> down = new HashMap<>();
        for (UseCase useCase : stated(design)) {
            design.findQuantity("quantity:" + useCase.slug() + ".availability")
                    .map(q -> 1 - q.value().doubleValue())
                    .ifPresent(
                            d -> changed(useCase, uses).forEach(r -> down.merge(r, d, Math::min)));
        }
        return new Divergence(
                PROMISE,
                "one may be away ten times as long as the other",
                (a, b) -> far(down, a, b, AWAY));
    }

    /** One changes a hundred times as often as the other. */
    static Divergence pace(Design design, Uses uses) {
        Map<String, Double> pace = new HashMap<>();
        for (UseCase useCase : stated(design)) {
            design.findQuantity("quantity:" + useCase.slug() + ".rate")
                    .filter(q -> q.origin().kind() != Origin.Kind.ASSUMED)
                    .map(Quantity::value)
                    .ifPresent(v ->
                            changed(useCase, uses)
                                    .forEach(r -> pace.merge(r, v.doubleValue(), Double::sum)));
        }
        return new Divergence(
                PACE,
                "one changes a hundred times as often as the other",
                (a, b) -> far(pace, a, b, TIMES));
    }

    private static boolean far(Map<String, Double> values, String a, String b, double times) {
        double one = values.getOrDefault(a, 0.0);
        double other = values.getOrDefault(b, 0.0);
        return one > 0 && other > 0 && Math.max(one, other) >= times * Math.min(one, other);
    }

    private static java.util.List<UseCase> stated(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u -> u.origin().kind() != Origin.Kind.DERIVED)
                .toList();
    }

    private static Set<String> changed(UseCase useCase, Uses uses) {
        Set<String> roots = new TreeSet<>();
        useCase.writes().forEach(w -> roots.add(uses.rootOf(w)));
        useCase.effects().stream()
                .filter(Effect::writes)
                .forEach(e -> roots.add(uses.rootOf(e.entity())));
        return roots;
    }
}

package org.groundplan.architect.boundaries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.architect.boundaries.Likeness.Pair;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.UseCase;

/**
 * What a brief says about who touches what with what: aggregates, which are never cut, and how
 * strongly each use case touches them.
 */
final class Uses {
    /** A row is changed. */
    static final double CHANGES = 1;

    /** A row is read, or held while another changes. */
    static final double READS = 0.5;

    /** A row is only referred to by one that is new. */
    static final double REFERS = 0.25;

    private final Design design;
    private final Map<String, String> root = new TreeMap<>();
    private final List<Likeness.Use> uses = new ArrayList<>();
    private final Map<String, List<Likeness.Use>> byRoot = new HashMap<>();
    private final Map<Pair, Double> factors = new TreeMap<>();
    private final Map<Pair, String> against = new TreeMap<>();

    /** What goes with another because one use case is all it has, by its root. */
    private final Map<String, Dependent> dependents = new TreeMap<>();

    /** On whom it depends, and the only use case that touches it. */
    record Dependent(String on, String useCase) {}

    private Uses(Design design) {
        this.design = design;
    }

    static Uses of(Design design) {
        Uses result = new Uses(design);
        design.all(Entity.class).forEach(e -> result.root.put(e.name(), e.name()));
        result.aggregates();
        result.touches();
        for (Likeness.Use use : result.uses) {
            use.touched()
                    .keySet()
                    .forEach(
                            r -> result.byRoot.computeIfAbsent(r, _ -> new ArrayList<>()).add(use));
        }
        result.apart();
        result.dependents();
        return result;
    }

    List<Likeness.Use> uses() {
        return uses;
    }

    Map<Pair, Double> factors() {
        return factors;
    }

    /** Uses that touch an aggregate, in the order of the brief. */
    List<Likeness.Use> touching(String aggregate) {
        return byRoot.getOrDefault(aggregate, List.of());
    }

    Map<String, Dependent> dependentsByRoot() {
        return dependents;
    }

    /** The entity that stands for the aggregate of another. */
    String rootOf(String entity) {
        String at = entity;
        while (!at.equals(root.getOrDefault(at, at))) {
            at = root.getOrDefault(at, at);
        }
        return at;
    }

    /** Entities by the root of their aggregate. */
    Map<String, List<String>> aggregatesByRoot() {
        Map<String, List<String>> result = new TreeMap<>();
        root.keySet()
                .forEach(e -> result.computeIfAbsent(rootOf(e), _ -> new ArrayList<>()).add(e));
        return result;
    }

    private void under(String part, String whole) {
        String first = rootOf(part);
        String second = rootOf(whole);
        if (!first.equals(second) && root.containsKey(first) && root.containsKey(second)) {
            root.put(first, second);
        }
    }

    /** A part lives and dies with its whole; a sum and what it adds up change in one step. */
    private void aggregates() {
        for (Entity entity : design.all(Entity.class)) {
            if (entity.partOf() != null) {
                under(entity.name(), entity.partOf());
            }
        }
        for (SumRule rule : design.all(SumRule.class)) {
            if (rule.boundField() != null) {
                under(rule.entity(), rule.per());
            }
        }
    }

    private void touches() {
        BigDecimal median = median();
        for (UseCase useCase : design.all(UseCase.class)) {
            if (useCase.origin().kind() != Origin.Kind.DERIVED) {
                Map<String, Double> touched = touched(useCase);
                if (!touched.isEmpty()) {
                    uses.add(
                            new Likeness.Use(
                                    useCase.id(),
                                    touched,
                                    rate(useCase).map(r -> weight(r.value(), median)).orElse(1.0)));
                }
            }
        }
    }

    /** How strongly a use case touches each aggregate. */
    private Map<String, Double> touched(UseCase useCase) {
        Map<String, Double> touched = new HashMap<>();
        useCase.reads().forEach(e -> touch(touched, e, READS));
        useCase.writes().forEach(e -> touch(touched, e, CHANGES));
        for (Effect effect : useCase.effects()) {
            switch (effect) {
                case Effect.Insert i -> inserted(touched, i.entity(), useCase);
                case Effect.Append a -> {
                    inserted(touched, a.entity(), useCase);
                    if (a.posts()) {
                        touch(touched, a.between(), READS);
                    }
                }
                case Effect.Update u -> {
                    touch(touched, u.entity(), CHANGES);
                    u.fields().forEach(f -> touch(touched, f, REFERS));
                }
                case Effect.Transition _, Effect.Adjust _, Effect.Delete _ ->
                        touch(touched, effect.entity(), CHANGES);
                case Effect.Lock _, Effect.Read _ -> touch(touched, effect.entity(), READS);
                case Effect.Emit _, Effect.Call _ -> {}
            }
        }
        for (Rule.OnlyWhen guard : design.all(Rule.OnlyWhen.class)) {
            if (guard.useCase().equals(useCase.name())) {
                touch(touched, guard.entity(), READS);
            }
        }
        return touched;
    }

    private void inserted(Map<String, Double> touched, String name, UseCase useCase) {
        touch(touched, name, CHANGES);
        Entity entity = design.entity(name);
        for (String parent : entity.parents()) {
            boolean counted =
                    design.all(Rule.AtMost.class).stream()
                            .anyMatch(r ->
                                    r.limit() > 1
                                            && r.entity().equals(name)
                                            && r.per().contains(parent));
            // Who calls is known from the token: naming oneself is no use of one's data.
            boolean caller = parent.equals(useCase.actor());
            if (counted) {
                touch(touched, parent, READS);
            } else if (!caller && !entity.maybe().contains(parent)) {
                touch(touched, parent, REFERS);
            }
        }
    }

    private void touch(Map<String, Double> touched, String entity, double strength) {
        if (root.containsKey(entity) && !entity.equals(Effect.Emit.MESSAGE)) {
            touched.merge(rootOf(entity), strength, Math::max);
        }
    }

    /** What the brief says about how often, or what follows from it. */
    private java.util.Optional<Quantity> rate(UseCase useCase) {
        return design.findQuantity("quantity:" + useCase.slug() + ".rate")
                .filter(q -> q.origin().kind() != Origin.Kind.ASSUMED && q.value().signum() > 0);
    }

    private BigDecimal median() {
        List<BigDecimal> rates =
                design.all(UseCase.class).stream()
                        .filter(u -> u.origin().kind() != Origin.Kind.DERIVED)
                        .flatMap(u -> rate(u).stream())
                        .map(Quantity::value)
                        .sorted()
                        .toList();
        return rates.isEmpty() ? BigDecimal.ONE : rates.get(rates.size() / 2);
    }

    /** Ten times as often counts a quarter more, ten times as rarely a quarter less. */
    private static double weight(BigDecimal rate, BigDecimal median) {
        double decades = Math.log10(rate.doubleValue() / median.doubleValue());
        return Math.clamp(1 + 0.25 * decades, 0.5, 2);
    }

    /** What speaks against two aggregates in one module, by pair, in words. */
    Map<Pair, String> against() {
        return against;
    }

    private void apart() {
        List<Divergence> criteria =
                List.of(
                        Divergence.zone(design, this),
                        Divergence.owner(design, this),
                        Divergence.promise(design, this),
                        Divergence.pace(design, this));
        for (Pair pair : Likeness.together(uses)) {
            double factor = 1;
            List<String> said = new ArrayList<>();
            for (Divergence criterion : criteria) {
                if (criterion.between(pair.a(), pair.b())) {
                    factor *= criterion.factor();
                    said.add(criterion.says());
                }
            }
            if (factor < 1) {
                factors.put(pair, factor);
                against.put(pair, String.join("; ", said));
            }
        }
    }

    /**
     * A rating, a notice that somebody was told: written by one use case, about one other thing
     * (besides who calls).
     */
    private void dependents() {
        Set<String> parents = new HashSet<>();
        design.all(Entity.class).forEach(e -> parents.addAll(e.parents()));
        Map<String, List<String>> members = aggregatesByRoot();
        for (Entity entity : design.all(Entity.class)) {
            String name = entity.name();
            boolean single =
                    members.getOrDefault(name, List.of()).equals(List.of(name))
                            && !parents.contains(name);
            List<Likeness.Use> touching = touching(name);
            if (single && touching.size() == 1) {
                String useCase = touching.getFirst().name();
                List<String> on =
                        entity.parents().stream()
                                .filter(p -> !p.equals(design.useCase(useCase).actor()))
                                .map(this::rootOf)
                                .distinct()
                                .toList();
                Pair pair = Pair.of(name, on.isEmpty() ? name : on.getFirst());
                if (on.size() == 1 && factors.getOrDefault(pair, 1.0) > Divergence.ZONE) {
                    dependents.put(name, new Dependent(on.getFirst(), useCase));
                }
            }
        }
    }
}

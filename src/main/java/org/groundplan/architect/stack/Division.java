package org.groundplan.architect.stack;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;

/** By whose rows everything could be divided among several databases. */
record Division(Design design, List<UseCase> useCases) {

    /**
     * The tenant; else what most requests name or lead up to, weighted by how often they come, so
     * that one database answers them. Nothing where one transaction changes two rows alike: some of
     * those would always cross.
     */
    String key() {
        Optional<String> tenant = Tenancy.of(design).map(t -> Names.words(t.tenant()));
        boolean crosses =
                useCases.stream()
                        .flatMap(u -> u.effects().stream())
                        .anyMatch(e -> e instanceof Effect.Append a && a.posts());
        if (tenant.isPresent() || crosses) {
            return tenant.orElse("");
        }
        Map<String, Double> weight = new TreeMap<>();
        Map<String, Integer> below = new TreeMap<>();
        for (Entity entity : design.all(Entity.class)) {
            above(entity.name()).forEach(a -> below.merge(a, 1, Integer::sum));
        }
        for (UseCase useCase : useCases) {
            double rate =
                    design.findQuantity("quantity:" + useCase.slug() + ".rate-peak")
                            .map(q -> q.value().doubleValue())
                            .orElse(0.0);
            for (String named : names(useCase)) {
                weight.merge(named, rate, Double::sum);
                above(named).forEach(a -> weight.merge(a, rate, Double::sum));
            }
        }
        return weight.keySet().stream()
                .filter(e -> design.entity(e).parents().isEmpty())
                .filter(e -> below.getOrDefault(e, 0) > 1)
                .max(
                        Comparator.comparingDouble((String e) -> weight.getOrDefault(e, 0.0))
                                .thenComparingInt(e -> below.getOrDefault(e, 0))
                                .thenComparing(Comparator.<String>naturalOrder().reversed()))
                .map(Names::words)
                .orElse("");
    }

    /**
     * The entities by which a request finds its rows: its filter; else what it writes or asks for.
     */
    private Set<String> names(UseCase useCase) {
        Set<String> by =
                design.all(Entity.class).stream()
                        .map(Entity::name)
                        .filter(e -> useCase.by().contains(Names.camel(e)))
                        .collect(java.util.stream.Collectors.toSet());
        if (!by.isEmpty()) {
            return by;
        }
        Set<String> about = new HashSet<>();
        useCase.effects().stream()
                .map(Effect::entity)
                .filter(e -> design.find(Entity.class, Entity.id(e)).isPresent())
                .forEach(about::add);
        if (about.isEmpty()) {
            useCase.reads().stream().limit(1).forEach(about::add);
        }
        return about;
    }

    /** Everything that an entity belongs to, near and far. */
    private Set<String> above(String entity) {
        Set<String> above = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(design.entity(entity).parents());
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (!next.equals(entity) && above.add(next)) {
                open.addAll(design.entity(next).parents());
            }
        }
        return above;
    }
}

package org.groundplan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What enforces a rule: constraints, unique indexes, and statements that carry a guard for it. */
public final class Mechanisms {
    private final Map<String, List<String>> byRule = new TreeMap<>();

    private Mechanisms(Design design) {
        design.all(TableConstraint.class).forEach(c -> add(c.rule(), c.id()));
        design.all(Index.class).forEach(i -> add(i.rule(), i.id()));
        Tenancy.of(design)
                .ifPresent(tenancy ->
                        design.all(AccessRule.class).stream()
                                .filter(tenancy::saysToo)
                                .forEach(r ->
                                        List.copyOf(
                                                        byRule.getOrDefault(
                                                                tenancy.rule().id(), List.of()))
                                                .forEach(id -> add(r.id(), id))));
        for (Statement statement : design.all(Statement.class)) {
            SqlWalk.guards(statement.sql()).forEach(rule -> add(rule, statement.id()));
            statement.origin().from().stream()
                    .filter(id -> design.find(TimeRule.Lapse.class, id).isPresent())
                    .filter(id -> !SqlWalk.guards(statement.sql()).contains(id))
                    .forEach(rule -> add(rule, statement.id()));
        }
    }

    private void add(String rule, String id) {
        if (!rule.isEmpty()) {
            byRule.computeIfAbsent(rule, _ -> new ArrayList<>()).add(id);
        }
    }

    /** Ids, constraints first. */
    public static List<String> of(Design design, Rule rule) {
        return List.copyOf(
                design.memo(Mechanisms.class, Mechanisms::new)
                        .byRule
                        .getOrDefault(rule.id(), List.of()));
    }
}

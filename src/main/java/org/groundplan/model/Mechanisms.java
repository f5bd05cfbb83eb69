package org.groundplan.model;

import java.util.ArrayList;
import java.util.List;

/** What enforces a rule: constraints, unique indexes, and statements that carry a guard for it. */
public final class Mechanisms {
    private Mechanisms() {}

    /** Ids, constraints first. */
    public static List<String> of(Design design, Rule rule) {
        List<String> ids = new ArrayList<>();
        design.all(TableConstraint.class).stream()
                .filter(c -> c.rule().equals(rule.id()))
                .forEach(c -> ids.add(c.id()));
        design.all(Index.class).stream()
                .filter(i -> i.rule().equals(rule.id()))
                .forEach(i -> ids.add(i.id()));
        design.all(Statement.class).stream()
                .filter(s -> SqlWalk.guards(s.sql()).contains(rule.id()))
                .forEach(s -> ids.add(s.id()));
        return ids;
    }
}

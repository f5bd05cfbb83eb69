package org.groundplan.model;

import java.util.List;

/** A wish or a limit in words: regions, residency, runsOn, uses, prefers, compliance. */
public record Constraint(String id, String name, List<String> values, Origin origin)
        implements Element {
    public Constraint {
        values = List.copyOf(values);
    }
}

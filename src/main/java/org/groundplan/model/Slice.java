package org.groundplan.model;

import java.util.List;

/** A piece that can be delivered, shown and used by itself. */
public record Slice(
        String id,
        int order,
        String name,
        List<String> useCases,
        List<String> operations,
        List<String> tables,
        List<String> rules,
        List<String> tests,
        String usableFor,
        Origin origin)
        implements Element {
    public Slice {
        useCases = List.copyOf(useCases);
        operations = List.copyOf(operations);
        tables = List.copyOf(tables);
        rules = List.copyOf(rules);
        tests = List.copyOf(tests);
    }
}

package org.groundplan.model;

import java.util.List;

/**
 * Something the database itself enforces on a table.
 *
 * @param kind check, unique or trigger
 * @param create statements that make it, in order
 * @param drop statements that take it away again (used to show what happens without it)
 * @param rule id of the rule it enforces, empty for enumerations
 */
public record TableConstraint(
        String id,
        String table,
        String name,
        String kind,
        List<String> create,
        List<String> drop,
        String rule,
        Origin origin)
        implements Element {
    public TableConstraint {
        create = List.copyOf(create);
        drop = List.copyOf(drop);
    }
}

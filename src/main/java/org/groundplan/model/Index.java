package org.groundplan.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param columns column names, or expressions in parentheses, each perhaps with {@code DESC}
 * @param where predicate of a partial index, or null
 * @param serves ids of the statements it is for
 * @param rule id of the rule it enforces when unique, empty otherwise
 */
public record Index(
        String id,
        String table,
        String name,
        List<String> columns,
        boolean unique,
        String method,
        @Nullable String where,
        List<String> serves,
        String rule,
        Origin origin)
        implements Element {
    public Index {
        columns = List.copyOf(columns);
        serves = List.copyOf(serves);
    }

    public String definition() {
        return "CREATE "
                + (unique ? "UNIQUE " : "")
                + "INDEX "
                + Names.sql(name)
                + " ON "
                + Names.sql(table)
                + (method.equals("btree") ? "" : " USING " + method)
                + " ("
                + String.join(", ", columns)
                + ")"
                + (where == null ? "" : " WHERE " + where);
    }

    public Index serving(List<String> statements) {
        return new Index(id, table, name, columns, unique, method, where, statements, rule, origin);
    }
}

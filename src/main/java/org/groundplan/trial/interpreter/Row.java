package org.groundplan.trial.interpreter;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row that was put there for a trial.
 *
 * @param parents rows it refers to, by table
 */
public record Row(String table, Map<String, @Nullable Object> values, Map<String, Row> parents) {
    public Object id() {
        Object id = values.get("id");
        if (id == null) {
            throw new IllegalStateException(table + " row without id");
        }
        return id;
    }

    /** This row and all it refers to, by table. */
    public Map<String, Row> context() {
        Map<String, Row> all = new TreeMap<>();
        parents.values().forEach(p -> all.putAll(p.context()));
        all.put(table, this);
        return all;
    }
}

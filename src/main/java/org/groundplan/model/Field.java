package org.groundplan.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entity.
 *
 * @param computed an expression over other fields ({@code quantity * price}), or null
 * @param initial what a new row has without anybody saying so, or null
 * @param values the words of an enumeration, in the order of the brief; empty for other types
 */
public record Field(
        String name,
        FieldType type,
        List<String> values,
        boolean optional,
        @Nullable String computed,
        @Nullable String initial,
        DataClass data,
        Origin origin) {
    public Field(
            String name,
            FieldType type,
            List<String> values,
            boolean optional,
            DataClass data,
            Origin origin) {
        this(name, type, values, optional, null, null, data, origin);
    }

    public Field {
        values = List.copyOf(values);
    }
}

package org.groundplan.model;

import java.util.List;

/**
 * A field of an entity.
 *
 * @param values the words of an enumeration, in the order of the brief; empty for other types
 */
public record Field(
        String name,
        FieldType type,
        List<String> values,
        boolean optional,
        DataClass data,
        Origin origin) {
    public Field {
        values = List.copyOf(values);
    }
}

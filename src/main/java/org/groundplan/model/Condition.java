package org.groundplan.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code status = out}: a field of the entity a rule is about has one of some words.
 *
 * @param field empty for the entity's state field
 * @param values at least one; {@code true} for a boolean field
 */
public record Condition(String field, List<String> values) {
    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a condition without a value");
        }
    }

    public Condition(String field, String value) {
        this(field, List.of(value));
    }

    /** The words as a person reads them: {@code booked or confirmed}. */
    public String value() {
        return values.equals(List.of("true")) ? Names.words(field) : String.join(" or ", values);
    }

    /** The first of the words: what a sample row gets. */
    public String first() {
        return values.getFirst();
    }

    /**
     * As SQL text.
     *
     * @param column already quoted, with or without an alias
     */
    public String sql(String column) {
        if (values.equals(List.of("true"))) {
            return column;
        }
        String words =
                values.stream()
                        .map(v -> "'" + v.replace("'", "''") + "'")
                        .collect(Collectors.joining(", "));
        return values.size() == 1 ? column + " = " + words : column + " IN (" + words + ")";
    }

    @Override
    public String toString() {
        return field + " = " + value();
    }
}

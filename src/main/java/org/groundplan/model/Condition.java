package org.groundplan.model;

/** {@code status = out}: a field of the entity a rule is about has one of its words. */
public record Condition(String field, String value) {
    @Override
    public String toString() {
        return field + " = " + value;
    }
}

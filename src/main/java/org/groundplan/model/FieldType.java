package org.groundplan.model;

import java.util.Locale;
import java.util.Optional;

/** Types that a field of the brief can have, with the PostgreSQL type that holds it. */
public enum FieldType {
    TEXT("text", 40),
    INTEGER("bigint", 8),
    DECIMAL("numeric", 12),
    MONEY("bigint", 8),
    BOOLEAN("boolean", 1),
    DATE("date", 4),
    INSTANT("timestamptz", 8),
    DURATION("interval", 16),
    UUID("uuid", 16),
    EMAIL("text", 30),
    PHONE("text", 16),
    URL("text", 80),
    COUNTRY("text", 3),
    CURRENCY("text", 4),
    TIMEZONE("text", 20),
    POINT("point", 16),
    POLYGON("polygon", 200),
    JSON("jsonb", 400),
    BINARY("bytea", 1000),
    FILE("text", 80),
    ENUM("text", 10);

    private final String sql;
    private final int width;

    FieldType(String sql, int width) {
        this.sql = sql;
        this.width = width;
    }

    public String sql() {
        return sql;
    }

    /** Assumed average width in bytes; texts are guesses, fixed types are PostgreSQL's sizes. */
    public int width() {
        return width;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isText() {
        return sql.equals("text");
    }

    public static Optional<FieldType> of(String word) {
        for (FieldType type : values()) {
            if (type != ENUM && type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

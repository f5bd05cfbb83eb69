package org.groundplan.model;

import java.util.Locale;

/** How sensitive data is, mildest first. */
public enum DataClass {
    PUBLIC,
    INTERNAL,
    PERSONAL,
    HEALTH,
    PAYMENT,
    SECRET;

    public boolean isPersonal() {
        return this == PERSONAL || this == HEALTH;
    }

    public DataClass strictest(DataClass other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.groundplan.model;

import java.util.Locale;

/** Somebody or something that starts use cases. */
public record Actor(String id, String name, Kind kind, Origin origin) implements Element {
    public enum Kind {
        PERSON,
        DEVICE,
        SYSTEM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static String id(String name) {
        return "actor:" + Names.slug(name);
    }
}

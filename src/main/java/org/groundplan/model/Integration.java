package org.groundplan.model;

import java.util.List;

/**
 * A system that is not ours.
 *
 * @param purpose payment, email, … or empty
 * @param sends entities that go to it
 * @param receives entities that come from it
 * @param delivery {@code at most once}, {@code at least once}, {@code exactly once} or empty
 */
public record Integration(
        String id,
        String name,
        String direction,
        String protocol,
        String purpose,
        List<String> sends,
        List<String> receives,
        String delivery,
        Origin origin)
        implements Element {
    public Integration {
        sends = List.copyOf(sends);
        receives = List.copyOf(receives);
    }

    public static String id(String name) {
        return "integration:" + Names.slug(name);
    }
}

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

    /** Whether it moves money, by what it is for, what it is called or what it speaks. */
    public boolean pays() {
        return means("payment|payments|payout|bank|banking|card|psp|stripe|adyen|acquirer");
    }

    /** Whether one of these words stands in its purpose, name or protocol. */
    public boolean means(String regex) {
        return (purpose + " " + name + " " + protocol)
                .toLowerCase(java.util.Locale.ROOT)
                .matches(".*\\b(?:" + regex + ")\\b.*");
    }

    public static String id(String name) {
        return "integration:" + Names.slug(name);
    }
}

package org.groundplan.model;

import java.util.Optional;

/**
 * A fact about an element that is a word and not a number: whether a partner can be asked what
 * happened, by which channel a message goes, from when a retention period counts.
 *
 * @param subject id of the element it describes
 * @param name lookup, idempotency, channel, ordered, keep-from …
 */
public record Trait(String id, String subject, String name, String value, Origin origin)
        implements Element {
    public static String id(String subject, String name) {
        return "trait:" + subject.substring(subject.indexOf(':') + 1) + "." + name;
    }

    /** What somebody said about it, if anybody did. */
    public static Optional<String> of(Design design, String subject, String name) {
        return design.find(Trait.class, id(subject, name))
                .filter(t -> t.subject().equals(subject))
                .map(Trait::value);
    }
}

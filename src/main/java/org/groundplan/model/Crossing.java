package org.groundplan.model;

import java.util.List;

/**
 * What passes from one module into another, and what would become of it were they parted.
 *
 * @param from id of the module that acts
 * @param to id of the module that is read, changed along or referred to
 * @param useCases how many use cases of the brief need both
 * @param means what two services would do instead
 * @param parted the same in words: what would stand in its place between two services
 */
public record Crossing(
        String id,
        String from,
        String to,
        List<Span> spans,
        int useCases,
        Means means,
        String parted,
        Origin origin)
        implements Element {
    /** Dearest to part first. */
    public enum Kind {
        /** a rule holds one while the other changes */
        RULE,
        /** one transaction changes both */
        TRANSACTION,
        /** one answer shows both */
        READ,
        /** a row names one of the other */
        REFERENCE
    }

    /** What would stand in its place between two services. */
    public enum Means {
        /** a copy there, kept by events */
        COPY,
        /** asked each time */
        CALL,
        /** told after the commit */
        EVENT,
        /** an id that no key checks */
        ID
    }

    /**
     * @param subject id of the use case, rule or entity
     * @param says what crosses, in words
     */
    public record Span(Kind kind, String subject, String says) {}

    public Crossing {
        spans = List.copyOf(spans);
    }

    public boolean has(Kind kind) {
        return spans.stream().anyMatch(s -> s.kind() == kind);
    }

    /** Id of the number of times a second at the peak that something crosses. */
    public String rate() {
        return "quantity:" + id.replace(':', '.') + ".rate-peak";
    }
}

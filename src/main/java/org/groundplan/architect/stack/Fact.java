package org.groundplan.architect.stack;

/**
 * A figure of the brief that decisions look at. Each can be turned over its range, so that deciding
 * again finds where an answer flips.
 */
enum Fact {
    /** Requests a second at the busiest. */
    PEAK("peak load", 0.01, 1e6, Shown.RATE),
    /** Requests a second at the peak that only read. */
    READS("requests that read", 0.01, 1e6, Shown.RATE),
    /** Requests a second at the peak that change something. */
    WRITES("requests that change something", 0.01, 1e6, Shown.RATE),
    /** Seconds that the busiest answer may be old; negative when nobody said. */
    STALE("age that the busiest answer may have", 0, 86_400, Shown.SECONDS),
    /** Bytes at the horizon. */
    BYTES("data at the horizon", 1e6, 1e15, Shown.BYTES),
    /** Euros a month; negative when nobody said. */
    BUDGET("budget a month", 1, 1e5, Shown.EURO),
    /** People who build, operations included. */
    ENGINEERS("people who build it", 0.25, 1000, Shown.PEOPLE),
    /** People whose work is to run things: operations, platform. */
    OPERATORS("people who run the platform", 0, 100, Shown.PEOPLE),
    /** Rows behind a search by words (of the largest tenant, where tenants are kept apart). */
    SEARCHED("rows searched", 1, 1e9, Shown.COUNT),
    /** Messages on a day that the clock sends. */
    NOTICES("messages a day", 1, 1e9, Shown.COUNT),
    /** People who sign in. */
    ACCOUNTS("accounts", 1, 1e9, Shown.COUNT),
    /** Messages a second at the peak that leave after a commit. */
    EVENTS("messages after commits", 0.001, 1e6, Shown.RATE),
    /** Rows a second at the peak that the largest stream appends. */
    STREAM("rows appended by the largest stream", 0.001, 1e7, Shown.RATE),
    /** Bytes of the entity that stream fills, at the horizon. */
    STREAM_BYTES("its data at the horizon", 1e6, 1e16, Shown.BYTES),
    /** Seconds after which what somebody watches may be old. */
    FRESH("age that what is watched may have", 0.05, 3600, Shown.SECONDS),
    /** Requests a second at the peak by those who watch. */
    WATCHED("requests of those who watch", 0.01, 1e6, Shown.RATE),
    /** Bytes of files at the horizon. */
    FILES("files at the horizon", 1e6, 1e16, Shown.BYTES),
    /** Places that were asked for. */
    SITES("sites", 1, 10, Shown.COUNT),
    /** Minutes of a month that the strictest promise leaves; negative when nobody promised. */
    DOWNTIME("minutes a month it may be down", 0.01, 1000, Shown.MINUTES),
    /** Seconds until it must be back after a disaster; negative when nobody said. */
    RTO("time to be back", 1, 1e6, Shown.SECONDS),
    /** Seconds of writes that a disaster may cost; negative when nobody said. */
    RPO("writes a disaster may cost", 0, 86_400, Shown.SECONDS),
    /** Mails a month. */
    MAILS("mails a month", 1, 1e9, Shown.COUNT);

    final String words;
    final double low;
    final double high;
    private final Shown shown;

    /** How a value is printed. */
    private enum Shown {
        RATE,
        BYTES,
        EURO,
        PEOPLE,
        COUNT,
        SECONDS,
        MINUTES
    }

    Fact(String words, double low, double high, Shown shown) {
        this.words = words;
        this.low = low;
        this.high = high;
        this.shown = shown;
    }

    String show(double value) {
        return switch (shown) {
            case RATE -> Facts.rate(value);
            case BYTES -> Facts.bytes(value);
            case EURO -> Facts.euro(value);
            case PEOPLE -> Facts.people(value);
            case COUNT -> Facts.count(value);
            case SECONDS -> Facts.seconds(value);
            case MINUTES -> Facts.minutes(value);
        };
    }

    /** Words between the fact and the value at which an answer changes. */
    String side(boolean up) {
        return this == SITES ? up ? ", from" : " fewer than" : up ? " above" : " below";
    }
}

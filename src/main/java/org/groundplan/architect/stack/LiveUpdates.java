package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** How somebody who watches learns of a change. */
record LiveUpdates() implements Choice {
    /** Ages below which asking again and again is no longer the plain way (assumed). */
    private static final double POLLED = 3;

    @Override
    public String name() {
        return "live updates";
    }

    @Override
    public boolean asked(Facts f) {
        return !f.names().watched().isEmpty();
    }

    @Override
    public String answers(Facts f) {
        return f.names().watched().isEmpty()
                ? "nobody watches anything that changes"
                : "“"
                        + f.names().watched()
                        + "” may show what is "
                        + Facts.seconds(f.of(Fact.FRESH))
                        + " old, asked "
                        + Facts.rate(f.of(Fact.WATCHED))
                        + " at the peak";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double fresh = f.of(Fact.FRESH);
        double asked = f.of(Fact.WATCHED);
        String what = "“" + f.names().watched() + "”";
        boolean both = f.prefers().stream().anyMatch(p -> p.contains("websocket"));
        return List.of(
                candidate(
                        "asking again",
                        fresh < POLLED
                                ? what
                                        + " may be "
                                        + Facts.seconds(fresh)
                                        + " old: more than one question in three seconds from each who watches"
                                : asked > Choices.PRIMARY
                                        ? Facts.rate(asked)
                                                + " of questions whose answer is mostly the same"
                                        : both ? "the brief asks for WebSocket" : "",
                        score(TESTABILITY, 2, what + " is one request that was recorded"),
                        trait(READABILITY, 1, "a read like any other"),
                        score(
                                SIMPLICITY,
                                2,
                                "no connection is held; "
                                        + Facts.rate(asked)
                                        + " is "
                                        + Facts.percent(asked / Choices.PRIMARY)
                                        + " of what one primary carries"),
                        trait(REVERSIBILITY, 1, "a stream can answer in its place later")),
                candidate(
                        "server-sent events",
                        both ? "the brief asks for WebSocket" : "",
                        score(
                                TESTABILITY,
                                1,
                                "a long answer of " + what + " that a test reads line by line"),
                        trait(READABILITY, 1, "plain HTTP, one direction"),
                        trait(
                                SIMPLICITY,
                                0,
                                "a connection for each who watches, and something that tells the instances of a change"),
                        trait(REVERSIBILITY, 1, "clients fall back to asking again")),
                candidate(
                        "WebSocket",
                        "",
                        score(
                                TESTABILITY,
                                both ? 1 : 0,
                                "both directions on one connection, whose order "
                                        + what
                                        + " would depend on"),
                        trait(READABILITY, 0, "a protocol of our own inside"),
                        trait(
                                SIMPLICITY,
                                -1,
                                "connections that survive proxies, heartbeats, and where each of them lives"),
                        trait(REVERSIBILITY, 0, "clients are written around it")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.FRESH, Fact.WATCHED);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals("asking again")
                ? List.of(
                        "Most answers of “" + f.names().watched() + "” say what the last one said.")
                : List.of(
                        "An instance that restarts drops everybody who watches “"
                                + f.names().watched()
                                + "” at once.");
    }
}

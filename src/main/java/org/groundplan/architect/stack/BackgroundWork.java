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

/** What the clock starts. */
record BackgroundWork() implements Choice {
    @Override
    public String name() {
        return "background work";
    }

    @Override
    public boolean asked(Facts f) {
        return !f.names().notifying().isEmpty();
    }

    @Override
    public String answers(Facts f) {
        return f.names().notifying().isEmpty()
                ? "nothing runs by the clock"
                : "“"
                        + f.names().notifying()
                        + "”, about "
                        + Facts.count(f.of(Fact.NOTICES))
                        + " messages on a day (assumed)";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        boolean flood = f.of(Fact.NOTICES) > 2_000_000;
        return List.of(
                candidate(
                        "a timer in the application, with a row per message",
                        flood
                                ? Facts.count(f.of(Fact.NOTICES))
                                        + " messages a day are more than one worker sends"
                                : f.has("cron") ? "cron runs there and stays" : "",
                        score(
                                TESTABILITY,
                                2,
                                "“"
                                        + f.names().notifying()
                                        + "” takes the clock as a parameter, and a second run finds the rows of the first"),
                        trait(READABILITY, 1, "what was sent can be read from a table"),
                        score(
                                SIMPLICITY,
                                2,
                                "nothing else to run for "
                                        + Facts.count(f.of(Fact.NOTICES))
                                        + " messages"),
                        trait(REVERSIBILITY, 1, "the table can feed a queue later")),
                candidate(
                        "RabbitMQ",
                        f.has("cron") && !flood ? "cron runs there and stays" : "",
                        score(
                                TESTABILITY,
                                0,
                                "a broker in the build, and repeats of “"
                                        + f.names().notifying()
                                        + "” to provoke"),
                        trait(READABILITY, 0, "what was sent is in the broker's logs"),
                        score(
                                SIMPLICITY,
                                -1,
                                "one more server to patch, to spread "
                                        + Facts.count(f.of(Fact.NOTICES))
                                        + " messages"),
                        trait(REVERSIBILITY, 0, "producers and consumers have to be taken apart")),
                candidate(
                        "cron on the machine",
                        flood
                                ? "one job at a time for "
                                        + Facts.count(f.of(Fact.NOTICES))
                                        + " messages a day"
                                : "",
                        score(
                                TESTABILITY,
                                0,
                                "when “"
                                        + f.names().notifying()
                                        + "” runs stands outside the code"),
                        trait(READABILITY, 1, "one line"),
                        trait(SIMPLICITY, 1, "there already"),
                        trait(REVERSIBILITY, 1, "nothing to undo")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.NOTICES);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return f.names().notifying().isEmpty()
                ? List.of()
                : List.of(
                        "If the application is down at the hour, “"
                                + f.names().notifying()
                                + "” runs when it is back, not on time.");
    }
}

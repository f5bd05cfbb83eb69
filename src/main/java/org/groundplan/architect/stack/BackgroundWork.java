package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
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
    public String answers(Facts f) {
        return f.names().notifying().isEmpty()
                ? "nothing runs by the clock"
                : "“"
                        + f.names().notifying()
                        + "”, about "
                        + Choices.count(f.notices())
                        + " messages on a day (assumed)";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        boolean flood = f.notices() > 2_000_000;
        return List.of(
                candidate(
                        "a timer in the application, with a row per message",
                        flood
                                ? Choices.count(f.notices())
                                        + " messages a day are more than one worker sends"
                                : "",
                        score(
                                TESTABILITY,
                                2,
                                "the clock is a parameter, and a second run finds the rows of the first"),
                        score(READABILITY, 1, "what was sent can be read from a table"),
                        score(
                                SIMPLICITY,
                                2,
                                "nothing else to run for "
                                        + Choices.count(f.notices())
                                        + " messages"),
                        score(REVERSIBILITY, 1, "the table can feed a queue later")),
                candidate(
                        "RabbitMQ",
                        "",
                        score(TESTABILITY, 0, "a broker in the build, and duplicates to provoke"),
                        score(READABILITY, 0, "what was sent is in the broker's logs"),
                        score(
                                SIMPLICITY,
                                -1,
                                "a server that follows minor releases, to spread "
                                        + Choices.count(f.notices())
                                        + " messages"),
                        score(REVERSIBILITY, 0, "producers and consumers have to be taken apart")),
                candidate(
                        "cron on the machine",
                        flood
                                ? "one job at a time for "
                                        + Choices.count(f.notices())
                                        + " messages a day"
                                : "",
                        score(TESTABILITY, 0, "the schedule stands outside the code"),
                        score(READABILITY, 1, "one line"),
                        score(SIMPLICITY, 1, "there already"),
                        score(REVERSIBILITY, 1, "nothing to undo")));
    }

    @Override
    public List<Dial> dials() {
        return List.of(
                new Dial(
                        "messages a day",
                        Facts::notices,
                        Facts::withNotices,
                        1,
                        1e9,
                        Choices::count));
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

package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.math.BigDecimal;
import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;
import org.groundplan.model.Numbers;

/** Whether anything answers in place of the store. */
record Cache() implements Choice {
    @Override
    public String name() {
        return "cache";
    }

    @Override
    public String answers(Facts f) {
        return Facts.rate(f.peak()) + " at the peak, most of it “" + f.names().busiest() + "”";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        boolean needed = f.peak() > Choices.PRIMARY;
        return List.of(
                candidate(
                        "none",
                        needed ? Facts.rate(f.peak()) + " at the peak on one primary database" : "",
                        score(TESTABILITY, 2, "what is read is what was written"),
                        score(READABILITY, 1, "no second answer to the same question"),
                        score(
                                SIMPLICITY,
                                2,
                                Facts.rate(f.peak())
                                        + " is "
                                        + Numbers.percent(
                                                BigDecimal.valueOf(f.peak() / Choices.PRIMARY))
                                        + " of what one primary carries"),
                        score(REVERSIBILITY, 1, "can be added behind one operation")),
                candidate(
                        "in the application's memory",
                        f.peak() > 50_000
                                ? "more than one instance would each have its own answer"
                                : "",
                        score(TESTABILITY, 1, "its lifetime has to be tested"),
                        score(
                                READABILITY,
                                0,
                                "“" + f.names().busiest() + "” may show what is no longer so"),
                        score(SIMPLICITY, 1, "no other system"),
                        score(REVERSIBILITY, 1, "an annotation")),
                candidate(
                        "Valkey",
                        "",
                        score(TESTABILITY, 0, "a second store in the build"),
                        score(READABILITY, 0, "keys and lifetimes stand beside the statements"),
                        score(SIMPLICITY, -1, "another server for " + Facts.rate(f.peak())),
                        score(REVERSIBILITY, 0, "invalidation creeps into every write")));
    }

    @Override
    public List<Dial> dials() {
        return List.of(Choices.PEAK);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return List.of();
    }
}

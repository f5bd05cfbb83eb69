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

/** Whether anything answers in place of the store. */
record Cache() implements Choice {
    /**
     * Reads by key a second that one mid-size primary answers; assumed, the lower end of 15,000 to
     * 25,000 that planning tables give for 4 vCPU (173,790 were measured on 8, data in memory:
     * NikolayS, 2021).
     */
    private static final double READS = 15_000;

    /** Reads a second that instances with memories of their own still take off it (assumed). */
    private static final double LOCAL = 60_000;

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public String answers(Facts f) {
        return Facts.rate(f.of(Fact.READS))
                + " that read at the peak, most often “"
                + f.names().busiestRead()
                + "”"
                + (f.of(Fact.STALE) < 0
                        ? ""
                        : f.of(Fact.STALE) == 0
                                ? ", which may not be old at all"
                                : ", which may be " + Facts.seconds(f.of(Fact.STALE)) + " old");
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double reads = f.of(Fact.READS);
        String most = "“" + f.names().busiestRead() + "”";
        String now = f.of(Fact.STALE) == 0 ? most + " must show what was written last" : "";
        boolean there = f.has("valkey", "redis");
        return List.of(
                candidate(
                        "none",
                        reads > READS
                                ? Facts.rate(reads)
                                        + " on one primary database (assumed limit 15,000/s)"
                                : "",
                        score(TESTABILITY, 2, most + " shows what was written last"),
                        trait(READABILITY, 1, "no second answer to the same question"),
                        score(
                                SIMPLICITY,
                                2,
                                Facts.rate(reads)
                                        + " is "
                                        + Facts.percent(reads / READS)
                                        + " of what one primary answers"),
                        trait(REVERSIBILITY, 1, "can be added behind one operation")),
                candidate(
                        "a read copy of the database",
                        !now.isEmpty()
                                ? now
                                : reads > READS * 2
                                        ? Facts.rate(reads) + " would take more than two copies"
                                        : "",
                        score(TESTABILITY, 1, most + " may be a moment old, which has to be tried"),
                        trait(READABILITY, 1, "the same statements, sent elsewhere"),
                        score(SIMPLICITY, 0, "a second database for " + Facts.rate(reads)),
                        trait(REVERSIBILITY, 1, "one setting")),
                candidate(
                        "in the application's memory",
                        !now.isEmpty()
                                ? now
                                : reads > LOCAL
                                        ? Facts.rate(reads)
                                                + " need instances by the dozen, each with an answer of its own"
                                        : "",
                        score(TESTABILITY, 1, "how old " + most + " may be has to be tested"),
                        score(READABILITY, 0, most + " may show what is no longer so"),
                        trait(SIMPLICITY, 1, "no other system"),
                        trait(REVERSIBILITY, 1, "an annotation")),
                candidate(
                        "Valkey",
                        now,
                        score(
                                TESTABILITY,
                                there ? 1 : 0,
                                "a second store in the build, in which "
                                        + most
                                        + " may be missing"),
                        trait(
                                READABILITY,
                                there ? 2 : 0,
                                "keys and lifetimes stand beside the statements"),
                        score(SIMPLICITY, -1, "another server for " + Facts.rate(reads)),
                        trait(REVERSIBILITY, 0, "invalidation creeps into every write")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.READS);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals("none")
                ? List.of()
                : List.of(
                        "Somebody who has just changed something may be shown “"
                                + f.names().busiestRead()
                                + "” as it was before.");
    }
}

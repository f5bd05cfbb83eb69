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

/** Where the rows go that come fastest. */
record StreamStore() implements Choice {
    static final String PRIMARY = "the primary store";

    /** Rows a second from which the question is worth asking (assumed). */
    private static final double ASKED = 50;

    /** Bytes from which it is, too. */
    private static final double LARGE = 5e11;

    @Override
    public String name() {
        return "stream store";
    }

    @Override
    public boolean asked(Facts f) {
        return f.of(Fact.STREAM) >= ASKED || f.of(Fact.STREAM_BYTES) >= LARGE;
    }

    @Override
    public String answers(Facts f) {
        return f.names().stream().isEmpty()
                ? "nothing is appended"
                : Facts.rate(f.of(Fact.STREAM))
                        + " new rows of "
                        + f.names().stream()
                        + " at the peak, "
                        + Facts.bytes(f.of(Fact.STREAM_BYTES))
                        + " of them at the horizon";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double rows = f.of(Fact.STREAM);
        double bytes = f.of(Fact.STREAM_BYTES);
        String stream = f.names().stream().isEmpty() ? "nothing" : f.names().stream();
        double machine = Facts.machine(catalog);
        return List.of(
                candidate(
                        PRIMARY,
                        rows > Choices.PRIMARY * 3
                                ? Facts.rate(rows)
                                        + " is more than one primary takes, also in batches of ten (assumed)"
                                : bytes > 1e13
                                        ? Facts.bytes(bytes)
                                                + " of "
                                                + stream
                                                + " beside everything else, in every backup"
                                        : f.has("clickhouse", "timescaledb")
                                                ? "a store for such rows runs there and stays"
                                                : "",
                        score(
                                TESTABILITY,
                                2,
                                stream + " keeps its keys and its rules, tried with the rest"),
                        trait(READABILITY, 1, "one SQL"),
                        score(
                                SIMPLICITY,
                                2,
                                "no second store for "
                                        + Facts.rate(rows)
                                        + "; split by time once deleting takes longer than a night"),
                        trait(REVERSIBILITY, 1, "a table can be copied away")),
                candidate(
                        "TimescaleDB",
                        f.asksFor("aws")
                                        || f.asksFor("azure")
                                        || f.asksFor("google")
                                        || f.asksFor("gcp")
                                ? "the managed PostgreSQL of "
                                        + f.cloud()
                                        + " has no compression from it (community licence)"
                                : rows > 200_000
                                        ? Facts.rate(rows)
                                                + " into one node (assumed limit 200,000/s)"
                                        : f.has("clickhouse")
                                                ? "ClickHouse runs there and stays"
                                                : "",
                        score(
                                TESTABILITY,
                                1,
                                "an extension in the build; " + stream + " can keep its keys"),
                        trait(READABILITY, 1, "one SQL, and policies for age and compression"),
                        trait(SIMPLICITY, 0, "an extension whose upgrades follow PostgreSQL's"),
                        trait(REVERSIBILITY, 0, "compressed chunks have to be unpacked to leave")),
                candidate(
                        "ClickHouse",
                        f.overBudget(3 * machine)
                                ? "another server, with a copy: "
                                        + Facts.euro(3 * machine)
                                        + " a month with the rest"
                                : f.has("timescaledb") ? "TimescaleDB runs there and stays" : "",
                        score(
                                TESTABILITY,
                                0,
                                "a second store in the build; no unique key stops a repeated row of "
                                        + stream),
                        trait(READABILITY, 0, "a second SQL, without transactions over both"),
                        score(SIMPLICITY, -1, "another server to size, for " + Facts.rate(rows)),
                        trait(REVERSIBILITY, 0, "columns can be exported")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.STREAM, Fact.STREAM_BYTES);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals(PRIMARY)
                ? List.of(
                        Facts.rate(f.of(Fact.STREAM))
                                + " of "
                                + f.names().stream()
                                + " share log, cache and backup with everything else.")
                : List.of(
                        f.names().stream()
                                + " leaves the transaction of what it belongs to: a row can be there whose owner is gone.");
    }
}

package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.first;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.CONSISTENCY;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** Where the rules are kept. */
record PrimaryStore() implements Choice {
    /** Largest table of PostgreSQL with pages of 8 kB (PostgreSQL, appendix K). */
    private static final double LARGEST = 32e12;

    /** Writes a second beyond which one replica set is not enough (assumed). */
    private static final double REPLICA_SET = 50_000;

    /** Writes a second that the largest single primary takes (assumed). */
    private static final double ONE_PRIMARY = 20_000;

    /** Cores of the largest single database (assumed). */
    private static final double MOST_CORES = 96;

    /** Stores that a house may have already, the name by which it says so first. */
    private static final List<String> KNOWN =
            List.of("postgresql", "mysql", "mariadb", "sqlite", "mongodb", "cassandra");

    @Override
    public String name() {
        return "primary store";
    }

    @Override
    public String answers(Facts f) {
        return f.names().guarded()
                + " must hold under concurrency; "
                + Facts.bytes(f.of(Fact.BYTES))
                + " at the horizon";
    }

    private static boolean has(Facts f, String store) {
        return store.equals("postgresql") ? f.has("postgresql", "postgres") : f.has(store);
    }

    /** What runs there and stays is the store, unless it cannot be. */
    private static String stays(Facts f, String own) {
        if (has(f, own)) {
            return "";
        }
        return KNOWN.stream()
                .filter(k -> has(f, k))
                .findFirst()
                .map(k ->
                        Catalog.spelt(k)
                                + " runs there and stays: a second server is a second backup, upgrade and alarm for "
                                + Facts.people(f.engineers()))
                .orElse("");
    }

    private static org.groundplan.model.Decision.Score consistent(Facts f, String store) {
        boolean runs = has(f, store);
        boolean known = f.knows(store) || store.equals("postgresql") && f.knows("postgres");
        return trait(
                CONSISTENCY,
                runs || known ? 2 : 0,
                runs
                        ? "it runs there already"
                        : known ? "the team knows it" : "nobody said what runs already");
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double bytes = f.of(Fact.BYTES);
        double three = 3 * Facts.machine(catalog);
        double writes = f.of(Fact.WRITES);
        double cores = f.peak() * f.names().databaseCoresEach();
        boolean huge = bytes > LARGEST || writes > ONE_PRIMARY || cores > MOST_CORES;
        String beyond =
                !huge
                        ? ""
                        : bytes > LARGEST
                                ? Facts.bytes(bytes) + " pass the limit of 32 TB for a table"
                                : writes > ONE_PRIMARY
                                        ? Facts.rate(writes)
                                                + " of changes on one primary (assumed limit 20,000/s)"
                                        : Facts.count(Math.ceil(cores))
                                                + " cores for "
                                                + Facts.rate(f.peak())
                                                + ", and one database has at most 96 (assumed)";
        String my = f.has("mariadb") ? "MariaDB" : "MySQL";
        String guarded = f.names().guarded();
        int tables = f.names().tables();
        List<Candidate> all = new java.util.ArrayList<>();
        if (!f.names().splitBy().isEmpty() && (huge || writes > 1000 || bytes > 1e12)) {
            all.add(split(f, huge));
        }
        all.addAll(
                List.of(
                        candidate(
                                "PostgreSQL",
                                first(
                                        stays(f, "postgresql"),
                                        huge
                                                ? Facts.bytes(bytes)
                                                        + " pass PostgreSQL's limit of 32 TB for a table"
                                                : ""),
                                score(
                                        TESTABILITY,
                                        2,
                                        guarded
                                                + " can be attacked on the binary that runs in production"),
                                score(READABILITY, 1, guarded + " is a declaration in the schema"),
                                consistent(f, "postgresql"),
                                trait(
                                        SIMPLICITY,
                                        0,
                                        "a server to patch and back up, unless it is bought as a service"),
                                trait(REVERSIBILITY, 1, "standard SQL for the most part")),
                        candidate(
                                my,
                                first(stays(f, Facts.lower(my)), beyond),
                                score(
                                        TESTABILITY,
                                        1,
                                        "can be run in the build, but has no partial unique index: "
                                                + guarded
                                                + " needs a generated column"),
                                trait(
                                        READABILITY,
                                        0,
                                        "that column has to be explained to every reader"),
                                consistent(f, Facts.lower(my)),
                                trait(SIMPLICITY, 0, "as much care as PostgreSQL"),
                                trait(REVERSIBILITY, 1, "standard SQL for the most part")),
                        candidate(
                                "SQLite",
                                first(
                                        stays(f, "sqlite"),
                                        beyond,
                                        writes > Choices.PRIMARY / 10
                                                ? Facts.rate(writes)
                                                        + " of changes against a single writer"
                                                : "",
                                        bytes > 1e12
                                                ? "one file of "
                                                        + Facts.bytes(bytes)
                                                        + " on one machine"
                                                : ""),
                                score(
                                        TESTABILITY,
                                        1,
                                        "runs inside the test, but one writer at a time hides what two would do to "
                                                + guarded),
                                score(READABILITY, 1, guarded + " can be declared, too"),
                                consistent(f, "sqlite"),
                                score(
                                        SIMPLICITY,
                                        2,
                                        "no server at all; enough for " + Facts.rate(f.peak())),
                                trait(
                                        REVERSIBILITY,
                                        0,
                                        "no roles: who may read personal data is decided in code only")),
                        candidate(
                                "MongoDB",
                                first(
                                        stays(f, "mongodb"),
                                        beyond,
                                        f.overBudget(three)
                                                ? "transactions need a replica set: three machines, "
                                                        + Facts.euro(three)
                                                        + " a month"
                                                : "",
                                        writes > REPLICA_SET
                                                ? Facts.rate(writes)
                                                        + " of changes against one primary of a replica set"
                                                : ""),
                                score(
                                        TESTABILITY,
                                        -1,
                                        guarded
                                                + " would be code around a transaction instead of a constraint"),
                                score(
                                        READABILITY,
                                        -1,
                                        "references between "
                                                + tables
                                                + " entities are kept by hand"),
                                consistent(f, "mongodb"),
                                trait(SIMPLICITY, -1, "a replica set of three"),
                                trait(
                                        REVERSIBILITY,
                                        -1,
                                        "documents have to be taken apart to leave")),
                        candidate(
                                "Apache Cassandra",
                                first(
                                        stays(f, "cassandra"),
                                        huge && f.names().splitBy().isEmpty()
                                                ? "nothing divides what one transaction changes together"
                                                : "",
                                        f.overBudget(three)
                                                ? "three nodes cost "
                                                        + Facts.euro(three)
                                                        + " a month"
                                                : "",
                                        f.peak() < Choices.PRIMARY && !huge && !f.has("cassandra")
                                                ? "three nodes for "
                                                        + Facts.rate(f.peak())
                                                        + " and "
                                                        + Facts.bytes(bytes)
                                                        + ", which one machine carries"
                                                : ""),
                                score(
                                        TESTABILITY,
                                        -2,
                                        guarded
                                                + " would need a round of agreement between nodes for each write"),
                                trait(
                                        READABILITY,
                                        -2,
                                        "one table for each question, filled by hand"),
                                consistent(f, "cassandra"),
                                trait(SIMPLICITY, -2, "repairs and compaction to watch"),
                                trait(
                                        REVERSIBILITY,
                                        -1,
                                        "tables made for questions have to be taken apart"))));
        return all;
    }

    /** Several databases alike, each with a part of everything. */
    private static Candidate split(Facts f, boolean huge) {
        String key = f.names().splitBy();
        return candidate(
                "PostgreSQL, split by " + key,
                first(
                        stays(f, "postgresql"),
                        huge
                                ? ""
                                : Facts.bytes(f.of(Fact.BYTES))
                                        + " and "
                                        + Facts.rate(f.of(Fact.WRITES))
                                        + " of changes fit into one"),
                score(
                        TESTABILITY,
                        1,
                        f.names().guarded() + " holds within a " + key + ", and is tried there"),
                score(READABILITY, 0, "each statement says which " + key + ", and none spans two"),
                consistent(f, "postgresql"),
                score(
                        SIMPLICITY,
                        -2,
                        "several databases alike, a map of which "
                                + key
                                + " is where, and a way to move one"),
                trait(REVERSIBILITY, -1, "what was split is joined again row by row"));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.BYTES, Fact.PEAK, Fact.WRITES);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        if (chosen.equals("PostgreSQL")) {
            return List.of(
                    f.of(Fact.WRITES) > 50
                            ? "One primary takes all "
                                    + Facts.rate(f.of(Fact.WRITES))
                                    + " of changes; a second one is no setting but another design."
                            : "SQLite would need no server for "
                                    + Facts.rate(f.peak())
                                    + "; it has no roles, and what two writers do at once cannot be tried.");
        }
        return List.of(
                f.names().guarded()
                        + " has to be attacked again on "
                        + chosen
                        + "; what stands under evidence/ was tried on PostgreSQL.");
    }
}

package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.model.Decision.Criterion.CONSISTENCY;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.math.BigDecimal;
import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;
import org.groundplan.model.Numbers;
import org.groundplan.model.Unit;

/** Where the rules are kept. */
record PrimaryStore() implements Choice {
    @Override
    public String name() {
        return "primary store";
    }

    @Override
    public String answers(Facts f) {
        return f.names().guarded()
                + " must hold under concurrency; "
                + Numbers.print(BigDecimal.valueOf(f.bytes()), Unit.BYTE)
                + " at the horizon";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double replicaSet = 3 * Facts.machine(catalog);
        boolean huge = f.bytes() > 32e12;
        return List.of(
                candidate(
                        "PostgreSQL",
                        huge ? "one table would pass PostgreSQL's limit of 32 TB" : "",
                        score(
                                TESTABILITY,
                                2,
                                "rules can be attacked on the binary that runs in production"),
                        score(
                                READABILITY,
                                1,
                                f.names().guarded() + " is a declaration in the schema"),
                        score(
                                CONSISTENCY,
                                f.uses().contains("postgresql") || f.knows().contains("postgresql")
                                        ? 2
                                        : 0,
                                f.uses().contains("postgresql")
                                        ? "it runs there already"
                                        : "nobody said what runs already"),
                        score(
                                SIMPLICITY,
                                0,
                                "a server to patch and back up, unless it is bought as a service"),
                        score(REVERSIBILITY, 1, "standard SQL, dumped and restored anywhere")),
                candidate(
                        "SQLite",
                        f.peak() > 100
                                ? Facts.rate(f.peak()) + " at the peak against a single writer"
                                : f.bytes() > 1e12
                                        ? "one file of "
                                                + Numbers.print(
                                                        BigDecimal.valueOf(f.bytes()), Unit.BYTE)
                                                + " on one machine"
                                        : "",
                        score(
                                TESTABILITY,
                                1,
                                "runs inside the test, but one writer at a time hides what two would do"),
                        score(READABILITY, 1, f.names().guarded() + " can be declared, too"),
                        score(CONSISTENCY, 0, "nobody said what runs already"),
                        score(
                                SIMPLICITY,
                                2,
                                "no server at all; enough for " + Facts.rate(f.peak())),
                        score(
                                REVERSIBILITY,
                                0,
                                "no roles: who may read personal data is decided in code only")),
                candidate(
                        "MariaDB",
                        huge
                                ? "one primary does not carry "
                                        + Numbers.print(BigDecimal.valueOf(f.bytes()), Unit.BYTE)
                                : "",
                        score(
                                TESTABILITY,
                                1,
                                "can be run in the build, but its rules have no partial unique index: "
                                        + f.names().guarded()
                                        + " needs a generated column"),
                        score(READABILITY, 0, "that column has to be explained to every reader"),
                        score(
                                CONSISTENCY,
                                f.uses().contains("mysql") || f.uses().contains("mariadb") ? 2 : 0,
                                "nobody said what runs already"),
                        score(SIMPLICITY, 0, "as much care as PostgreSQL"),
                        score(REVERSIBILITY, 1, "standard SQL for the most part")),
                candidate(
                        "MongoDB",
                        f.overBudget(replicaSet)
                                ? "transactions need a replica set: three machines, "
                                        + Facts.euro(replicaSet)
                                        + " a month"
                                : "",
                        score(
                                TESTABILITY,
                                -1,
                                f.names().guarded()
                                        + " would be code around a transaction instead of a constraint"),
                        score(
                                READABILITY,
                                -1,
                                "references between "
                                        + f.names().tables()
                                        + " entities are kept by hand"),
                        score(CONSISTENCY, 0, "nobody said what runs already"),
                        score(SIMPLICITY, -1, "a replica set of three"),
                        score(REVERSIBILITY, -1, "documents have to be taken apart to leave")));
    }

    @Override
    public List<Dial> dials() {
        return List.of(
                new Dial(
                        "data at the horizon",
                        Facts::bytes,
                        Facts::withBytes,
                        1e6,
                        1e15,
                        v -> Numbers.print(BigDecimal.valueOf(v), Unit.BYTE)));
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        if (chosen.equals("PostgreSQL") && f.peak() > 100) {
            return List.of(
                    "One primary takes every write; a second one is no setting but another design.");
        }
        return chosen.equals("PostgreSQL")
                ? List.of(
                        "SQLite would need no server for "
                                + Facts.rate(f.peak())
                                + "; it has no roles, and what two writers do at once cannot be tried.")
                : List.of(
                        "The rules have to be attacked again on "
                                + chosen
                                + "; what stands under evidence/ was tried on PostgreSQL.");
    }
}

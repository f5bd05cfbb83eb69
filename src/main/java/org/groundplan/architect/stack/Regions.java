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

/** In how many places it lives. */
record Regions() implements Choice {
    static final String ONE = "one region";
    static final String ZONES = "one region, two zones";
    static final String STANDBY = "a standby in a second place";
    static final String EVERYWHERE = "every place writes";

    @Override
    public String name() {
        return "regions";
    }

    @Override
    public boolean asked(Facts f) {
        return f.of(Fact.SITES) >= 2
                || f.names().regions().size() >= 2
                || f.of(Fact.RTO) >= 0
                || f.of(Fact.DOWNTIME) >= 0;
    }

    @Override
    public String answers(Facts f) {
        StringBuilder out = new StringBuilder();
        if (f.of(Fact.SITES) >= 2) {
            out.append(Facts.count(f.of(Fact.SITES))).append(" sites");
        }
        if (f.of(Fact.DOWNTIME) >= 0) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(f.names().strictest())
                    .append(" away for at most ")
                    .append(Facts.minutes(f.of(Fact.DOWNTIME)))
                    .append(" a month");
        }
        if (f.of(Fact.RTO) >= 0) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append("back within ")
                    .append(Facts.seconds(f.of(Fact.RTO)));
        }
        return out.isEmpty() ? "no promise was given" : out.toString();
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double down = f.of(Fact.DOWNTIME);
        double rto = f.of(Fact.RTO);
        boolean places = f.of(Fact.SITES) >= 2 || f.names().regions().size() >= 2;
        // A restore from a backup takes hours (assumed: 4), a zone's failure about one a year.
        String restore =
                rto >= 0 && rto < 4 * 3600
                        ? "a restore elsewhere takes about 4 h (assumed), and "
                                + Facts.seconds(rto)
                                + " were asked for"
                        : "";
        return List.of(
                candidate(
                        ONE,
                        places
                                ? "more than one place was asked for"
                                : down >= 0 && down < 30
                                        ? f.names().strictest()
                                                + " leaves "
                                                + Facts.minutes(down)
                                                + " a month, less than one zone is away when it fails"
                                        : restore,
                        score(TESTABILITY, 2, "one database, one truth for " + f.names().guarded()),
                        trait(READABILITY, 1, "one place to look"),
                        trait(SIMPLICITY, 2, "nothing to switch over"),
                        trait(REVERSIBILITY, 1, "a second place can be added")),
                candidate(
                        ZONES,
                        places
                                ? "more than one place was asked for"
                                : f.ownMachines() ? "own machines in one place are one zone" : "",
                        score(
                                TESTABILITY,
                                1,
                                f.names().guarded()
                                        + " has one writer at a time; taking over is rehearsed"),
                        trait(READABILITY, 1, "one region to look at"),
                        score(
                                SIMPLICITY,
                                1,
                                "the database's copy and the second instance are bought; "
                                        + f.names().guarded()
                                        + " stays with one writer"),
                        trait(REVERSIBILITY, 1, "one setting")),
                candidate(
                        STANDBY,
                        "",
                        score(
                                TESTABILITY,
                                0,
                                "moving “"
                                        + f.names().busiest()
                                        + "” over has to be rehearsed, with what the log had not sent"),
                        trait(READABILITY, 0, "two places, one of which waits"),
                        trait(SIMPLICITY, -1, "twice the machines, and a decision who leads"),
                        trait(REVERSIBILITY, 0, "the second place can be given up")),
                candidate(
                        EVERYWHERE,
                        f.operators() < 3
                                ? f.names().guarded()
                                        + " would have to hold between places that do not see each other, with "
                                        + (f.operators() < 1
                                                ? "nobody"
                                                : Facts.people(f.operators()))
                                        + " to run it"
                                : "",
                        score(
                                TESTABILITY,
                                rto >= 0 && rto < 30 ? 1 : -1,
                                "two writers of "
                                        + f.names().guarded()
                                        + " have to be tried against each other"),
                        score(
                                READABILITY,
                                -1,
                                "which place is right has to be said for each of "
                                        + f.names().tables()
                                        + " entities"),
                        trait(SIMPLICITY, -2, "conflicts, clocks and twice of everything"),
                        trait(REVERSIBILITY, -2, "nothing goes back to one writer by itself")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.DOWNTIME, Fact.RTO, Fact.SITES);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals(ONE)
                ? List.of(
                        "When the region is away, so is “"
                                + f.names().busiest()
                                + "”, until a backup is restored elsewhere.")
                : List.of();
    }
}

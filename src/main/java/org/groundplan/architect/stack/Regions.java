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
    static final String CELLS = "a place of its own for each part";
    static final String EVERYWHERE = "every place writes";

    @Override
    public String name() {
        return "regions";
    }

    @Override
    public boolean asked(Facts f) {
        return f.of(Fact.SITES) >= 2
                || f.names().regions().size() >= 2
                || f.names().residency().size() >= 2
                || f.of(Fact.RPO) >= 0
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
        if (f.of(Fact.RPO) >= 0) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(
                            f.of(Fact.RPO) == 0
                                    ? "no write lost"
                                    : "at most "
                                            + Facts.seconds(f.of(Fact.RPO))
                                            + " of writes lost");
        }
        if (f.names().residency().size() >= 2) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append("data stays in ")
                    .append(String.join(" or ", f.names().residency()));
        }
        return out.isEmpty() ? "no promise was given" : out.toString();
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double down = f.of(Fact.DOWNTIME);
        double rto = f.of(Fact.RTO);
        boolean places = f.of(Fact.SITES) >= 2 || f.names().regions().size() >= 2;
        double restore = f.of(Fact.BYTES) / DeploymentTarget.RESTORE;
        String late =
                rto >= 0 && rto < restore + 3_600
                        ? "a restore of "
                                + Facts.bytes(f.of(Fact.BYTES))
                                + " elsewhere takes "
                                + Facts.seconds(Math.ceil(restore) + 3_600)
                                + " (assumed: an hour and 100 MB/s), and "
                                + Facts.seconds(rto)
                                + " were asked for"
                        : f.of(Fact.RPO) == 0
                                ? "what was written since the last log was archived would be lost"
                                : "";
        boolean apart = f.names().residency().size() >= 2 && !f.names().splitBy().isEmpty();
        String stays =
                apart
                        ? "data has to stay in "
                                + String.join(" or ", f.names().residency())
                                + ", each in its own"
                        : "";
        boolean none = f.of(Fact.RPO) == 0;
        List<Candidate> all = new java.util.ArrayList<>();
        if (apart) {
            all.add(cells(f));
        }
        all.addAll(
                List.of(
                        candidate(
                                ONE,
                                places
                                        ? "more than one place was asked for"
                                        : down >= 0 && down < 30
                                                ? f.names().strictest()
                                                        + " leaves "
                                                        + Facts.minutes(down)
                                                        + " a month, less than one zone is away when it fails"
                                                : late.isEmpty() ? stays : late,
                                score(
                                        TESTABILITY,
                                        2,
                                        "one database, one truth for " + f.names().guarded()),
                                trait(READABILITY, 1, "one place to look"),
                                trait(SIMPLICITY, 2, "nothing to switch over"),
                                trait(REVERSIBILITY, 1, "a second place can be added")),
                        candidate(
                                ZONES,
                                places
                                        ? "more than one place was asked for"
                                        : f.ownMachines()
                                                ? "own machines in one place are one zone"
                                                : stays,
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
                                stays,
                                score(
                                        TESTABILITY,
                                        0,
                                        "moving “"
                                                + f.names().busiest()
                                                + (none
                                                        ? "” over has to be rehearsed, and each commit waits for the other place"
                                                        : "” over has to be rehearsed, with what the log had not sent")),
                                trait(READABILITY, 0, "two places, one of which waits"),
                                trait(
                                        SIMPLICITY,
                                        -1,
                                        "twice the machines, and a decision who leads"),
                                trait(REVERSIBILITY, 0, "the second place can be given up")),
                        candidate(
                                EVERYWHERE,
                                !stays.isEmpty()
                                        ? stays
                                        : f.operators() < 3
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
                                trait(
                                        REVERSIBILITY,
                                        -2,
                                        "nothing goes back to one writer by itself"))));
        return all;
    }

    /** The same stack in each place, and who belongs where. */
    private static Candidate cells(Facts f) {
        String part = f.names().splitBy();
        int places = f.names().residency().size();
        return candidate(
                CELLS,
                "",
                score(
                        TESTABILITY,
                        1,
                        f.names().guarded() + " holds within a " + part + ", and is tried there"),
                score(READABILITY, 0, "which " + part + " is where stands in one small directory"),
                score(
                        SIMPLICITY,
                        -1,
                        "everything "
                                + places
                                + " times, and a bill "
                                + places
                                + " times as high as the one below, which is for one place"),
                trait(REVERSIBILITY, 0, "a part can be moved by export and import"));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.DOWNTIME, Fact.RTO, Fact.SITES);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        if (chosen.equals(STANDBY) && f.of(Fact.RPO) == 0) {
            return List.of(
                    "Nothing may be lost, so each change waits for the other place (some milliseconds within a region, tens between two; assumed); while the standby is away, “"
                            + f.names().crossing().replaceAll("[“”]", "")
                            + "” and all other writes stop, or the promise is suspended: somebody has to say which.");
        }
        return chosen.equals(ONE)
                ? List.of(
                        "When the region is away, so is “"
                                + f.names().busiest()
                                + "”, until a backup is restored elsewhere.")
                : List.of();
    }
}

package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.first;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.architect.boundaries.ServiceGroups;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Capacity;
import org.groundplan.model.Decision.Candidate;

/** What it runs on, and for how much. */
record DeploymentTarget() implements Choice {

    /** Minutes until a lost machine is replaced by hand (assumed). */
    private static final double REPLACE = 30;

    /** Minutes until somebody is there in the morning (assumed). */
    private static final double UNATTENDED = 480;

    /** People of whom one can be on call every fourth week. */
    private static final double ROTA = 4;

    /** Bytes a second at which a backup is restored (assumed). */
    static final double RESTORE = Capacity.RESTORE;

    /** Seconds of restoring beyond which a copy has to be there already: a day. */
    private static final double TOO_LONG = 86_400;

    @Override
    public String name() {
        return "deployment target";
    }

    @Override
    public String answers(Facts f) {
        return (f.budget() < 0
                        ? "no budget was given"
                        : "at most " + Facts.euro(f.budget()) + " a month")
                + ", "
                + Facts.people(f.engineers())
                + (f.operators() > 0
                        ? ", " + Facts.count(f.operators()) + " of them to run it"
                        : ", none of them to run it")
                + (f.runsOn().isEmpty() ? "" : ", on " + String.join(" and ", f.runsOn()));
    }

    /** Half cores in such a machine. */
    private static final int HALVES = 4;

    /** Whether one machine is not enough, for whatever reason. */
    static boolean several(Facts f) {
        return !single(f, 1).isEmpty();
    }

    /** What forbids a single machine. */
    private static String single(Facts f, double most) {
        if (f.of(Fact.SITES) >= 2) {
            return Facts.count(f.of(Fact.SITES)) + " sites were asked for";
        }
        double down = f.of(Fact.DOWNTIME);
        boolean rota = f.engineers() >= ROTA;
        double away = rota ? REPLACE : UNATTENDED;
        if (down >= 0 && down < away) {
            return f.names().strictest()
                    + " may be away for "
                    + Facts.minutes(down)
                    + " a month, and "
                    + (rota
                            ? "replacing a machine takes about 30 (assumed)"
                            : "with "
                                    + Facts.people(f.engineers())
                                    + " nobody answers at night: a lost machine is away for up to 8 h (assumed)");
        }
        if (f.of(Fact.BYTES) / RESTORE > TOO_LONG) {
            return "restoring "
                    + Facts.bytes(f.of(Fact.BYTES))
                    + " takes "
                    + Facts.seconds(f.of(Fact.BYTES) / RESTORE)
                    + " (assumed 100 MB/s), so a copy has to be there";
        }
        double machines = machines(f);
        return machines > most
                ? Facts.rate(f.peak())
                        + " at the peak needs "
                        + Facts.count(machines)
                        + " machines of two cores"
                : "";
    }

    private static double machines(Facts f) {
        return Math.max(1, Math.ceil(f.peak() * f.names().coresEach() / 2));
    }

    private static String place(Facts f, boolean rented, boolean cluster) {
        if (rented && f.ownMachines()) {
            return Facts.place(f.runsOn());
        }
        if (!cluster && f.asksFor("kubernetes")) {
            return "Kubernetes was asked for";
        }
        return "";
    }

    private static String over(Facts f, double euro) {
        return f.overBudget(euro) ? Facts.euro(euro) + " a month is over the budget" : "";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        Offers o = Offers.of(f.runsOn());
        double cores = Math.max(1, Math.ceil(f.peak() * f.names().databaseCoresEach()));
        double database = Offers.price(catalog, o.databaseFor(cores)) * cores;
        double vm = Offers.price(catalog, o.machine());
        boolean own = f.ownMachines();
        int care = catalog.technology("PostgreSQL").ops();
        double machines = machines(f);
        double two = Math.max(2, machines);
        double rented = vm + database;
        double container = Offers.price(catalog, o.container());
        double containers = (machines == 1 ? 2 : HALVES * two) * container + 2 * database;
        double plane = Offers.price(catalog, o.plane());
        double cluster = plane + two * vm + 2 * database;
        String laptop = "“" + f.names().busiest() + "” runs on a laptop from the same compose file";
        String moves = "a dump and a container image move anywhere";
        return List.of(
                candidate(
                        Targets.ONE_RENTED,
                        first(place(f, true, false), over(f, rented), single(f, 1)),
                        score(TESTABILITY, 1, laptop),
                        trait(READABILITY, 1, "one file says what runs"),
                        score(
                                SIMPLICITY,
                                2,
                                Facts.euro(rented)
                                        + " a month, and backup is somebody else's work, not that of "
                                        + Facts.people(f.engineers())),
                        trait(REVERSIBILITY, 1, moves)),
                candidate(
                        Targets.ONE,
                        first(
                                place(f, false, false),
                                own ? "" : over(f, vm),
                                single(
                                        f,
                                        f.peak()
                                                                * (f.names().coresEach()
                                                                        + f.names()
                                                                                .databaseCoresEach())
                                                        > 4.5
                                                ? 0
                                                : 1)),
                        score(TESTABILITY, 1, laptop),
                        trait(READABILITY, 1, "one file says what runs"),
                        score(
                                SIMPLICITY,
                                1,
                                (own ? "a machine that is there" : Facts.euro(vm) + " a month")
                                        + ", but backup, restore and PostgreSQL updates are ours: about "
                                        + care
                                        + " hours a month (assumed)"),
                        trait(REVERSIBILITY, 1, moves)),
                candidate(
                        Targets.TWO,
                        first(
                                place(f, false, false),
                                own ? "" : over(f, 2 * vm),
                                machines > 2
                                        ? Facts.rate(f.peak())
                                                + " at the peak needs "
                                                + Facts.count(machines)
                                                + " machines of two cores"
                                        : ""),
                        score(
                                TESTABILITY,
                                0,
                                "taking over during “"
                                        + f.names().busiest()
                                        + "” has to be rehearsed, the rest runs on a laptop"),
                        trait(READABILITY, 0, "two files, and the order in which they take over"),
                        score(
                                SIMPLICITY,
                                0,
                                (own
                                                ? "two machines that are there"
                                                : Facts.euro(2 * vm) + " a month")
                                        + ", and about "
                                        + 3 * care
                                        + " hours a month for "
                                        + Facts.people(f.engineers())
                                        + " (assumed): replication, taking over, backup"),
                        trait(REVERSIBILITY, 1, moves)),
                candidate(
                        Targets.CONTAINERS,
                        first(place(f, true, false), over(f, containers)),
                        score(
                                TESTABILITY,
                                1,
                                "“"
                                        + f.names().busiest()
                                        + "” runs from the same image on a laptop; "
                                        + o.containers()
                                        + " only starts it"),
                        trait(
                                READABILITY,
                                0,
                                "one definition for each process, in " + o.cloud() + "'s words"),
                        score(
                                SIMPLICITY,
                                1,
                                Facts.euro(containers)
                                        + " a month for "
                                        + (machines == 1
                                                ? "two of everything"
                                                : "what is "
                                                        + Facts.count(two)
                                                        + " machines elsewhere")
                                        + "; no machine to patch for "
                                        + Facts.people(f.engineers())),
                        trait(
                                REVERSIBILITY,
                                0,
                                "the image moves, what is written around it does not")),
                candidate(
                        Targets.CLUSTER,
                        first(
                                place(f, true, true),
                                over(f, cluster),
                                f.operators() < 1
                                                && f.engineers() < ROTA
                                                && !f.asksFor("kubernetes")
                                        ? "of "
                                                + Facts.people(f.engineers())
                                                + " none is there to follow a cluster's releases"
                                        : ""),
                        score(
                                TESTABILITY,
                                clusterTested(f) ? 2 : 0,
                                clusterTested(f)
                                        ? Facts.people(f.operators())
                                                + " can keep a cluster in the build like the one that is rented"
                                        : "what starts “"
                                                + f.names().busiest()
                                                + "” can be checked, but a cluster has to be rented to try it"),
                        trait(READABILITY, -1, "several manifests for each process"),
                        score(
                                SIMPLICITY,
                                -1,
                                Facts.euro(cluster)
                                        + " a month at today's load, and a minor release to follow about every four months"),
                        trait(REVERSIBILITY, 1, "manifests run with any provider")),
                candidate(
                        Targets.OWN_CLUSTER,
                        first(
                                f.operators() < 2
                                        ? "a cluster of one's own takes two people who know it; of "
                                                + Facts.people(f.engineers())
                                                + (f.operators() < 1
                                                        ? " none is there to run it"
                                                        : " one is there to run it")
                                        : "",
                                own ? "" : over(f, 3 * vm)),
                        score(
                                TESTABILITY,
                                own && clusterTested(f) ? 1 : 0,
                                "what starts “"
                                        + f.names().busiest()
                                        + "” can be checked, and a small cluster runs in the build"),
                        trait(READABILITY, -1, "several manifests for each process"),
                        score(
                                SIMPLICITY,
                                -2,
                                "three control nodes, storage and upgrades for "
                                        + Facts.people(f.engineers())),
                        trait(REVERSIBILITY, 1, "manifests run with any provider")),
                asleep(f, catalog));
    }

    /** A cluster is worth its care from about five services on, with people to care for it. */
    private static boolean clusterTested(Facts f) {
        return f.operators() >= 2 && ServiceGroups.lines(f.engineers()) >= 5;
    }

    private static Candidate asleep(Facts f, Catalog catalog) {
        double euro = catalog.price("managed PostgreSQL, developer plan").eur().doubleValue();
        return candidate(
                Targets.ASLEEP,
                first(
                        place(f, true, false),
                        over(f, euro),
                        f.peak() > 50 ? "at " + Facts.rate(f.peak()) + " it would never rest" : ""),
                score(
                        TESTABILITY,
                        -1,
                        "what starts “"
                                + f.names().busiest()
                                + "” is the provider's and cannot be run locally as it is"),
                trait(READABILITY, 0, "one function for each use case"),
                score(
                        SIMPLICITY,
                        1,
                        Facts.euro(euro)
                                + " a month, and the first request after a pause waits until something runs"),
                trait(REVERSIBILITY, -1, "triggers and permissions belong to one provider"));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.BUDGET, Fact.PEAK, Fact.DOWNTIME, Fact.SITES, Fact.ENGINEERS);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        if (chosen.contains("Kubernetes")) {
            return List.of(
                    "A cluster asks for somebody who knows it: upgrades every few months, and manifests, limits and probes that one machine does not have.");
        }
        if (chosen.equals(Targets.CONTAINERS)) {
            return List.of(
                    "While the database takes over, “"
                            + f.names().busiest()
                            + "” waits or fails for about a minute (assumed).");
        }
        if (chosen.equals(Targets.TWO)) {
            return List.of(
                    "Two machines cannot decide by majority which of them leads: somebody, or a third small machine, has to.");
        }
        if (chosen.equals(Targets.ASLEEP)) {
            return List.of(
                    "Who comes after a pause waits some seconds for “"
                            + f.names().busiest()
                            + "”.");
        }
        return List.of(
                "One machine is one point of failure: while it is replaced, “"
                        + f.names().busiest()
                        + "” is down.");
    }
}

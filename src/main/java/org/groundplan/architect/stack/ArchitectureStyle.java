package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.architect.boundaries.ServiceGroups;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/**
 * How many things are deployed. One, until a number says otherwise: people waiting for one
 * another's releases, or a stream that has to be scaled by itself.
 */
record ArchitectureStyle() implements Choice {
    private static final String FUNCTIONS = "functions on demand";

    /** People whom a service needs to be kept, one of them away. */
    static final double KEEPERS = 2;

    @Override
    public String name() {
        return "architecture style";
    }

    @Override
    public String answers(Facts f) {
        return Facts.people(f.engineers())
                + " for "
                + f.names().tables()
                + " entities, "
                + Facts.rate(f.peak())
                + " at the peak";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        return List.of(
                monolith(f, catalog),
                workers(f, catalog),
                few(f, catalog),
                many(f, catalog),
                functions(f));
    }

    private static String queue(Facts f) {
        return Facts.people(f.engineers())
                + " at half a change a day and 15 minutes each (assumed) keep one line of releases "
                + Facts.percent(ServiceGroups.busy(f.engineers()))
                + " busy";
    }

    /** What forbids one deployable, whatever its inside. */
    private static String crowded(Facts f, Catalog catalog) {
        double machine = Facts.machine(catalog);
        return f.engineers() > ServiceGroups.ONE_LINE
                ? queue(f) + ", more than 60 %"
                : f.overBudget(machine)
                        ? "a process that is always there costs "
                                + Facts.euro(machine)
                                + " a month, more than the budget"
                        : "";
    }

    /** A stream of more than half of what one primary takes. */
    private static boolean flood(Facts f) {
        return f.of(Fact.STREAM) > Choices.PRIMARY / 2;
    }

    private static String whole(Facts f) {
        int entities = f.names().tables();
        return (entities == 1 ? "the only entity is" : "the " + entities + " entities are")
                + " one module, so there is nothing to cut";
    }

    private static Candidate monolith(Facts f, Catalog catalog) {
        String crowded = crowded(f, catalog);
        return candidate(
                ServiceGroups.MONOLITH,
                !crowded.isEmpty()
                        ? crowded
                        : flood(f)
                                ? Facts.rate(f.of(Fact.STREAM))
                                        + " of "
                                        + f.names().stream()
                                        + " would stop with every release of the rest"
                                : "",
                score(
                        TESTABILITY,
                        2,
                        f.names().crossing()
                                + " is one transaction, so one test and one attack cover it"),
                score(
                        READABILITY,
                        1,
                        "a use case is read in one place; "
                                + f.names().tables()
                                + " entities fit into one code base"),
                score(
                        SIMPLICITY,
                        2,
                        "one thing to deploy, watch and restart for "
                                + Facts.people(f.engineers())),
                trait(REVERSIBILITY, 1, "modules own their tables, so one can leave later"));
    }

    private static Candidate workers(Facts f, Catalog catalog) {
        String crowded = crowded(f, catalog);
        String stream = f.names().stream();
        return candidate(
                ServiceGroups.APART,
                !crowded.isEmpty()
                        ? "one code base, and so one line of releases, all the same"
                        : stream.isEmpty()
                                ? "none of the "
                                        + f.names().tables()
                                        + " entities is appended as a stream"
                                : "",
                score(
                        TESTABILITY,
                        1,
                        f.names().crossing()
                                + " stays one transaction, but what takes in "
                                + (stream.isEmpty() ? "a stream" : stream)
                                + " is tested as a process of its own"),
                trait(READABILITY, 1, "one code base, started in two roles"),
                score(
                        SIMPLICITY,
                        1,
                        "two processes to size, for "
                                + Facts.rate(f.of(Fact.STREAM))
                                + " of one kind"),
                trait(REVERSIBILITY, 1, "one setting puts both back into one process"));
    }

    private static Candidate few(Facts f, Catalog catalog) {
        List<String> cut = f.names().cut();
        double needed = ServiceGroups.lines(f.engineers());
        double machines = needed * Facts.machine(catalog);
        return candidate(
                ServiceGroups.FEW,
                f.names().modules() == 1
                        ? whole(f)
                        : f.engineers() < KEEPERS * 2
                                ? "two services need two people each to be kept, and "
                                        + Facts.are(f.engineers())
                                : f.overBudget(machines)
                                        ? Facts.euro(machines)
                                                + " a month for their machines is over the budget"
                                        : f.names().modules() > 2 && needed >= f.names().modules()
                                                ? queue(f)
                                                        + ": "
                                                        + Facts.count(needed)
                                                        + " lines are needed, one for each module"
                                                : "",
                score(
                        TESTABILITY,
                        cut.isEmpty() ? 1 : 0,
                        cut.isEmpty()
                                ? "no rule and no transaction of "
                                        + f.names().modules()
                                        + " modules is cut; what crosses is tested by its contract"
                                : cut.stream()
                                                .limit(2)
                                                .map(u -> "“" + u + "”")
                                                .collect(Collectors.joining(" and "))
                                        + (cut.size() > 2
                                                ? " and " + (cut.size() - 2) + " more"
                                                : "")
                                        + (cut.size() == 1
                                                ? " becomes a message, to be tried with repeats and deaths"
                                                : " become messages, to be tried with repeats and deaths")),
                score(
                        READABILITY,
                        0,
                        "“" + f.names().busiest() + "” is read in one of them, its answers in two"),
                score(
                        SIMPLICITY,
                        -1,
                        Facts.count(needed)
                                + " pipelines, and calls between them that can fail, for "
                                + Facts.people(f.engineers())),
                trait(
                        REVERSIBILITY,
                        0,
                        "two can be joined again while they share a database server"));
    }

    private static Candidate many(Facts f, Catalog catalog) {
        int services = f.names().modules();
        double machines = services * Facts.machine(catalog);
        return candidate(
                ServiceGroups.MANY,
                services == 1
                        ? whole(f)
                        : f.engineers() < KEEPERS * services
                                ? services
                                        + " services need two people each to be kept, and "
                                        + Facts.are(f.engineers())
                                : f.overBudget(machines)
                                        ? Facts.euro(machines)
                                                + " a month for their machines is over the budget"
                                        : "",
                score(
                        TESTABILITY,
                        f.names().tied() == 0 ? 0 : -1,
                        f.names().tied() == 0
                                ? "no rule and no transaction spans two of the "
                                        + services
                                        + " modules, but every screen does"
                                : f.names().tied()
                                        + (f.names().tied() == 1
                                                ? " cut would go"
                                                : " cuts would go")
                                        + " through a rule or a transaction, such as "
                                        + f.names().crossing()
                                        + ": a saga with its own failure tests"),
                score(
                        READABILITY,
                        0,
                        "each service is small, but the use case “"
                                + f.names().busiest()
                                + "” is read across several"),
                score(
                        SIMPLICITY,
                        -2,
                        services + " pipelines, and calls that can fail between them"),
                trait(REVERSIBILITY, -1, "boundaries between databases are dear to move"));
    }

    private static Candidate functions(Facts f) {
        return candidate(
                FUNCTIONS,
                f.ownMachines()
                        ? "no cloud may be used"
                        : f.engineers() > ServiceGroups.ONE_LINE
                                ? "one function for each use case is no boundary between "
                                        + Facts.people(f.engineers())
                                : f.peak() > 100
                                        ? "at "
                                                + Facts.rate(f.peak())
                                                + " something always runs, and functions are the dearest way to run it"
                                        : "",
                score(
                        TESTABILITY,
                        -1,
                        "the runtime that decides about "
                                + f.names().crossing()
                                + " cannot be run locally as it is"),
                trait(READABILITY, 0, "one function for each use case"),
                trait(
                        SIMPLICITY,
                        0,
                        "nothing to patch and nothing to pay while nobody calls, but each opens its own database connection"),
                trait(REVERSIBILITY, -1, "triggers and permissions belong to one provider"));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.ENGINEERS, Fact.STREAM, Fact.BUDGET);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        List<String> given = new ArrayList<>();
        if (chosen.startsWith(ServiceGroups.MONOLITH)) {
            given.add(
                    f.names().strictest().isEmpty()
                            ? "A fault in one module can take the others down; a restart interrupts “"
                                    + f.names().busiest()
                                    + "” for some seconds."
                            : "A fault in any module can take "
                                    + f.names().strictest()
                                    + " down, which may be away for "
                                    + Facts.minutes(f.of(Fact.DOWNTIME))
                                    + " a month.");
        } else {
            given.add(
                    f.names().crossing()
                            + " and whatever else crosses a service has to be watched across both.");
        }
        return given;
    }
}

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

/** What it runs on, and for how much. */
record DeploymentTarget() implements Choice {
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
                + Choices.people(f.engineers())
                + ", nobody on call unless the brief says so";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double vm = Facts.machine(catalog);
        double database = catalog.price("managed PostgreSQL, 1 vCPU, 1 GB").eur().doubleValue();
        double plane = catalog.price("managed Kubernetes control plane").eur().doubleValue();
        double one = vm;
        double two = vm + database;
        double cluster = plane + 2 * vm + database;
        boolean large = f.engineers() >= 12;
        return List.of(
                candidate(
                        "one virtual machine, managed PostgreSQL",
                        f.overBudget(two)
                                ? Facts.euro(two) + " a month is over the budget"
                                : f.peak() > 500
                                        ? Facts.rate(f.peak())
                                                + " at the peak needs more than one machine"
                                        : "",
                        score(TESTABILITY, 1, "the same compose file runs on a laptop"),
                        score(READABILITY, 1, "one file says what runs"),
                        score(
                                SIMPLICITY,
                                2,
                                Facts.euro(two)
                                        + " a month, and backup is somebody else's work, not that of "
                                        + Choices.people(f.engineers())),
                        score(REVERSIBILITY, 1, "a dump and a container image move anywhere")),
                candidate(
                        "one virtual machine for everything",
                        f.overBudget(one)
                                ? Facts.euro(one) + " a month is over the budget"
                                : f.peak() > 300
                                        ? Facts.rate(f.peak())
                                                + " at the peak needs more than one machine"
                                        : "",
                        score(TESTABILITY, 1, "the same compose file runs on a laptop"),
                        score(READABILITY, 1, "one file says what runs"),
                        score(
                                SIMPLICITY,
                                1,
                                Facts.euro(one)
                                        + " a month, but backup, restore and PostgreSQL updates are ours: about "
                                        + catalog.technology("PostgreSQL").ops()
                                        + " hours a month (assumed)"),
                        score(REVERSIBILITY, 1, "a dump and a container image move anywhere")),
                candidate(
                        "managed Kubernetes",
                        f.overBudget(cluster)
                                ? "control plane "
                                        + Facts.euro(plane)
                                        + ", two nodes and a database: "
                                        + Facts.euro(cluster)
                                        + " a month"
                                : "",
                        score(
                                TESTABILITY,
                                large ? 2 : 0,
                                "manifests can be checked, a cluster has to be rented to try them"),
                        score(READABILITY, -1, "several manifests for one process"),
                        score(
                                SIMPLICITY,
                                large ? 1 : -2,
                                "a minor release to follow about every four months"),
                        score(REVERSIBILITY, 1, "manifests run with any provider")));
    }

    @Override
    public List<Dial> dials() {
        return List.of(Choices.BUDGET, Choices.PEAK, Choices.ENGINEERS);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        if (chosen.contains("Kubernetes")) {
            return List.of(
                    "A cluster asks for somebody who knows it: upgrades every few months, and manifests, limits and probes that one machine does not have.");
        }
        return List.of(
                "One machine is one point of failure: while it is replaced, “"
                        + f.names().busiest()
                        + "” is down.");
    }
}

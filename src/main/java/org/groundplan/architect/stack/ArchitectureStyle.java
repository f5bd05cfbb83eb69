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

/** How many things are deployed. */
record ArchitectureStyle() implements Choice {
    @Override
    public String name() {
        return "architecture style";
    }

    @Override
    public String answers(Facts f) {
        return Choices.people(f.engineers())
                + " for "
                + f.names().tables()
                + " entities, "
                + Facts.rate(f.peak())
                + " at the peak";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        int services = f.names().modules();
        boolean hands = f.engineers() < 2.0 * services;
        double load = f.peak();
        String crossing = f.names().crossing();
        return List.of(
                candidate(
                        "modular monolith",
                        "",
                        score(
                                TESTABILITY,
                                f.engineers() > 8.0 * services ? 0 : 2,
                                crossing
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
                                        + Choices.people(f.engineers())),
                        score(
                                REVERSIBILITY,
                                1,
                                "modules own their tables, so one can leave later")),
                candidate(
                        "one service per module",
                        services == 1
                                ? "there is one module, so there is nothing to cut"
                                : hands
                                        ? services
                                                + " services need at least two people each to be kept, and there "
                                                + (f.engineers() > 1 ? "are " : "is ")
                                                + Choices.people(f.engineers())
                                        : "",
                        score(
                                TESTABILITY,
                                f.engineers() > 8.0 * services ? 1 : -1,
                                crossing
                                        + " would span services: a saga with its own failure tests"),
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
                        score(REVERSIBILITY, -1, "boundaries between databases are dear to move")),
                candidate(
                        "functions on demand",
                        load > 50_000 ? "cold starts and connections at " + Facts.rate(load) : "",
                        score(
                                TESTABILITY,
                                -1,
                                "the runtime that decides about "
                                        + crossing
                                        + " cannot be run locally as it is"),
                        score(READABILITY, 0, "one function for each use case"),
                        score(
                                SIMPLICITY,
                                0,
                                "nothing to patch, but every function opens its own database connection"),
                        score(
                                REVERSIBILITY,
                                -1,
                                "triggers and permissions belong to one provider")));
    }

    @Override
    public List<Dial> dials() {
        return List.of(Choices.ENGINEERS);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return List.of(
                "A fault in one module can take the others down; a restart interrupts everything for some seconds.");
    }
}

package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.model.Decision.Criterion.CONSISTENCY;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** What it is written in. */
record RuntimeChoice() implements Choice {
    @Override
    public String name() {
        return "runtime";
    }

    @Override
    public String answers(Facts f) {
        return f.knows().isEmpty()
                ? "nobody said what "
                        + Choices.people(f.engineers())
                        + (f.engineers() > 1 ? " know" : " knows")
                : "the team knows " + String.join(", ", f.knows());
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        return List.of(
                of(
                        "Java 25 with Spring Boot 4.1",
                        List.of("java", "kotlin"),
                        f,
                        catalog,
                        2,
                        "the compiler checks every refusal of "
                                + f.names().guarded()
                                + "; a real PostgreSQL starts inside the test",
                        0,
                        0),
                of(
                        "Python with Django 5.2",
                        List.of("python"),
                        f,
                        catalog,
                        1,
                        "a real PostgreSQL in the test, types checked on request",
                        1,
                        1),
                of(
                        "Node 24 with Fastify",
                        List.of("node", "javascript", "typescript"),
                        f,
                        catalog,
                        1,
                        "quick tests, types by convention",
                        0,
                        0));
    }

    private Candidate of(
            String name,
            List<String> languages,
            Facts f,
            Catalog catalog,
            int testability,
            String tests,
            int readability,
            int simplicity) {
        boolean unknown =
                !f.knows().isEmpty()
                        && f.knows().stream().noneMatch(languages::contains)
                        && f.knows().stream()
                                .anyMatch(k ->
                                        List.of(
                                                        "java",
                                                        "kotlin",
                                                        "python",
                                                        "node",
                                                        "javascript",
                                                        "typescript")
                                                .contains(k));
        return candidate(
                name,
                unknown
                        ? "the team knows "
                                + String.join(", ", f.knows())
                                + ", and nobody else will maintain it"
                        : "",
                score(TESTABILITY, testability, tests),
                score(
                        READABILITY,
                        readability,
                        readability > 0
                                ? "an administration page for "
                                        + f.names().tables()
                                        + " entities comes with it"
                                : "plain controllers and SQL"),
                score(
                        CONSISTENCY,
                        f.knows().stream().anyMatch(languages::contains) ? 2 : 0,
                        f.knows().isEmpty() ? "nobody said" : "what the team knows"),
                score(
                        SIMPLICITY,
                        simplicity,
                        "supported until " + catalog.technology(name).support()),
                score(
                        REVERSIBILITY,
                        0,
                        "rewriting "
                                + f.names().tables()
                                + " entities costs the same from any of them"));
    }

    @Override
    public List<Dial> dials() {
        return List.of();
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return f.knows().isEmpty()
                ? List.of(
                        "If the developer writes Python or PHP today, that outweighs this comparison; schema, statements and contract stay.")
                : List.of();
    }
}

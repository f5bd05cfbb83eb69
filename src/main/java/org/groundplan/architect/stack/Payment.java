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

/** Who sees the card. */
record Payment() implements Choice {
    @Override
    public String name() {
        return "payment";
    }

    @Override
    public boolean asked(Facts f) {
        return !f.names().payer().isEmpty();
    }

    @Override
    public String answers(Facts f) {
        return f.names().payer().isEmpty()
                ? "nothing is paid in this brief"
                : f.names().payer()
                        + " takes the money for “"
                        + f.names().paying()
                        + "”, and tells us later whether it came";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        String payer = f.names().payer().isEmpty() ? "a provider" : f.names().payer();
        boolean embedded =
                f.prefers().stream()
                        .anyMatch(p -> p.contains("embedded") || p.contains("own form"));
        boolean own =
                f.operators() >= 5 && f.prefers().stream().anyMatch(p -> p.contains("own card"));
        return List.of(
                candidate(
                        "the provider's payment page",
                        embedded || own ? "the brief asks for a form of its own" : "",
                        score(
                                TESTABILITY,
                                1,
                                payer
                                        + " has a sandbox; ours is one redirect and one notice that may come twice"),
                        score(
                                READABILITY,
                                1,
                                "no card number in any of " + f.names().tables() + " entities"),
                        trait(SIMPLICITY, 2, "the shortest questionnaire of PCI DSS (SAQ A)"),
                        trait(REVERSIBILITY, 1, "another provider is another redirect")),
                candidate(
                        "the provider's fields in our page",
                        own ? "the brief asks for own card handling" : "",
                        score(
                                TESTABILITY,
                                0,
                                "their script runs in our page, so “"
                                        + f.names().paying()
                                        + "” has to be tried with it"),
                        score(
                                READABILITY,
                                1,
                                "no card number in any of " + f.names().tables() + " entities"),
                        trait(
                                SIMPLICITY,
                                1,
                                "still SAQ A, but every script of that page is in scope (PCI DSS 4.0.1, 6.4.3 and 11.6.1)"),
                        trait(REVERSIBILITY, 0, "the form is written around one provider")),
                candidate(
                        "own card handling",
                        own
                                ? ""
                                : "the whole of PCI DSS (SAQ D) for "
                                        + Facts.people(f.engineers())
                                        + ", and nobody asked for it",
                        score(
                                TESTABILITY,
                                0,
                                "“"
                                        + f.names().paying()
                                        + "” needs cards to test with, and an assessor"),
                        score(
                                READABILITY,
                                -1,
                                "a vault of its own beside " + f.names().tables() + " entities"),
                        trait(SIMPLICITY, -2, "keys, scans and an audit every year"),
                        trait(REVERSIBILITY, -2, "stored cards have to be moved or given up")));
    }

    @Override
    public List<Fact> dials() {
        return List.of();
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals("own card handling")
                ? List.of()
                : List.of(
                        f.names().payer()
                                + " decides when it tells us; until then nobody here knows whether somebody has paid.");
    }
}

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

/** Words in many rows. */
record TextSearch() implements Choice {
    @Override
    public String name() {
        return "text search";
    }

    @Override
    public boolean asked(Facts f) {
        return f.of(Fact.SEARCHED) > 0;
    }

    @Override
    public String answers(Facts f) {
        return f.of(Fact.SEARCHED) == 0
                ? "nothing is searched by words"
                : "“"
                        + f.names().search()
                        + "” over "
                        + Facts.count(f.of(Fact.SEARCHED))
                        + " rows"
                        + f.names().within();
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double node = catalog.price("managed search node").eur().doubleValue();
        return List.of(
                candidate(
                        "the database's own full-text index",
                        f.of(Fact.SEARCHED) > 20_000_000
                                ? "each search weighs its matches among "
                                        + Facts.count(f.of(Fact.SEARCHED))
                                        + " rows (assumed limit 20 million)"
                                : "",
                        score(
                                TESTABILITY,
                                1,
                                "“"
                                        + f.names().search()
                                        + "” is one statement whose plan is checked in the build"),
                        trait(
                                READABILITY,
                                1,
                                "a generated column and an index, no copy to keep in step"),
                        score(
                                SIMPLICITY,
                                2,
                                Facts.count(f.of(Fact.SEARCHED)) + " rows need no second system"),
                        trait(
                                REVERSIBILITY,
                                1,
                                "the statement is behind one operation and can be replaced")),
                candidate(
                        "OpenSearch",
                        f.overBudget(node + Facts.machine(catalog))
                                ? "a search node at "
                                        + Facts.euro(node)
                                        + " a month beside the rest is over the budget"
                                : "",
                        score(
                                TESTABILITY,
                                -1,
                                "what “"
                                        + f.names().search()
                                        + "” finds depends on when the copy was last brought up to date"),
                        trait(
                                READABILITY,
                                0,
                                "its own query language, but ranking and typing errors are handled"),
                        trait(
                                SIMPLICITY,
                                -2,
                                "a second store, fed by events, with half of its memory as heap"),
                        trait(REVERSIBILITY, 0, "the index can be rebuilt from the database")),
                candidate(
                        "pattern match without index",
                        f.of(Fact.SEARCHED) > 10_000
                                ? "it would read all "
                                        + Facts.count(f.of(Fact.SEARCHED))
                                        + " rows for each “"
                                        + f.names().search()
                                        + "”"
                                : "",
                        score(TESTABILITY, 1, "“" + f.names().search() + "” is one statement"),
                        trait(READABILITY, 1, "nothing to explain"),
                        trait(SIMPLICITY, 2, "nothing to keep"),
                        trait(REVERSIBILITY, 2, "nothing to undo")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.SEARCHED);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return f.of(Fact.SEARCHED) == 0
                ? List.of()
                : List.of(
                        "“"
                                + f.names().search()
                                + "” forgives no typing error and knows no word stems: “searching” does not find “search” until a language is chosen.");
    }
}

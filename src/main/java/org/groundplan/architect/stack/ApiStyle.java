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

/** How clients talk to it. */
record ApiStyle() implements Choice {
    @Override
    public String name() {
        return "api style";
    }

    @Override
    public String answers(Facts f) {
        return "one web client, "
                + f.names().queries()
                + " use cases that read; no outside developers were named";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        return List.of(
                candidate(
                        "REST",
                        "",
                        score(
                                TESTABILITY,
                                2,
                                "every sample is one request that can be recorded and replayed"),
                        score(
                                READABILITY,
                                1,
                                "refusals such as those of "
                                        + f.names().guarded()
                                        + " are plain status codes with problem details"),
                        score(SIMPLICITY, 1, "browsers and scanners speak it without a library"),
                        score(REVERSIBILITY, 1, "another style can stand beside it")),
                candidate(
                        "GraphQL",
                        "",
                        score(
                                TESTABILITY,
                                0,
                                "queries are the client's, so what runs on the database is not known in advance"),
                        score(READABILITY, 0, "one schema, but refusals hide in a 200"),
                        score(
                                SIMPLICITY,
                                -1,
                                "depth limits and batching are needed before the first query"),
                        score(REVERSIBILITY, 0, "clients depend on the whole graph")),
                candidate(
                        "gRPC",
                        "",
                        score(
                                TESTABILITY,
                                1,
                                "typed, but a browser cannot call it without a proxy"),
                        score(READABILITY, 1, "one file"),
                        score(SIMPLICITY, -1, "a proxy for browsers"),
                        score(REVERSIBILITY, 0, "generated clients have to follow")));
    }

    @Override
    public List<Dial> dials() {
        return List.of();
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return List.of(
                "A screen that needs several resources makes several requests; at "
                        + Facts.rate(f.peak())
                        + " that does not matter.");
    }
}

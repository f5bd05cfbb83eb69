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

/** How clients talk to it. */
record ApiStyle() implements Choice {
    @Override
    public String name() {
        return "api style";
    }

    @Override
    public String answers(Facts f) {
        return f.names().queries()
                + " use cases that read; “"
                + f.names().busiest()
                + "” most often of all"
                + (f.names().outsider().isEmpty()
                        ? ", for clients of our own"
                        : "; " + f.names().outsider() + " calls, too");
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        boolean graphs = f.prefers().stream().anyMatch(p -> p.contains("graphql"));
        boolean stubs = f.prefers().stream().anyMatch(p -> p.contains("grpc"));
        return List.of(
                candidate(
                        "REST",
                        graphs || stubs ? "the brief asks for another style" : "",
                        score(
                                TESTABILITY,
                                2,
                                "“"
                                        + f.names().busiestRead()
                                        + "” is one request that can be recorded and replayed"),
                        score(
                                READABILITY,
                                1,
                                "refusals such as those of "
                                        + f.names().guarded()
                                        + " are plain status codes with problem details"),
                        trait(
                                SIMPLICITY,
                                1,
                                "browsers, phones and scanners speak it without a library"),
                        trait(REVERSIBILITY, 1, "another style can stand beside it")),
                candidate(
                        "GraphQL",
                        "",
                        score(
                                TESTABILITY,
                                graphs ? 2 : 0,
                                "queries are the client's, so what “"
                                        + f.names().busiestRead()
                                        + "” runs on the database is not known in advance"),
                        score(
                                READABILITY,
                                0,
                                "one schema for "
                                        + f.names().tables()
                                        + " entities, but a refusal of "
                                        + f.names().guarded()
                                        + " hides in a 200"),
                        trait(
                                SIMPLICITY,
                                -1,
                                "depth limits and batching are needed before the first query"),
                        trait(REVERSIBILITY, 0, "clients depend on the whole graph")),
                candidate(
                        "gRPC",
                        "",
                        score(
                                TESTABILITY,
                                stubs ? 2 : 1,
                                "“"
                                        + f.names().busiest()
                                        + "” is typed, but a browser cannot call it without a proxy"),
                        score(
                                READABILITY,
                                1,
                                "one file; half a kilobyte saved on each “"
                                        + f.names().busiest()
                                        + "” (assumed) makes "
                                        + Facts.bytes(f.names().busiestRate() * 500)
                                        + " a second"),
                        trait(SIMPLICITY, -1, "a proxy for browsers, stubs in each client's build"),
                        trait(REVERSIBILITY, 0, "generated clients have to follow")));
    }

    @Override
    public List<Fact> dials() {
        return List.of();
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals("REST")
                ? List.of(
                        "A screen that needs several resources makes several requests; at "
                                + Facts.rate(f.peak())
                                + " that does not matter.")
                : List.of(
                        "A refusal of "
                                + f.names().guarded()
                                + " has no status code that a proxy, a scanner or a log would see.");
    }
}

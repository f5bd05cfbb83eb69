package org.groundplan.publish;

import java.util.Map;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Question;
import org.groundplan.model.Rule;
import org.groundplan.model.Slice;
import org.groundplan.model.Tenancy;

/** What a coding agent must respect while building this. */
final class AgentsPublisher {
    private AgentsPublisher() {}

    static Map<String, String> render(Design design) {
        StringBuilder out =
                new StringBuilder(
                        "# Building "
                                + design.name()
                                + "\n\nFor coding agents, and for people. The design is in [ARCHITECTURE.md](ARCHITECTURE.md), the model in `design.json`.\n\n");
        out.append("## Boundaries\n\n");
        design.all(Module.class)
                .forEach(m ->
                        out.append("- `")
                                .append(m.name())
                                .append("` owns ")
                                .append(String.join(", ", m.owns()))
                                .append(
                                        ". Other modules read its tables through its functions, and never write them.\n"));
        out.append("\n## Rules, and the one place that enforces each\n\n");
        for (Rule rule : design.all(Rule.class)) {
            String where =
                    Mechanisms.of(design, rule).stream()
                            .map(i -> "`" + i.substring(i.indexOf(':') + 1) + "`")
                            .collect(Collectors.joining(", "));
            out.append("- “")
                    .append(rule.text())
                    .append("” – ")
                    .append(where.isEmpty() ? "not enforced; ask" : where)
                    .append(". Never: ")
                    .append(rule.counterexample())
                    .append("\n");
        }
        out.append("\n## How to work\n\n");
        out.append(
                "- Take the slices in order; write the `.feature` scenarios of a slice as tests first.\n");
        out.append(
                "- Use the statements in `db/main/statements/` as they are: each was planned, and those under a rule were attacked. A changed statement has to be attacked again.\n");
        out.append(
                "- Keep the order of statements inside a use case: lock, write, and only when nothing was written ask why. Isolation is READ COMMITTED: a stricter level would read from before the lock.\n");
        out.append(
                "- Migrations are append-only. The application connects as the role of `V002`, never as the owner.\n");
        Tenancy.of(design)
                .ifPresent(t ->
                        out.append(
                                "- Begin each transaction with `tenant.sql` and the "
                                        + Names.words(t.tenant())
                                        + " of the session (of the request only where the contract asks a machine for it); what the clock starts connects as `"
                                        + t.jobs()
                                        + "`, with a data source of its own: never grant that role to the application's, or isolation is off. A job that needs what a message is about sets the "
                                        + Names.words(t.tenant())
                                        + " of the message and reads it as the application. Make new ids from the "
                                        + Names.words(t.tenant())
                                        + " and the key together (UUIDv5), so that two never meet in one. Add no statement that names the "
                                        + Names.words(t.tenant())
                                        + " by hand: the policies do.\n"));
        out.append(
                "- Map refusals by constraint name and SQLSTATE to the problem types of the contract; do not check first and write afterwards.\n");
        out.append(
                "- Ids come from the `Idempotency-Key` header. Before a refusal of a new row goes out, ask the `…-again.sql` of the operation: what it finds was written by a request with this key, and is the answer.\n\n## Slices\n\n");
        design.all(Slice.class)
                .forEach(s ->
                        out.append(s.order())
                                .append(". ")
                                .append(s.name())
                                .append(": ")
                                .append(
                                        s.tests().stream()
                                                .map(t -> "`" + t + "`")
                                                .collect(Collectors.joining(", ")))
                                .append("\n"));
        out.append("\n## Ask before you decide\n\n");
        design.all(Question.class)
                .forEach(q ->
                        out.append("- ")
                                .append(q.text())
                                .append(" Until then: ")
                                .append(q.defaultAnswer())
                                .append(".\n"));
        return Map.of("AGENTS.md", out.toString());
    }
}

package org.groundplan.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Recordings;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/** Acceptance tests in Gherkin, one file for each use case: written before the code. */
final class TestPublisher {
    private TestPublisher() {}

    static Map<String, String> render(Design design) {
        Map<String, String> files = new TreeMap<>();
        for (Operation operation : design.all(Operation.class)) {
            UseCase useCase = design.useCase(operation.useCase());
            files.put("tests/" + useCase.slug() + ".feature", feature(design, operation, useCase));
        }
        return files;
    }

    private static String feature(Design design, Operation operation, UseCase useCase) {
        String actor =
                useCase.actor() == null
                        ? "the system"
                        : Names.article(Names.words(useCase.actor()));
        StringBuilder out = new StringBuilder("Feature: " + Names.sentence(useCase.name()) + "\n");
        out.append("  As ")
                .append(actor)
                .append("\n  I want to ")
                .append(useCase.name())
                .append("\n\n");
        if (operation.style().equals("job")) {
            job(design, useCase, out);
            return out.toString();
        }
        for (Operation.Response response : operation.responses()) {
            if (response.problem().isEmpty()) {
                out.append(
                        "  Scenario: it is done\n    Given everything the request names is there and no rule stands against it\n");
                out.append("    When ")
                        .append(actor)
                        .append(" sends ")
                        .append(operation.method())
                        .append(" ")
                        .append(operation.path())
                        .append("\n");
                out.append("    Then the answer is ")
                        .append(response.status())
                        .append("\n    And it has the shape of ")
                        .append(Recordings.path(operation, response))
                        .append("\n\n");
            } else {
                Refusal refusal = design.get(Refusal.class, response.problem());
                out.append("  Scenario: refused, ")
                        .append(refusal.title().toLowerCase(Locale.ROOT))
                        .append("\n");
                if (!refusal.rule().isEmpty()) {
                    out.append("    # rule of the brief: ")
                            .append(design.get(Rule.class, refusal.rule()).text())
                            .append("\n");
                }
                out.append("    Given ")
                        .append(refusal.when())
                        .append("\n    When ")
                        .append(actor)
                        .append(" sends ")
                        .append(operation.method())
                        .append(" ")
                        .append(operation.path())
                        .append("\n");
                out.append("    Then the answer is ")
                        .append(response.status())
                        .append(" with the problem type \"/problems/")
                        .append(refusal.problem())
                        .append("\"\n    And nothing has changed\n\n");
            }
        }
        concurrent(design, useCase, operation, actor, out);
        return out.toString();
    }

    private static void job(Design design, UseCase useCase, StringBuilder out) {
        String about = useCase.reads().isEmpty() ? "row" : Names.words(useCase.reads().getFirst());
        out.append("  Scenario: what is due is told once\n    Given ")
                .append(Names.article(about))
                .append(
                        " that is due\n    When the job runs twice\n    Then one message has left\n    And one record says so\n\n");
        out.append(
                "  Scenario: a crash between record and message\n    Given the job stopped after writing a record\n    When it runs again on the same day\n    Then no second message leaves\n\n");
        design.all(Rule.class).stream()
                .filter(r -> r instanceof Rule.AtMost a && useCase.writes().contains(a.entity()))
                .forEach(r -> out.append("  # rule of the brief: ").append(r.text()).append("\n"));
    }

    /** The rules this use case can break together with another request. */
    private static void concurrent(
            Design design, UseCase useCase, Operation operation, String actor, StringBuilder out) {
        List<Rule> rules =
                design.all(Rule.class).stream()
                        .filter(r ->
                                r instanceof Rule.AtMost a
                                                && useCase.effects().stream()
                                                        .anyMatch(e ->
                                                                e.writes()
                                                                        && e.entity()
                                                                                .equals(a.entity()))
                                        || r instanceof Rule.OnlyWhen g
                                                && guards(design, useCase, g))
                        .toList();
        for (Rule rule : rules) {
            out.append("  Scenario: two at once, \"")
                    .append(rule.text().replace("\"", "'"))
                    .append("\"\n");
            out.append("    Given the rule is one step away from being broken\n    When ")
                    .append(actor)
                    .append(" and somebody else send ")
                    .append(operation.method())
                    .append(" ")
                    .append(operation.path())
                    .append(", or what stands against it, at the same time\n");
            out.append("    Then the rule holds afterwards\n    # it forbids: ")
                    .append(rule.counterexample())
                    .append("\n    # tried in evidence/attacks/")
                    .append(Names.file(rule.text()))
                    .append(".md\n\n");
        }
    }

    private static boolean guards(Design design, UseCase useCase, Rule.OnlyWhen rule) {
        return design.find(Transaction.class, "transaction:" + useCase.slug()).stream()
                .flatMap(t -> t.steps().stream())
                .anyMatch(s ->
                        SqlWalk.guards(design.get(Statement.class, s.statement()).sql())
                                .contains(rule.id()));
    }
}

package org.groundplan.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
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
                        "  Scenario: it is done\n    Given none of the refusals below applies\n");
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
        boolean tells = useCase.effects().stream().anyMatch(Effect.Call.class::isInstance);
        if (!tells && !useCase.writes().isEmpty()) {
            String rows = Names.plural(Names.words(useCase.writes().getFirst()));
            out.append("  Scenario: what is due is dealt with once\n    Given ")
                    .append(rows)
                    .append(
                            " of which some are due\n    When the job runs twice\n    Then those that are due are dealt with\n    And the others are as they were\n\n");
            out.append(
                    "  Scenario: the job stops half-way\n    Given the job was ended before it committed\n    When it runs again\n    Then all that is due is dealt with\n\n");
            return;
        }
        if (useCase.followsOn()) {
            out.append(
                    "  Scenario: a message is delivered\n    Given a message that waits\n    When the job runs\n    Then it has been sent with its id\n    And it waits no more\n\n");
            out.append(
                    "  Scenario: a crash between sending and removing\n    Given the job stopped after sending a message\n    When it runs again\n    Then the message is sent again with the same id\n\n");
            out.append(
                    "  Scenario: a receiver that refuses one message\n    Given three messages that wait, and a receiver that refuses the oldest\n    When the job runs\n    Then the other two have been sent\n    And the oldest is tried again after 30 seconds, and then after twice as long each time\n    And after 12 times nothing tries it again, and somebody is told\n\n");
            return;
        }
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
        for (Rule rule : design.all(Rule.class)) {
            if (rule instanceof Rule.AtMost most
                    && useCase.effects().stream()
                            .anyMatch(e ->
                                    e instanceof Effect.Insert
                                            && e.entity().equals(most.entity()))) {
                String per = String.join(" and ", most.per().stream().map(Names::words).toList());
                String state =
                        most.when() == null
                                ? ""
                                : " that "
                                        + (most.limit() == 2 ? "is " : "are ")
                                        + most.when().value();
                head(rule, out);
                out.append("    Given ")
                        .append(Names.article(per))
                        .append(" with ")
                        .append(most.limit() == 1 ? "no" : most.limit() - 1)
                        .append(" ")
                        .append(Names.plural(Names.words(most.entity())))
                        .append(state)
                        .append("\n");
                out.append("    When two requests ")
                        .append(operation.method())
                        .append(" ")
                        .append(operation.path())
                        .append(" for the same ")
                        .append(per)
                        .append(" are sent at the same moment\n");
                out.append("    Then one is answered ")
                        .append(operation.responses().getFirst().status())
                        .append(" and the other 409 with the problem type \"/problems/")
                        .append(problem(design, rule))
                        .append("\"\n");
                tail(rule, out);
            } else if (rule instanceof Rule.OnlyWhen guard
                    && !Effects.shows(design, guard)
                    && guards(design, useCase, guard)) {
                String others = blockers(design, guard);
                head(rule, out);
                out.append("    Given ").append(useCase.name()).append(" would be allowed\n");
                out.append("    When ")
                        .append(actor)
                        .append(" sends ")
                        .append(operation.method())
                        .append(" ")
                        .append(operation.path())
                        .append(" while ")
                        .append(others)
                        .append(" is carried out for the same ")
                        .append(
                                String.join(
                                        " and ", guard.same().stream().map(Names::words).toList()))
                        .append("\n");
                out.append("    Then either it was first and is answered ")
                        .append(operation.responses().getFirst().status())
                        .append(", or it is refused with the problem type \"/problems/")
                        .append(problem(design, rule))
                        .append("\"\n");
                tail(rule, out);
            }
        }
    }

    private static void head(Rule rule, StringBuilder out) {
        out.append("  Scenario: two at once, \"")
                .append(rule.text().replace("\"", "'"))
                .append("\"\n");
    }

    private static void tail(Rule rule, StringBuilder out) {
        out.append("    # it forbids: ")
                .append(rule.counterexample())
                .append("\n    # tried in evidence/attacks/")
                .append(Names.file(rule.text()))
                .append(".md\n\n");
    }

    private static String problem(Design design, Rule rule) {
        return design.all(Refusal.class).stream()
                .filter(r -> r.rule().equals(rule.id()))
                .map(Refusal::problem)
                .findFirst()
                .orElse("conflict");
    }

    /** Use cases that make the row a guard forbids, or take away the one it asks for. */
    private static String blockers(Design design, Rule.OnlyWhen guard) {
        String state = guard.when() == null ? "" : guard.when().value();
        List<String> names =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e ->
                                                e.entity().equals(guard.entity())
                                                        && (e instanceof Effect.Transition t
                                                                ? guard.negated()
                                                                        ? t.to().equals(state)
                                                                        : t.from().contains(state)
                                                                : guard.negated()
                                                                        && e
                                                                                instanceof
                                                                                Effect.Insert)))
                        .map(u -> "\"" + u.name() + "\"")
                        .toList();
        return names.isEmpty() ? "a change" : String.join(" or ", names);
    }

    private static boolean guards(Design design, UseCase useCase, Rule.OnlyWhen rule) {
        return design.find(Transaction.class, "transaction:" + useCase.slug()).stream()
                .flatMap(t -> t.steps().stream())
                .anyMatch(s ->
                        SqlWalk.guards(design.get(Statement.class, s.statement()).sql())
                                .contains(rule.id()));
    }
}

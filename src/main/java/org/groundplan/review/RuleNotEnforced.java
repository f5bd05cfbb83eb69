package org.groundplan.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundplan.model.Conflict;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Finding;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** A rule of the brief that nothing in the design enforces. */
final class RuleNotEnforced implements ReviewRule {
    @Override
    public String id() {
        return "coverage.rule-not-enforced";
    }

    @Override
    public List<Finding> look(Design design) {
        List<Rule> bare =
                design.all(Rule.class).stream()
                        .filter(r -> Mechanisms.of(design, r).isEmpty() && !spokenOf(design, r))
                        .toList();
        List<Rule> unread = bare.stream().filter(Rule.NotUnderstood.class::isInstance).toList();
        List<Finding> result = new ArrayList<>();
        if (!unread.isEmpty()) {
            result.add(
                    finding(
                            Finding.Severity.WARNING,
                            80,
                            unread.getFirst().id(),
                            unread.stream()
                                            .map(r -> "“" + r.text() + "”")
                                            .collect(Collectors.joining("; "))
                                    + (unread.size() == 1
                                            ? " is written down and enforced by nothing."
                                            : " are written down and enforced by nothing."),
                            about(design, unread)
                                    + (unread.size() == 1
                                            ? "Until it is said in one of the forms of docs/rules.md, checking it is code that nothing here tries."
                                            : "Until they are said in one of the forms of docs/rules.md, checking them is code that nothing here tries.")));
        }
        bare.stream()
                .filter(r -> !(r instanceof Rule.NotUnderstood))
                .map(r ->
                        finding(
                                Finding.Severity.WARNING,
                                80,
                                r.id(),
                                "“" + r.text() + "” is written down and enforced by nothing.",
                                "No use case of the brief touches what it is about; name the one that does."))
                .forEach(result::add);
        return result;
    }

    /** The use cases that such sentences name, or whose rows they name. */
    private static String about(Design design, List<Rule> unread) {
        List<String> named =
                design.all(UseCase.class).stream()
                        .filter(u -> u.schedule() == null)
                        .filter(u -> unread.stream().anyMatch(r -> speaksOf(r, u)))
                        .map(u -> "“" + u.name() + "”")
                        .limit(3)
                        .toList();
        return named.isEmpty()
                ? ""
                : (unread.size() == 1 ? "It concerns " : "They concern ")
                        + Names.list(named)
                        + ". ";
    }

    private static boolean speaksOf(Rule rule, UseCase useCase) {
        String text = rule.text().toLowerCase(java.util.Locale.ROOT);
        return text.contains(useCase.name().toLowerCase(java.util.Locale.ROOT))
                || useCase.effects().stream()
                        .filter(Effect::writes)
                        .map(e -> Names.words(e.entity()))
                        .anyMatch(e -> e.contains(" ") && text.contains(e));
    }

    /** Whether something that was noticed quotes the sentence: that says more than this does. */
    private static boolean spokenOf(Design design, Rule rule) {
        return rule instanceof Rule.NotUnderstood
                && Stream.concat(
                                design.all(Finding.class).stream(),
                                design.all(Conflict.class).stream())
                        .anyMatch(e -> e.origin().from().contains(rule.id()));
    }
}

package org.groundplan.architect.practice;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/**
 * A move that a rule allows and no use case makes: rows stay where they are for ever, and block
 * what depends on them.
 */
final class StateWithoutWay implements Practice {
    @Override
    public String id() {
        return "state.without-way";
    }

    @Override
    public List<Element> look(Design design) {
        List<Element> result = new ArrayList<>();
        for (Rule.Transitions rule : design.all(Rule.Transitions.class)) {
            List<String> missing = new ArrayList<>();
            rule.moves()
                    .forEach((from, to) ->
                            to.stream()
                                    .filter(t -> !made(design, rule, from, t))
                                    .forEach(t -> missing.add(from + " → " + t)));
            if (!missing.isEmpty()) {
                result.addAll(say(design, rule, missing));
            }
        }
        return result;
    }

    private static boolean made(Design design, Rule.Transitions rule, String from, String to) {
        return design.all(UseCase.class).stream()
                .flatMap(u -> u.effects().stream())
                .anyMatch(e ->
                        e instanceof Effect.Transition t
                                && t.entity().equals(rule.entity())
                                && t.from().contains(from)
                                && t.to().equals(to));
    }

    private List<Element> say(Design design, Rule.Transitions rule, List<String> missing) {
        String entity = Names.words(rule.entity());
        List<String> states =
                missing.stream()
                        .map(m -> m.substring(0, m.indexOf(' ')))
                        .distinct()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList();
        List<String> blocks = new ArrayList<>();
        for (String state : states) {
            List<String> blocked =
                    design.all(Rule.OnlyWhen.class).stream()
                            .filter(g ->
                                    g.negated()
                                            && g.entity().equals(rule.entity())
                                            && g.when() != null
                                            && g.when().values().contains(state))
                            .map(g -> "“" + g.useCase() + "”")
                            .distinct()
                            .toList();
            if (!blocked.isEmpty()) {
                blocks.add("while " + state + " it blocks " + String.join(" and ", blocked));
            }
        }
        String stuck = String.join(" or ", states);
        String consequence =
                blocks.isEmpty() ? "" : " " + Names.sentence(String.join("; ", blocks)) + ".";
        return List.of(
                Say.finding(
                        id(),
                        rule.entity(),
                        Finding.Severity.WARNING,
                        85,
                        rule.id(),
                        "No use case makes the move"
                                + (missing.size() > 1 ? "s " : " ")
                                + String.join(" or ", missing)
                                + ": "
                                + Names.article(entity)
                                + " that nobody wants any more stays "
                                + stuck
                                + " for ever."
                                + consequence,
                        "Add a use case for whoever may end "
                                + Names.article(entity)
                                + ", and a time after which the clock does.",
                        List.of(rule.id())),
                Say.question(
                        id(),
                        rule.entity(),
                        "Who ends "
                                + Names.article(entity)
                                + " that is no longer wanted, and after how many days does it end by itself?",
                        "“"
                                + rule.text()
                                + "” allows "
                                + String.join(" and ", missing)
                                + ", but nobody does it."
                                + consequence,
                        List.of(rule.id()),
                        "nobody and never, as the brief stands",
                        List.of(rule.id())));
    }
}

package org.groundplan.architect.practice.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
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
    private static final Card CARD =
            new Card(
                    "state.without-way",
                    Card.Level.RULES,
                    "A state that nobody can leave, or that nobody can reach.",
                    "a rule allows a move that no use case makes",
                    "none",
                    "our judgement",
                    "another system makes the move");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
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
        String consequence =
                blocks.isEmpty() ? "" : " " + Names.sentence(String.join("; ", blocks)) + ".";
        // A row that use cases make is somebody's wish; what is there anyway only changes its
        // state.
        boolean wish =
                Effects.made(design, rule.entity())
                        && missing.stream().allMatch(m -> ends(rule, m));
        String moves =
                "No use case makes the move"
                        + (missing.size() > 1 ? "s " : " ")
                        + String.join(" or ", missing);
        String one = Names.article(entity);
        return List.of(
                Say.finding(
                        id(),
                        rule.entity(),
                        Finding.Severity.WARNING,
                        72,
                        rule.id(),
                        moves
                                + (wish
                                        ? ": "
                                                + one
                                                + " that nobody wants any more stays "
                                                + String.join(" or ", states)
                                                + " for ever."
                                        : stuck(design, rule, missing, one))
                                + consequence,
                        wish
                                ? "Add a use case for whoever may end "
                                        + one
                                        + ", and a time after which the clock does."
                                : "Add a use case for whoever makes "
                                        + (missing.size() > 1 ? "each" : "it")
                                        + ", or take it out of the rule.",
                        List.of(rule.id())),
                Say.question(
                        id(),
                        rule.entity(),
                        wish
                                ? "Who ends "
                                        + one
                                        + " that is no longer wanted, and after how long does it end by itself?"
                                : "Who moves "
                                        + one
                                        + " from "
                                        + missing.stream()
                                                .map(m -> m.replace(" → ", " to "))
                                                .collect(Collectors.joining(", or from "))
                                        + ", and when?",
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

    private static boolean ends(Rule.Transitions rule, String move) {
        return rule.isFinal(move.substring(move.indexOf("→ ") + 2));
    }

    /** States that nobody can leave, and those that nobody can reach. */
    private static String stuck(
            Design design, Rule.Transitions rule, List<String> missing, String one) {
        List<String> shut =
                rule.moves().entrySet().stream()
                        .filter(e ->
                                e.getValue().stream()
                                        .noneMatch(to -> made(design, rule, e.getKey(), to)))
                        .map(java.util.Map.Entry::getKey)
                        .toList();
        List<String> unreached =
                missing.stream()
                        .map(m -> m.substring(m.indexOf("→ ") + 2))
                        .filter(to ->
                                rule.sources(to).stream()
                                        .noneMatch(from -> made(design, rule, from, to)))
                        .filter(to ->
                                shut.stream().noneMatch(s -> missing.contains(s + " → " + to)))
                        .distinct()
                        .toList();
        List<String> said = new ArrayList<>();
        if (!shut.isEmpty()) {
            said.add(one + " that is " + String.join(" or ", shut) + " stays so for ever");
        }
        if (!unreached.isEmpty()) {
            said.add("none ever becomes " + String.join(" or ", unreached));
        }
        return said.isEmpty() ? "." : ": " + String.join(", and ", said) + ".";
    }
}

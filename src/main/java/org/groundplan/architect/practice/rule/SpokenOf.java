package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** A sentence speaks of something that no use case makes. */
final class SpokenOf implements Practice {
    private static final Card CARD =
            new Card(
                    "rule.nobody-does-it",
                    Card.Level.RULES,
                    "A sentence speaks of something that no use case makes.",
                    "a sentence that was not understood names an entity with no row ever written",
                    "rows that would be needed",
                    "our judgement",
                    "another system makes it");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule rule : sight.design().all(Rule.NotUnderstood.class)) {
            Optional<Entity> named =
                    sight.entities().stream()
                            .filter(e ->
                                    rule.text()
                                            .toLowerCase(Locale.ROOT)
                                            .matches(
                                                    ".*\\b"
                                                            + java.util.regex.Pattern.quote(
                                                                    Say.words(e.name()))
                                                            + "s?\\b.*"))
                            .filter(e ->
                                    sight.uses().stream()
                                                    .noneMatch(u ->
                                                            u.effects().stream()
                                                                    .anyMatch(x ->
                                                                            x.writes()
                                                                                    && !(x
                                                                                            instanceof
                                                                                            Effect
                                                                                                    .Delete)
                                                                                    && x.entity()
                                                                                            .equals(
                                                                                                    e
                                                                                                            .name())))
                                            && sight.count(e.name()) == 0)
                            .findFirst();
            if (named.isEmpty()) {
                continue;
            }
            String what = Say.plural(named.get().name());
            UseCase most =
                    sight.acts().stream()
                            .filter(sight::changes)
                            .max(Comparator.comparingDouble(sight::mean).thenComparing(UseCase::id))
                            .orElse(null);
            out.addAll(
                    Note.of(this, named.get().name(), rule.id(), rule.id(), named.get().id())
                            .warns()
                            .weighs(Harm.PROMISE, 5, true)
                            .asks(
                                    sight.quote(rule)
                                            + ", and no use case makes or sends "
                                            + what
                                            + (most == null || sight.perMonth(most) < 1
                                                    ? "."
                                                    : ", for which “"
                                                            + most.name()
                                                            + "” alone brings "
                                                            + Say.about(sight.perMonth(most))
                                                            + " lines a month."),
                                    "Not in this design until somebody says when one is made and who gets it; the table is there.",
                                    "Who gets "
                                            + what
                                            + ", how often, and may they be made from the rows when somebody asks?",
                                    rule.id(),
                                    "they are not made"));
        }
        return out;
    }
}

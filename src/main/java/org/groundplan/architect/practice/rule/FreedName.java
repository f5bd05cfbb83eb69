package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;

/** What was cancelled still occupies its name. */
final class FreedName implements Practice {
    private static final Card CARD =
            new Card(
                    "inv.unique-live-only",
                    Card.Level.RULES,
                    "What was cancelled still occupies its name.",
                    "a unique rule without a state on something that can be cancelled, closed or removed",
                    "ended rows a month",
                    "our judgement",
                    "a name is never given twice, on purpose");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Set<String> ENDED =
            Set.of(
                    "cancelled",
                    "canceled",
                    "deleted",
                    "removed",
                    "withdrawn",
                    "expired",
                    "rejected",
                    "banned",
                    "left",
                    "returned",
                    "ended",
                    "archived");

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule.Unique rule : sight.design().all(Rule.Unique.class)) {
            Optional<Field> states = sight.entity(rule.entity()).flatMap(Entity::states);
            List<String> ended =
                    states.map(Field::values).orElse(List.of()).stream()
                            .filter(ENDED::contains)
                            .toList();
            if (ended.isEmpty()
                    || rule.fields().stream()
                            .anyMatch(f -> states.map(Field::name).orElse("").equals(f))) {
                continue;
            }
            double month = sight.comes(sight.entity(rule.entity()).orElseThrow()) * Sight.MONTH;
            out.addAll(
                    Note.of(this, rule.entity(), rule.id(), rule.id())
                            .weighs(Harm.HARD_RULE, month / 1000, false)
                            .asks(
                                    sight.quote(rule)
                                            + " also counts "
                                            + Say.plural(rule.entity())
                                            + " that are "
                                            + String.join(" or ", ended)
                                            + ": their "
                                            + Say.list(
                                                    rule.fields().stream()
                                                            .map(Names::words)
                                                            .toList())
                                            + " is never free again"
                                            + (month >= 1
                                                    ? ", and "
                                                            + Say.about(month)
                                                            + " new ones come a month"
                                                    : "")
                                            + ".",
                                    "As the sentence says. Freed, the index would hold only those that are not "
                                            + String.join(" or ", ended)
                                            + ", and bringing one back can fail.",
                                    "May a "
                                            + Say.words(rule.fields().getFirst())
                                            + " be used again when its "
                                            + Say.words(rule.entity())
                                            + " is "
                                            + ended.getFirst()
                                            + "?",
                                    rule.id(),
                                    "no, it stays taken"));
        }
        return out;
    }
}

package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/** One each way is two rules; the brief states one. */
final class OneWay implements Practice {
    private static final Card CARD =
            new Card(
                    "rule.one-direction",
                    Card.Level.RULES,
                    "One each way is two rules; the brief states one.",
                    "at most one row per thing, the row also names a person who does it, and no rule limits rows per person",
                    "open at once each = acts an hour × time / people there",
                    "arithmetic",
                    "people may take any number");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule.AtMost rule : sight.design().all(Rule.AtMost.class)) {
            Optional<Entity> entity = sight.entity(rule.entity());
            if (rule.limit() != 1 || entity.isEmpty() || rule.per().size() != 1) {
                continue;
            }
            for (String parent : entity.get().belongsTo()) {
                boolean doer =
                        !rule.per().contains(parent)
                                && sight.acts().stream()
                                                        .filter(u ->
                                                                parent.equals(u.actor())
                                                                        && sight.writes(
                                                                                u, rule.entity()))
                                                        .mapToDouble(sight::peak)
                                                        .max()
                                                        .orElse(0)
                                                * 3600
                                        >= 5
                                && sight.acts().stream()
                                        .noneMatch(u ->
                                                parent.equals(u.actor())
                                                        && sight.inserts(u, rule.entity()))
                                && sight.acts().stream()
                                        .anyMatch(u ->
                                                parent.equals(u.actor())
                                                        && u.effects().stream()
                                                                .anyMatch(e ->
                                                                        e
                                                                                        instanceof
                                                                                        Effect
                                                                                                        .Transition
                                                                                                t
                                                                                && t.entity()
                                                                                        .equals(
                                                                                                rule
                                                                                                        .entity())));
                boolean bound =
                        sight.design().all(Rule.AtMost.class).stream()
                                .anyMatch(r ->
                                        r.entity().equals(rule.entity())
                                                && r.per().contains(parent));
                if (!doer || bound) {
                    continue;
                }
                UseCase most =
                        sight.acts().stream()
                                .filter(u ->
                                        parent.equals(u.actor()) && sight.writes(u, rule.entity()))
                                .max(
                                        Comparator.comparingDouble(sight::peak)
                                                .thenComparing(UseCase::id))
                                .orElseThrow();
                String one = Say.one(parent);
                out.addAll(
                        Note.of(this, rule.entity() + " " + parent, rule.id(), rule.id())
                                .weighs(Harm.HARD_RULE, 2, sight.rateStated(most))
                                .asks(
                                        sight.quote(rule)
                                                + " says how many "
                                                + Say.plural(rule.entity())
                                                + " "
                                                + Say.one(rule.per().getFirst())
                                                + " has, not how many "
                                                + one
                                                + " has at once. “Only one” there would be a second unique index, and at "
                                                + Say.n(sight.peak(most) * 3600)
                                                + " of “"
                                                + most.name()
                                                + "” an hour it decides how many "
                                                + Say.plural(parent)
                                                + " are needed.",
                                        "Left open in the database; a limit is one more line in the rules.",
                                        "How many "
                                                + Say.plural(rule.entity())
                                                + " may "
                                                + one
                                                + " have at once?",
                                        rule.id(),
                                        "any number"));
            }
        }
        return out;
    }
}

package org.groundplan.architect.practice.access;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.DataClass;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** If reading must be logged, reads become writes. */
final class ReadLogSize implements Practice {
    private static final Card CARD =
            new Card(
                    "iam.read-audit",
                    Card.Level.RULES,
                    "If reading must be logged, reads become writes.",
                    "a rule asks to log reads",
                    "bytes a year = reads × rows × 150 B",
                    "GDPR Art. 32, 2016; 150 bytes and 5 rows a list are our assumptions",
                    "one line a query is enough, and said to be");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            if (entity.data() == DataClass.HEALTH
                    && !AccessRule.SharedOnly.watched(sight.design(), entity.name())) {
                out.addAll(unwatched(sight, entity));
            }
        }
        for (AccessRule.SharedOnly rule : sight.design().all(AccessRule.SharedOnly.class)) {
            if (!rule.logged()) {
                continue;
            }
            List<UseCase> readers =
                    sight.uses().stream()
                            .filter(u -> u.reads().contains(rule.entity()) && sight.onlyReads(u))
                            .toList();
            double day =
                    readers.stream()
                            .mapToDouble(
                                    u -> sight.perDay(u) * (u.kind() == UseCase.Kind.READ ? 1 : 5))
                            .sum();
            if (day < 10) {
                continue;
            }
            out.add(
                    Note.of(this, rule.entity(), rule.id(), rule.id())
                            .weighs(
                                    Harm.LIFE_AND_LAW,
                                    day / 10_000,
                                    readers.stream().allMatch(sight::rateStated))
                            .says(
                                    sight.quote(rule)
                                            + " makes "
                                            + Say.about(day)
                                            + " records a day of reading (5 rows a list, assumed), "
                                            + Say.bytes(day * 365 * 150)
                                            + " a year without indexes, against "
                                            + Say.about(
                                                    sight.comes(
                                                                    sight.entity(rule.entity())
                                                                            .orElseThrow())
                                                            * Sight.DAY)
                                            + " new "
                                            + Say.plural(rule.entity())
                                            + ".",
                                    "Written in the statement that shows, and kept as long as the "
                                            + Say.plural(rule.entity())
                                            + "; somebody reads it: a weekly list of who read far more than others do."));
        }
        return out;
    }

    /** What people other than those it is about do with it, whether they show it or move it on. */
    private List<Element> unwatched(Sight sight, Entity entity) {
        List<UseCase> lookers =
                sight.acts().stream()
                        .filter(u ->
                                sight.actor(u)
                                        .filter(a -> a.kind() == Actor.Kind.PERSON)
                                        .isPresent())
                        .filter(u ->
                                u.reads().contains(entity.name()) && !u.mineOf(entity)
                                        || u.effects().stream()
                                                .anyMatch(e ->
                                                        e instanceof Effect.Transition
                                                                && e.entity()
                                                                        .equals(entity.name())))
                        .toList();
        double day = lookers.stream().mapToDouble(sight::perDay).sum();
        if (lookers.isEmpty() || day < 1) {
            return List.of();
        }
        return List.of(
                Note.of(this, entity.name(), entity.id(), entity.id())
                        .warns()
                        .weighs(
                                Harm.LIFE_AND_LAW,
                                Math.max(1, day / 100),
                                lookers.stream().anyMatch(sight::rateStated))
                        .says(
                                Names.sentence(Say.plural(entity.name()))
                                        + " are about health, and "
                                        + Say.quoted(lookers)
                                        + " handle them "
                                        + Say.about(day)
                                        + " times a day without leaving a record: nobody can say later who looked.",
                                "“only … of same … may read "
                                        + entity.name()
                                        + "; log reads” makes one statement of showing and recording; "
                                        + Say.bytes(day * 365 * 150)
                                        + " a year at 150 bytes each (assumed)."));
    }
}

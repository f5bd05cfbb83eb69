package org.groundplan.architect.practice.cache;

import java.util.ArrayList;
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
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** What rarely changes and what is sold out by the minute do not belong in one answer. */
final class StaticAndLive implements Practice {
    private static final Card CARD =
            new Card(
                    "cache.split-static-live",
                    Card.Level.RULES,
                    "What rarely changes and what is sold out by the minute do not belong in one answer.",
                    "something is read at least 100 times as often as it is edited, and it carries a flag or number that changes with each sale",
                    "reads / edits",
                    "RFC 9111, HTTP Caching, 2022",
                    "both change together");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            List<UseCase> edits =
                    sight.acts().stream()
                            .filter(u ->
                                    u.effects().stream()
                                            .anyMatch(e ->
                                                    e instanceof Effect.Update up
                                                            && up.entity().equals(entity.name())))
                            .toList();
            double reads =
                    sight.readers(entity).stream()
                            .filter(sight::rateStated)
                            .mapToDouble(sight::perDay)
                            .sum();
            double changes = edits.stream().mapToDouble(sight::perDay).sum();
            Optional<Field> live =
                    entity.fields().stream()
                            .filter(f ->
                                    f.name()
                                            .matches(
                                                    "(?i)(available|availability|in ?stock|stock|sold ?out|open|free|remaining).*"))
                            .findFirst();
            boolean steady =
                    entity.fields().stream()
                            .anyMatch(f ->
                                    f.type() == FieldType.MONEY
                                            || f.name().matches("(?i)name|title|description"));
            if (edits.isEmpty()
                    || live.isEmpty()
                    || !steady
                    || changes <= 0
                    || reads < 10_000
                    || reads / changes < 100) {
                continue;
            }
            out.add(
                    Note.of(this, entity.name(), entity.id(), entity.id(), edits.getFirst().id())
                            .weighs(Harm.COST, reads / changes / 10, true)
                            .says(
                                    Names.sentence(Say.plural(entity.name()))
                                            + " are read "
                                            + Say.n(reads)
                                            + " times a day and edited "
                                            + Say.n(changes)
                                            + " times, "
                                            + Say.n(reads / changes)
                                            + " to one; but “"
                                            + Names.words(live.get().name())
                                            + "” changes by the minute and sits in the same row and answer.",
                                    "The steady part is a version that never changes and may be kept at the edge; “"
                                            + Names.words(live.get().name())
                                            + "” comes in a small answer of its own, some seconds old; what is ordered keeps the version it was shown."));
        }
        return out;
    }
}

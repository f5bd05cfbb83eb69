package org.groundplan.architect.practice.schema;

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
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** What people work with is a sliver of what is kept. */
final class OpenOnly implements Practice {
    private static final Card CARD =
            new Card(
                    "schema.partial-live",
                    Card.Level.RULES,
                    "What people work with is a sliver of what is kept.",
                    "a list by a state, over rows that are kept for years, reads a state with at most 5 % of them",
                    "open rows / all rows",
                    "PostgreSQL documentation, 11.8 partial indexes, 2026",
                    "they look at old ones as often");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            double open = sight.value("quantity:" + Names.slug(entity.name()) + ".open");
            double rows = sight.rows(entity);
            Optional<UseCase> list =
                    sight.readers(entity).stream()
                            .filter(u ->
                                    u.by().stream()
                                            .anyMatch(b ->
                                                    entity.states()
                                                            .filter(s -> b.contains(s.name()))
                                                            .isPresent()))
                            .max(
                                    Comparator.comparingDouble(sight::peak)
                                            .thenComparing(UseCase::id));
            if (open <= 0 || rows < 1e6 || open / rows > 0.05 || list.isEmpty()) {
                continue;
            }
            out.add(
                    Note.of(this, entity.name(), entity.id(), entity.id(), list.get().id())
                            .built()
                            .weighs(
                                    Harm.COST,
                                    rows / open / 10,
                                    sight.stated("quantity:" + Names.slug(entity.name()) + ".rows"))
                            .says(
                                    "Of "
                                            + Say.n(rows)
                                            + " "
                                            + Say.plural(entity.name())
                                            + " about "
                                            + Say.about(open)
                                            + " are open at a time, "
                                            + Say.percent(open / rows)
                                            + ": “"
                                            + list.get().name()
                                            + "” ("
                                            + Say.rate(sight.peak(list.get()))
                                            + ") works in that part of its index, whatever is kept behind.",
                                    "The index leads with whose and which state, so what is old costs disk and nothing else; over the open ones alone it would be "
                                            + Say.bytes(open * 60)
                                            + " instead of "
                                            + Say.bytes(rows * 60)
                                            + ". No archive tables and no cache for that list."));
        }
        return out;
    }
}

package org.groundplan.architect.practice.privacy;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;

/** A time to keep without a start cannot be carried out. */
final class Anchor implements Practice {
    private static final Card CARD =
            new Card(
                    "priv.retention-anchor",
                    Card.Level.RULES,
                    "A time to keep without a start cannot be carried out.",
                    "something with an amount is kept for at least three years, it begins and ends on different days, and it is not said from which",
                    "rows that fall due a day in the long run",
                    "e.g. German AO § 147(4): periods begin at the end of the calendar year, 2025",
                    "the day it was written is meant");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            double kept = sight.kept(entity);
            List<String> dates =
                    entity.fields().stream()
                            .filter(f ->
                                    f.type() == FieldType.DATE || f.type() == FieldType.INSTANT)
                            .map(f -> Names.words(f.name()))
                            .toList();
            boolean lives = entity.states().isPresent();
            boolean books = entity.fields().stream().anyMatch(f -> f.type() == FieldType.MONEY);
            if (!books
                    || kept < 3 * Sight.YEAR
                    || sight.trait(entity, "keep-from").isPresent()
                    || !lives && dates.size() < 2) {
                continue;
            }
            double day = sight.comes(entity) * Sight.DAY;
            out.addAll(
                    Note.of(
                                    this,
                                    entity.name(),
                                    entity.id(),
                                    "quantity:" + Names.slug(entity.name()) + ".keep")
                            .weighs(
                                    Harm.COST,
                                    Math.max(0.1, day / 1000),
                                    day > 0
                                            && sight.writers(entity).stream()
                                                    .anyMatch(sight::rateStated))
                            .asks(
                                    sight.quote("quantity:" + Names.slug(entity.name()) + ".keep")
                                            + ": from when? "
                                            + Names.sentence(Say.one(entity.name()))
                                            + " has "
                                            + (dates.isEmpty()
                                                    ? "a day it was written and a day it ended"
                                                    : "the day it was written"
                                                            + (lives ? ", the day it ended" : "")
                                                            + " and "
                                                            + Say.list(dates))
                                            + ", and books count from the end of a year."
                                            + (day >= 1
                                                    ? " In the long run "
                                                            + Say.about(day)
                                                            + " fall due a day."
                                                    : ""),
                                    "Counted from the day it was written; what is still open stays.",
                                    "From which day do "
                                            + Say.time(kept)
                                            + " for "
                                            + Say.plural(entity.name())
                                            + " count?",
                                    entity.id(),
                                    "from the day it was written"));
        }
        return out;
    }
}

package org.groundplan.architect.practice.conflict;

import java.util.Comparator;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;

/** Everything kept for years, and a budget that does not hold it. */
final class KeepAgainstBudget implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.keep-vs-budget",
                    Card.Level.CONFLICT,
                    "Everything kept for years, and a budget that does not hold it.",
                    "what one entity needs of disk and backup at its stated age is more than half of the budget",
                    "bytes × price of storage and backup / budget",
                    "the catalogue's prices; Pelkonen and others, Gorilla, VLDB 2015, for 10 to 1 in columns",
                    "old rows are never read and lie in a file store already");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double budget = sight.value("quantity:budget");
        double storage =
                sight.value("quantity:price.database-storage")
                        + sight.value("quantity:price.backup");
        Entity most =
                sight.entities().stream()
                        .filter(e -> sight.kept(e) >= 180 * Sight.DAY)
                        .max(Comparator.comparingDouble(sight::bytes).thenComparing(Entity::id))
                        .orElse(null);
        if (budget <= 0
                || most == null
                || storage < 0.5 * budget
                || sight.bytes(most) < 0.5 * sight.value("quantity:system.bytes")) {
            return List.of();
        }
        double fits = sight.kept(most) * 0.25 * budget / storage;
        String many = Say.plural(most.name());
        String older =
                Say.quoted(
                        sight.uses().stream()
                                .filter(u ->
                                        sight.reads(u, most.name())
                                                && u.name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .matches(
                                                                ".*\\b(year|season|history|export|download|archive|quarter)\\b.*"))
                                .toList());
        return Note.of(
                        this,
                        most.name(),
                        most.id(),
                        "quantity:budget",
                        "quantity:" + Names.slug(most.name()) + ".keep")
                .weighs(Harm.MONEY, storage / budget * 5, true)
                .conflicts(
                        many
                                + " for "
                                + Say.time(sight.kept(most))
                                + " in a budget of "
                                + Say.euro(budget),
                        List.of(
                                sight.quote("quantity:" + Names.slug(most.name()) + ".keep"),
                                sight.quote("quantity:budget")),
                        "Kept as rows, "
                                + many
                                + " are "
                                + Say.bytes(sight.bytes(most))
                                + ": disk and backup are "
                                + Say.euro(storage)
                                + " a month against "
                                + Say.euro(budget)
                                + " for everything.",
                        List.of(
                                new Conflict.Option(
                                        "as rows for "
                                                + Say.time(fits)
                                                + " (a quarter of the budget), older ones as compressed files (about a tenth of the size, assumed)",
                                        "about "
                                                + Say.euro(budget * 0.25 + storage * 0.75 * 0.05)
                                                + " a month for disk, backup and files, and "
                                                + (older.isEmpty()
                                                        ? "what asks for older ones"
                                                        : older)
                                                + " takes minutes; neither is in the bill nor in the schema yet"),
                                new Conflict.Option(
                                        "as rows for "
                                                + Say.time(fits)
                                                + ", older ones as means by the hour",
                                        "the raw values are gone"),
                                new Conflict.Option(
                                        "all as rows",
                                        Say.euro(storage) + " a month for disk and backup alone")),
                        0,
                        "May looking at single "
                                + many
                                + " older than "
                                + Say.time(fits)
                                + " take minutes?");
    }
}

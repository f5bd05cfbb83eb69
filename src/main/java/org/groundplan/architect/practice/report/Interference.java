package org.groundplan.architect.practice.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/** One analyst's scan must not hold everybody else's rows. */
final class Interference implements Practice {
    private static final Card CARD =
            new Card(
                    "rep.interference",
                    Card.Level.RULES,
                    "One analyst's scan must not hold everybody else's rows.",
                    "a report or export reads an entity with at least ten million rows or 5 GB",
                    "seconds = bytes / 500 MB/s",
                    "our assumption of 500 MB/s from memory and disk; PostgreSQL documentation, 26.5.2 (query conflicts on standbys), 2026",
                    "it reads a day at a time by an index");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.uses()) {
            if (use.kind() != UseCase.Kind.REPORT && use.kind() != UseCase.Kind.EXPORT) {
                continue;
            }
            Entity largest =
                    use.reads().stream()
                            .flatMap(r -> sight.entity(r).stream())
                            .max(Comparator.comparingDouble(sight::bytes).thenComparing(Entity::id))
                            .orElse(null);
            if (largest != null
                    && use.by().stream().anyMatch(b -> sight.count(Names.pascal(b)) > 100)) {
                continue; // one of many, by an index
            }
            if (largest == null || sight.rows(largest) < 1e7 && sight.bytes(largest) < 5e9) {
                continue;
            }
            double seconds = sight.bytes(largest) / 500e6;
            boolean period =
                    use.by().stream()
                            .anyMatch(b ->
                                    b.matches(
                                            ".*\\b(day|week|month|year|season|from|to|between|since|at|on)\\b.*"));
            out.addAll(
                    Note.of(this, use.slug(), use.id(), use.id(), largest.id())
                            .warns()
                            .weighs(
                                    Harm.EFFORT,
                                    seconds / 5,
                                    sight.stated(
                                            "quantity:" + Names.slug(largest.name()) + ".rows"))
                            .asks(
                                    "“"
                                            + use.name()
                                            + "” reads "
                                            + Say.plural(largest.name())
                                            + ": "
                                            + Say.n(sight.rows(largest))
                                            + " rows, "
                                            + Say.bytes(sight.bytes(largest))
                                            + " when retention has filled up"
                                            + (period
                                                    ? "."
                                                    : ", and no filter bounds it to a time. At 500 MB/s (assumed) one run is "
                                                            + Say.time(seconds)
                                                            + " of the disk that everybody else needs."),
                                    "Sums kept per day as they come, and the past from a copy; a limit on the time of a statement for that role.",
                                    "How old may the figures of “"
                                            + use.name()
                                            + "” be, and over what time?",
                                    use.id(),
                                    "as old as the rows, and over all of them"));
        }
        return out;
    }
}

package org.groundplan.architect.practice.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Latency;
import org.groundplan.model.UseCase;

/** Many in one request need an answer for each and a size. */
final class ManyInOne implements Practice {
    private static final Card CARD =
            new Card(
                    "api.partial-batch",
                    Card.Level.RULES,
                    "Many in one request need an answer for each and a size.",
                    "a request carries more than 1,000 rows, stated",
                    "one transaction = rows × 0.2 ms with locks held; in chunks of 250",
                    "our assumption of 0.2 ms a row; Google AIP-193 and 231 (batch), 2024",
                    "all or nothing is the point");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            double items = sight.value("quantity:" + use.slug() + ".items");
            double row = 0.0002;
            if (items < 1000 || !sight.changes(use)) {
                continue;
            }
            UseCase beside =
                    sight.acts().stream()
                            .filter(u ->
                                    sight.changes(u)
                                            && sight.latency(u).isPresent()
                                            && !u.equals(use))
                            .max(Comparator.comparingDouble(sight::peak).thenComparing(UseCase::id))
                            .orElse(null);
            double one = items * row;
            out.add(
                    Note.of(this, use.slug(), use.id(), "quantity:" + use.slug() + ".items")
                            .warns()
                            .weighs(Harm.PROMISE, items / 1000, true)
                            .says(
                                    "“"
                                            + use.name()
                                            + "” with "
                                            + Say.n(items)
                                            + " rows in one transaction holds its locks for "
                                            + Say.time(one)
                                            + " (0.2 ms a row, assumed)"
                                            + (beside == null
                                                    ? ""
                                                    : "; “"
                                                            + beside.name()
                                                            + "” promises "
                                                            + beside(sight, beside)
                                                            + " and waits behind it")
                                            + ". One transaction a row is "
                                            + Say.time(items * Known.HOLD)
                                            + " and can stop in the middle.",
                                    "The file is taken in whole, then worked off in chunks of 250 ("
                                            + Say.time(250 * row)
                                            + " each), each line with a state; after a stop it goes on at the first line that is ready; the answer lists what was refused, line by line."));
        }
        return out;
    }

    private static String beside(Sight sight, UseCase use) {
        return sight.latency(use).map(Latency::print).orElse("");
    }
}

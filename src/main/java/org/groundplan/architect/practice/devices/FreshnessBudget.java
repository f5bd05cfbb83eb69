package org.groundplan.architect.practice.devices;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** The sampling interval is spent before the pipeline gets its share. */
final class FreshnessBudget implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.freshness-budget",
                    Card.Level.ARITHMETIC,
                    "The sampling interval is spent before the pipeline gets its share.",
                    "a stated freshness of what devices report at a stated interval",
                    "left = freshness − interval",
                    "Kaul, Yates and Gruteser, Real-time status: how often should one update?, INFOCOM 2012",
                    "age counts from arrival");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            for (UseCase use : sight.acts()) {
                double fresh = sight.value("quantity:" + use.slug() + ".freshness");
                double left = fresh - f.every();
                if (fresh <= 0
                        || !use.reads().contains(f.entity())
                        || left > 2 * f.every() && left > 5) {
                    continue;
                }
                out.add(
                        Note.of(
                                        this,
                                        use.slug(),
                                        use.id(),
                                        use.id(),
                                        "quantity:" + use.slug() + ".freshness")
                                .warns()
                                .weighs(Harm.PROMISE, fresh / Math.max(0.1, left) * 2, true)
                                .says(
                                        "“"
                                                + use.name()
                                                + "” may be "
                                                + Say.time(fresh)
                                                + " old, and a value is up to "
                                                + Say.time(f.every())
                                                + " old when the next one is measured: "
                                                + (left > 0
                                                        ? "that leaves "
                                                                + Say.time(left)
                                                                + " for line, queue, store and screen together."
                                                        : "nothing is left for line, queue, store and screen."),
                                        left > 3
                                                ? "Batches of at most 0.2 s on the way in; who asks does so at least every "
                                                        + Say.time(Math.floor((left - 1.5) * 2) / 2)
                                                        + "."
                                                : left > 1
                                                        ? "Batches of at most 0.2 s on the way in, and the screen is told instead of asking."
                                                        : left > 0
                                                                ? "Batches of at most 0.1 s, told and not asked for; a screen that asks every second has used it up."
                                                                : "Sample more often, send on change, or count the age from arrival."));
            }
        }
        return out;
    }
}

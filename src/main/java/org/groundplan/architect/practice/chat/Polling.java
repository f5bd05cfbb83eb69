package org.groundplan.architect.practice.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.architect.practice.devices.Fleet;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** Asking again and again is a rate: people divided by the interval. */
final class Polling implements Practice {
    private static final Card CARD =
            new Card(
                    "chat.poll-or-push",
                    Card.Level.ARITHMETIC,
                    "Asking again and again is a rate: people divided by the interval.",
                    "a read follows something that changes, with a stated freshness and a known rate",
                    "asks a second against changes a second",
                    "arithmetic",
                    "changes are as frequent as asks");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            double fresh = sight.value("quantity:" + use.slug() + ".freshness");
            if (fresh <= 0 || fresh > 60 || !sight.onlyReads(use)) {
                continue;
            }
            Optional<UseCase> feeds =
                    sight.acts().stream()
                            .filter(u -> use.reads().stream().anyMatch(r -> sight.inserts(u, r)))
                            .max(
                                    Comparator.comparingDouble(sight::peak)
                                            .thenComparing(UseCase::id));
            double interval = feeds.map(u -> Fleet.interval(sight, u)).orElse(0.0);
            double left = fresh - interval;
            if (feeds.isEmpty() || interval <= 0) {
                continue;
            }
            double ask = left - 1.5;
            if (left <= 0) {
                continue; // a conflict of its own
            }
            out.add(
                    Note.of(
                                    this,
                                    use.slug(),
                                    use.id(),
                                    use.id(),
                                    "quantity:" + use.slug() + ".freshness")
                            .weighs(Harm.PROMISE, fresh / left * 4, true)
                            .says(
                                    "“"
                                            + use.name()
                                            + "” may be "
                                            + Say.time(fresh)
                                            + " old and “"
                                            + feeds.get().name()
                                            + "” comes every "
                                            + Say.time(interval)
                                            + ": "
                                            + "that leaves "
                                            + Say.time(left)
                                            + " for the way, the store and the next ask"
                                            + (ask > 0
                                                    ? ", so a client asks at least every "
                                                            + Say.time(Math.floor(ask * 2) / 2)
                                                            + " (1.5 s for the rest, assumed)"
                                                            + (sight.peak(use) > 0
                                                                    ? "; with the stated rate it is "
                                                                            + Say.rate(
                                                                                    sight.peak(use))
                                                                            + " at the peak."
                                                                    : ".")
                                                    : ", less than one ask takes: it has to be pushed."),
                                    ask > 0
                                            ? "An answer that changes every "
                                                    + Say.time(interval)
                                                    + " is made once and kept a second in the process; who asks sooner gets the same."
                                            : "A connection that stays open, told by what is written."));
        }
        return out;
    }
}

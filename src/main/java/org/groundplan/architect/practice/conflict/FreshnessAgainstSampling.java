package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.architect.practice.devices.Fleet;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** Fresher than it is measured. */
final class FreshnessAgainstSampling implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.freshness-vs-sampling",
                    Card.Level.CONFLICT,
                    "Fresher than it is measured.",
                    "a stated freshness of what devices report is at most one second more than their interval",
                    "freshness − interval ≤ 1 s",
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
                if (fresh <= 0 || !use.reads().contains(f.entity()) || left > 1) {
                    continue;
                }
                out.addAll(
                        Note.of(this, use.slug(), use.id(), use.id(), f.use().id())
                                .weighs(Harm.PROMISE, 10, true)
                                .conflicts(
                                        Say.time(fresh)
                                                + " fresh, measured every "
                                                + Say.time(f.every()),
                                        List.of(
                                                sight.quote(
                                                        "quantity:" + use.slug() + ".freshness"),
                                                sight.quote(
                                                        "quantity:" + f.use().slug() + ".each")),
                                        Say.time(fresh)
                                                + " − "
                                                + Say.time(f.every())
                                                + " = "
                                                + (left < 0 ? "−" : "")
                                                + Say.time(Math.abs(left))
                                                + " for line, queue, store and screen.",
                                        List.of(
                                                new Conflict.Option(
                                                        "the age counts from arrival",
                                                        "what is shown may be "
                                                                + Say.time(fresh + f.every())
                                                                + " old"),
                                                new Conflict.Option(
                                                        "measure every " + Say.time(f.every() / 2),
                                                        "twice the readings: "
                                                                + Say.rate(2 * f.rate())),
                                                new Conflict.Option(
                                                        "send on change",
                                                        "silence looks like no change, so a beat is needed as well")),
                                        0,
                                        "Does the age of what “"
                                                + use.name()
                                                + "” shows count from the measurement, or from arrival?"));
            }
        }
        return out;
    }
}

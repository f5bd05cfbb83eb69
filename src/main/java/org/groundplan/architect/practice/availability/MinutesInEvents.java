package org.groundplan.architect.practice.availability;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** A promise counted in what people do is spent within minutes of the peak. */
final class MinutesInEvents implements Practice {
    private static final Card CARD =
            new Card(
                    "ha.minutes-in-events",
                    Card.Level.ARITHMETIC,
                    "A promise counted in what people do is spent within minutes of the peak.",
                    "a use case has an availability and a known peak of at least 0.1 a second",
                    "events lost a month = (1 − A) × month's events; seconds at the peak = that / peak rate",
                    "Google, SRE Workbook, chapter 2 (ratio of good events), 2018; failover of 60–120 s: AWS documentation, Multi-AZ, 2024",
                    "the contract counts minutes of the clock");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            double promise = sight.value("quantity:" + use.slug() + ".availability");
            double peak = sight.peak(use);
            double events = (1 - promise) * sight.perMonth(use);
            if (promise < 0.995 || peak < 0.1 || !sight.rateStated(use) || events < 1) {
                continue;
            }
            double seconds = events / peak;
            double clock = (1 - promise) * Sight.MONTH;
            if (seconds >= 0.7 * clock) {
                continue;
            }
            out.add(
                    Note.of(this, use.slug(), use.id(), sight.availabilityId(use))
                            .weighs(Harm.PROMISE, clock / seconds * 3, true)
                            .says(
                                    Say.nines(promise)
                                            + " of “"
                                            + use.name()
                                            + "” is "
                                            + Say.n(clock / 60)
                                            + " minutes a month by the clock, but counted in what people do it is "
                                            + Say.n(events)
                                            + " a month, and at the peak of "
                                            + Say.rate(peak)
                                            + " those are gone in "
                                            + Say.time(seconds)
                                            + ". One takeover of the database by its standby ("
                                            + Say.time(Known.FAILOVER)
                                            + ") at that hour is "
                                            + Say.n(Known.FAILOVER * peak)
                                            + " of them.",
                                    "Count the objective in requests, not minutes; no release in the busiest hours; clients repeat for "
                                            + Say.time(Math.max(60, Known.FAILOVER))
                                            + " with the same key."));
        }
        return out;
    }
}

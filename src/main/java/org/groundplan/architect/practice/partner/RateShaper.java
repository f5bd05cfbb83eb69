package org.groundplan.architect.practice.partner;

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
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** If they allow so many a second, the queue is ours. */
final class RateShaper implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.rate-shaper",
                    Card.Level.PARTNERS,
                    "If they allow so many a second, the queue is ours.",
                    "a partner has a limit, and what calls it exceeds the limit at the peak, on the busiest day, or after an outage",
                    "hours = calls of the day / limit; drain = outage × rate / (limit − rate)",
                    "Yanacek, Avoiding insurmountable queue backlogs, AWS Builders' Library, 2019; 40 % of a month on one day is our assumption",
                    "the partner raises the limit for the day");

    @Override
    public Card card() {
        return CARD;
    }

    private static final double ONE_DAY = 0.4;
    private static final double BUNCHED = 8;

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double limit = sight.value(sight.slug(partner) + ".limit");
            List<UseCase> callers = sight.callers(partner);
            if (limit <= 0 || callers.isEmpty()) {
                continue;
            }
            double peak = callers.stream().mapToDouble(sight::peak).sum();
            double month = callers.stream().mapToDouble(sight::perMonth).sum();
            double outage = sight.value(sight.slug(partner) + ".outage");
            Optional<UseCase> bunch = bunched(sight);
            double onOne = ONE_DAY * month / limit;
            if (peak > limit) {
                out.add(
                        Note.of(this, partner.name(), partner.id(), sight.slug(partner) + ".limit")
                                .warns()
                                .weighs(
                                        Harm.PROMISE,
                                        peak / limit * 3,
                                        callers.stream().allMatch(sight::rateStated))
                                .says(
                                        Say.quoted(callers)
                                                + " come at "
                                                + Say.rate(peak)
                                                + " at the peak and "
                                                + partner.name()
                                                + " takes "
                                                + Say.rate(limit)
                                                + ": every minute of the peak leaves "
                                                + Say.n((peak - limit) * 60)
                                                + " waiting.",
                                        "A queue of ours that sends at most "
                                                + Say.n(limit * 0.8)
                                                + " a second, the most urgent first; people are answered “accepted” with the time it will take."));
            } else if (bunch.isPresent() && onOne > 1800) {
                double after = outage > 0 ? outage + onOne : 0;
                out.add(
                        Note.of(
                                        this,
                                        partner.name(),
                                        partner.id(),
                                        sight.slug(partner) + ".limit",
                                        bunch.get().id())
                                .warns()
                                .weighs(Harm.PROMISE, onOne / 600, false)
                                .says(
                                        "“"
                                                + bunch.get().name()
                                                + "” peaks at "
                                                + Say.n(
                                                        sight.peak(bunch.get())
                                                                / sight.mean(bunch.get()))
                                                + " times its mean, so one day stands out. If 40 % of a month's "
                                                + Say.about(month)
                                                + " “"
                                                + callers.getFirst().name()
                                                + "” fall on it (assumed), "
                                                + partner.name()
                                                + " needs "
                                                + Say.time(onOne)
                                                + " for them at "
                                                + Say.rate(limit)
                                                + (after > 0
                                                        ? ", and is done "
                                                                + Say.time(after)
                                                                + " after an outage of "
                                                                + Say.time(outage)
                                                                + " in the morning"
                                                        : "")
                                                + ".",
                                        "Answer at once with “accepted” and the time it will take; keep a part of the "
                                                + Say.n(limit)
                                                + " for asking what became of calls without an answer."));
            }
        }
        return out;
    }

    /** What comes so much more often at its peak that one day of the month stands out. */
    static Optional<UseCase> bunched(Sight sight) {
        return sight.acts().stream()
                .filter(u ->
                        sight.said("quantity:" + u.slug() + ".rate-peak")
                                && sight.peak(u) > BUNCHED * sight.mean(u))
                .max(Comparator.comparingDouble(sight::peak).thenComparing(UseCase::id));
    }
}

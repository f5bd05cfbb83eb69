package org.groundplan.architect.practice.availability;

import java.util.Comparator;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** A standby that follows loses the lag, and the lag is counted in rows. */
final class AsyncLoss implements Practice {
    private static final Card CARD =
            new Card(
                    "ha.async-loss",
                    Card.Level.ARITHMETIC,
                    "A standby that follows loses the lag, and the lag is counted in rows.",
                    "two sites or a standby, an rpo above zero, and a stated peak of what changes something",
                    "rows = rpo × peak of changing use cases",
                    "PostgreSQL documentation, 26.2 log-shipping standby servers, 2026",
                    "the standby confirms each commit");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double rpo = sight.value("quantity:system.rpo");
        UseCase most =
                sight.acts().stream()
                        .filter(u -> sight.changes(u) && sight.rateStated(u))
                        .max(Comparator.comparingDouble(sight::peak).thenComparing(UseCase::id))
                        .orElse(null);
        if (rpo <= 0 || most == null || rpo * sight.peak(most) < 5) {
            return List.of();
        }
        return List.of(
                Note.of(this, "rpo", most.id(), "quantity:system.rpo")
                        .weighs(Harm.PROMISE, rpo * sight.peak(most) / 10, true)
                        .says(
                                sight.quote("quantity:system.rpo")
                                        + " allows to lose "
                                        + Say.time(rpo)
                                        + ": at the peak that is "
                                        + Say.n(rpo * sight.peak(most))
                                        + " of “"
                                        + most.name()
                                        + "”, each already confirmed to somebody.",
                                "Decide what those people are told; what partners and payment providers know is fetched from them after a restore."));
    }
}

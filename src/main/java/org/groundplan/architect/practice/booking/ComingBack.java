package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** Lapsed holds come back as a second, smaller sale. */
final class ComingBack implements Practice {
    private static final Card CARD =
            new Card(
                    "flash.returning-stock",
                    Card.Level.RULES,
                    "Lapsed holds come back as a second, smaller sale.",
                    "a rush on something that is held for a payment",
                    "back = things × 15 %",
                    "15 % unpaid is our assumption",
                    "everything is paid at once");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : Rush.of(sight)) {
            Optional<TimeRule.Lapse> lapse =
                    sight.design().all(TimeRule.Lapse.class).stream()
                            .filter(r -> sight.inserts(use, r.entity()))
                            .findFirst();
            if (lapse.isEmpty()) {
                continue;
            }
            double things = Rush.things(sight, use);
            out.add(
                    Note.of(this, use.slug(), lapse.get().id(), lapse.get().id(), use.id())
                            .weighs(Harm.COST, things / 100, false)
                            .says(
                                    "If 15 % do not pay (assumed), "
                                            + Say.about(things * 0.15)
                                            + " of "
                                            + Say.n(things)
                                            + " come back "
                                            + Say.time(lapse.get().seconds().doubleValue())
                                            + " after the start, when everybody has been told “sold out”.",
                                    "Two answers: “all held, look again at hh:mm” and “gone”; what comes back is given out once, in the order of the line."));
        }
        return out;
    }
}

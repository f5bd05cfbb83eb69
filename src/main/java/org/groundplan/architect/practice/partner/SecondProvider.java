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

/** A second provider helps only with what the first never received. */
final class SecondProvider implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.second-provider",
                    Card.Level.PARTNERS,
                    "A second provider helps only with what the first never received.",
                    "a use case that takes money promises at least 99.9 %, and one partner takes it",
                    "unknown at a failure = peak × 30 s",
                    "Treynor and others, The Calculus of Service Availability, ACM Queue 2017; 30 s are our assumption",
                    "the promise ends before the payment");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        List<Integration> pay =
                sight.partners().stream()
                        .filter(p -> sight.pays(p) && !sight.purpose(p, "payout|bank|banking"))
                        .toList();
        for (Integration partner : pay) {
            Optional<UseCase> charge =
                    sight.callers(partner).stream()
                            .filter(u ->
                                    sight.availability(u) >= 0.999
                                            && sight.peak(u) > 0.2
                                            && u.schedule() == null)
                            .max(
                                    Comparator.comparingDouble(sight::peak)
                                            .thenComparing(UseCase::id));
            if (pay.size() > 1
                    || charge.isEmpty()
                    || sight.has(sight.slug(partner) + ".availability")) {
                continue;
            }
            UseCase use = charge.get();
            double open = sight.peak(use) * 30;
            out.addAll(
                    Note.of(this, partner.name(), partner.id(), partner.id(), use.id())
                            .weighs(Harm.PROMISE, open / 5, sight.rateStated(use))
                            .asks(
                                    "“"
                                            + use.name()
                                            + "” promises "
                                            + Say.nines(sight.availability(use))
                                            + " and ends at one "
                                            + partner.name()
                                            + ", whose own promise nobody stated. With a second one, the "
                                            + Say.about(Math.max(1, open))
                                            + " that are under way at the peak when the first fails (30 s each, assumed) must not be sent to it: they may already have been paid.",
                                    "One attempt that is open or not known per payment, held by a unique index; only what the first never received goes to the second; a small share goes there always, so that it is known to work.",
                                    "What does "
                                            + partner.name()
                                            + " promise, and is a second one wanted?",
                                    partner.id(),
                                    "99.9 %, and no second one"));
        }
        return out;
    }
}

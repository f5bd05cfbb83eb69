package org.groundplan.architect.practice.money;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** A notice of a payment is repeated, late, out of order or missing. */
final class NoticeIsAHint implements Practice {
    private static final Card CARD =
            new Card(
                    "money.webhook-is-a-hint",
                    Card.Level.PARTNERS,
                    "A notice of a payment is repeated, late, out of order or missing.",
                    "a partner that moves money starts a use case that changes something",
                    "missing a month = notices × 0.05 %",
                    "Stripe documentation, webhooks (order and repetition are not guaranteed), 2025; 0.05 % is our assumption",
                    "the partner is asked for the state of each payment anyway");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            for (UseCase use : sight.acts()) {
                boolean notice = partner.name().equals(use.actor()) && sight.changes(use);
                double month = sight.perMonth(use);
                if (!notice || !sight.pays(partner) || month < 100) {
                    continue;
                }
                out.add(
                        Note.of(this, use.slug(), use.id(), use.id(), partner.id())
                                .weighs(Harm.MONEY, month / 2000, sight.rateStated(use))
                                .says(
                                        "“"
                                                + use.name()
                                                + "” rests on notices from "
                                                + partner.name()
                                                + ": "
                                                + Say.about(month)
                                                + " a month, of which some come twice, some late, and about "
                                                + Say.about(month * 0.0005)
                                                + " never (0.05 %, assumed). Whoever can reach that address can send one, too.",
                                        "Check the signature, then ask "
                                                + partner.name()
                                                + " for the object and believe that; what still waits after 15 minutes is asked about by the clock."));
            }
        }
        return out;
    }
}

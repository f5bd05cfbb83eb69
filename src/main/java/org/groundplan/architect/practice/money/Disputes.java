package org.groundplan.architect.practice.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Money can come back four months later. */
final class Disputes implements Practice {
    private static final Card CARD =
            new Card(
                    "money.dispute-horizon",
                    Card.Level.PARTNERS,
                    "Money can come back four months later.",
                    "cards are charged for things that somebody else is paid for, or that are delivered at once",
                    "reserve = month's volume × 0.5 % × 4 months",
                    "Visa and Mastercard dispute rules: up to 120 days, 2024; SEPA direct debit rulebook: 8 weeks, 13 months if unauthorised, 2023; 0.5 % is our assumption",
                    "payment on invoice or by transfer only");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        boolean paidOut =
                sight.uses().stream()
                        .anyMatch(u ->
                                u.name()
                                                .toLowerCase(Locale.ROOT)
                                                .matches(".*\\bpay(?:ing)? ?outs?\\b.*")
                                        || u.schedule() != null
                                                && u.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .startsWith("pay "));
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            Optional<UseCase> charge = sight.charging(partner);
            if (!sight.pays(partner)
                    || sight.purpose(partner, "bank|banking|payout")
                    || charge.isEmpty()
                    || !paidOut
                    || sight.perMonth(charge.get()) < 200) {
                continue;
            }
            double month = sight.perMonth(charge.get());
            out.add(
                    Note.of(this, partner.name(), partner.id(), partner.id())
                            .weighs(Harm.MONEY, month / 10_000, sight.rateStated(charge.get()))
                            .says(
                                    "A card payment can be disputed for 120 days. Of "
                                            + Say.about(month)
                                            + " payments a month, at 0.5 % (assumed), about "
                                            + Say.about(month * 0.005 * 4)
                                            + " that are long paid out may still come back.",
                                    "Balances of those who are paid out may go below zero and carry over; proof of delivery and of the sign-in is kept 13 months."));
        }
        return out;
    }
}

package org.groundplan.architect.practice.money;

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

/** Money that may have to go back within minutes is held, not taken. */
final class AuthoriseFirst implements Practice {
    private static final Card CARD =
            new Card(
                    "money.authorise-then-capture",
                    Card.Level.PARTNERS,
                    "Money that may have to go back within minutes is held, not taken.",
                    "a paid thing lapses or is cancelled by a rule soon after a partner was asked for the money",
                    "refunds saved a day = paid things × 4 %",
                    "Stripe documentation, place a hold on a payment method, 2025: card holds last about seven days; 4 % is our assumption",
                    "the means of payment knows no hold (bank transfer)");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (TimeRule.Lapse rule : sight.design().all(TimeRule.Lapse.class)) {
            Optional<UseCase> maker = maker(sight, rule);
            if (maker.isEmpty()
                    || rule.to().isEmpty()
                    || rule.seconds().doubleValue() > 5 * Sight.DAY) {
                continue;
            }
            double day = sight.perDay(maker.get());
            if (day < 20) {
                continue;
            }
            String what = Say.plural(rule.entity());
            out.add(
                    Note.of(this, rule.entity(), rule.id(), rule.id(), maker.get().id())
                            .weighs(Harm.MONEY, day * 0.04 / 30, sight.rateStated(maker.get()))
                            .says(
                                    sight.quote(rule)
                                            + " follows on a payment: if 4 % of "
                                            + Say.n(day)
                                            + " "
                                            + what
                                            + " a day lapse (assumed), "
                                            + Say.about(day * 0.04)
                                            + " people a day have paid for nothing and wait days for a refund that costs a fee.",
                                    "Authorise when it is made, capture when it is accepted, void when it lapses: one of the two, never both, and the time runs from the authorisation."));
        }
        return out;
    }

    /** Who makes the rows and asks a partner for money. */
    private static Optional<UseCase> maker(Sight sight, TimeRule.Lapse rule) {
        return sight.partners().stream()
                .filter(sight::pays)
                .flatMap(p -> sight.callers(p).stream())
                .filter(u -> sight.inserts(u, rule.entity()))
                .findFirst();
    }
}

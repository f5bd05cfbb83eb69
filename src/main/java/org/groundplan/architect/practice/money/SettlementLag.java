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
import org.groundplan.model.UseCase;

/** Money taken on Friday is not there on Monday. */
final class SettlementLag implements Practice {
    private static final Card CARD =
            new Card(
                    "money.settlement-lag",
                    Card.Level.ARITHMETIC,
                    "Money taken on Friday is not there on Monday.",
                    "a job pays out what a card partner took, by the week or day",
                    "days not settled = 2 banking days and the weekend; share = 3 of 7",
                    "Stripe documentation, payout schedules (2 to 7 days by country), 2025; two banking days are our assumption",
                    "the payout comes from the partner's own balance");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase job : sight.jobs()) {
            String when = String.valueOf(job.schedule()).toLowerCase(Locale.ROOT);
            boolean pays =
                    job.name()
                                    .toLowerCase(Locale.ROOT)
                                    .matches("(?:pay|settle|transfer|disburse)\\b.*")
                            && sight.changes(job);
            Optional<UseCase> takes =
                    sight.partners().stream().flatMap(p -> sight.charging(p).stream()).findFirst();
            if (!pays
                    || takes.isEmpty()
                    || !when.matches(".*\\b(monday|tuesday|week|weekly|day|night|daily)\\b.*")) {
                continue;
            }
            boolean monday = when.contains("monday");
            double open = sight.perDay(takes.get()) * (monday ? 3 : 2);
            out.addAll(
                    Note.of(this, job.slug(), job.id(), job.id(), takes.get().id())
                            .warns()
                            .weighs(Harm.MONEY, open / 200, sight.rateStated(takes.get()))
                            .asks(
                                    "“"
                                            + job.name()
                                            + "” runs "
                                            + job.schedule()
                                            + ", and card money arrives about two banking days later (assumed): "
                                            + (monday
                                                    ? "Friday, Saturday and Sunday, "
                                                    : "the last two days, ")
                                            + Say.about(open)
                                            + " of “"
                                            + takes.get().name()
                                            + "”, are paid out before they are paid in. A refund or a dispute after that is our loss.",
                                    "The cut-off is a setting; entries are claimed by a payout, so that what comes late falls into the next one; a negative sum carries over.",
                                    "May “"
                                            + job.name()
                                            + "” end with what has been settled, or does somebody lend the last "
                                            + (monday ? "three" : "two")
                                            + " days?",
                                    job.id(),
                                    "only what has been settled is paid out"));
        }
        return out;
    }
}

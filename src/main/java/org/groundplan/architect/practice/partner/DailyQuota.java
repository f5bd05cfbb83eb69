package org.groundplan.architect.practice.partner;

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

/** A daily quota is a budget with a reserve for the afternoon. */
final class DailyQuota implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.daily-quota",
                    Card.Level.PARTNERS,
                    "A daily quota is a budget with a reserve for the afternoon.",
                    "calls of a day are more than 60 % of what a partner allows",
                    "share = calls a day / quota",
                    "arithmetic; 60 % is our limit",
                    "the quota can be bought larger at once");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double quota = sight.value(sight.slug(partner) + ".quota") * Sight.DAY;
            List<UseCase> callers = sight.callers(partner);
            double day = callers.stream().mapToDouble(sight::perDay).sum();
            if (quota <= 0 || day < 0.6 * quota) {
                continue;
            }
            out.add(
                    Note.of(this, partner.name(), partner.id(), sight.slug(partner) + ".quota")
                            .warns()
                            .weighs(
                                    Harm.PROMISE,
                                    day / quota * 5,
                                    callers.stream().allMatch(sight::rateStated))
                            .says(
                                    Say.quoted(callers)
                                            + " use "
                                            + Say.n(day)
                                            + " of the "
                                            + Say.n(quota)
                                            + " calls a day that "
                                            + partner.name()
                                            + " allows, "
                                            + Say.percent(day / quota)
                                            + (day > quota
                                                    ? ": what comes after that waits for the next day."
                                                    : ": the first busy day ends in the afternoon."),
                                    "Count what is used in our database, keep a fifth for what a person waits for, and put background refreshes last."));
        }
        return out;
    }
}

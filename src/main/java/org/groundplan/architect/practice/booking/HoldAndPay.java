package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Scarce;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** So many minutes to pay, and the bank's page takes longer. */
final class HoldAndPay implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.hold-vs-payment",
                    Card.Level.CONFLICT,
                    "So many minutes to pay, and the bank's page takes longer.",
                    "something held for a payment lapses sooner than paying takes",
                    "paid without a place a day = held a day × 3 %",
                    "Regulation (EU) 2018/389 on strong customer authentication; 20 min and 3 % are our assumptions",
                    "money is taken only after the place is confirmed");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (TimeRule.Lapse rule : sight.design().all(TimeRule.Lapse.class)) {
            Optional<Integration> pays = sight.partners().stream().filter(sight::pays).findFirst();
            boolean forPayment =
                    rule.unless().stream()
                                    .anyMatch(u ->
                                            u.toLowerCase(Locale.ROOT)
                                                    .matches("paid|pays?|.*payment.*|confirmed"))
                            || rule.text()
                                    .toLowerCase(Locale.ROOT)
                                    .matches(".*\\b(unless|until|if not) (?:it is )?paid.*");
            if (pays.isEmpty() || !forPayment) {
                continue;
            }
            double takes = sight.value(sight.slug(pays.get()) + ".takes");
            double paying = takes > 0 ? takes : Known.PAYING;
            double hold = rule.seconds().doubleValue();
            if (hold >= paying) {
                continue;
            }
            Optional<UseCase> maker =
                    sight.acts().stream()
                            .filter(u -> sight.inserts(u, rule.entity()))
                            .max(
                                    Comparator.comparingDouble(sight::mean)
                                            .thenComparing(UseCase::id));
            double things = maker.map(u -> Scarce.of(sight, u)).orElse(0.0);
            double late =
                    (things > 0
                                    ? things
                                    : sight.acts().stream()
                                            .filter(rule::endedBy)
                                            .mapToDouble(sight::perDay)
                                            .max()
                                            .orElse(maker.map(sight::perDay).orElse(0.0)))
                            * Known.SLOW_PAYERS;
            boolean atOnce =
                    sight.callers(pays.get()).stream()
                            .anyMatch(u -> rule.endedBy(u) && u.schedule() == null);
            String arithmetic =
                    (atOnce
                                    ? "Once the payment is only opened first: paying takes up to "
                                    : "Paying takes up to ")
                            + Say.time(paying)
                            + (takes > 0 ? "" : " (session, bank's page, notice; assumed)")
                            + " and "
                            + Say.one(rule.entity())
                            + " is held "
                            + Say.time(hold)
                            + ": at 3 % slower payers (assumed) "
                            + (late >= 1
                                    ? Say.about(late)
                                            + (things > 0
                                                    ? " people of " + Say.n(things)
                                                    : " people a day")
                                    : "some")
                            + " pay for what is no longer theirs.";
            Note note =
                    Note.of(this, rule.entity(), rule.id(), rule.id(), pays.get().id())
                            .warns()
                            .weighs(Harm.MONEY, Math.max(1, late), takes > 0);
            String question =
                    "May "
                            + Say.one(rule.entity())
                            + " be held for "
                            + Say.time(paying)
                            + ", or are late payers refunded?";
            if (takes <= 0) {
                out.addAll(
                        note.asks(
                                sight.quote(rule)
                                        + ": "
                                        + arithmetic.substring(0, 1).toLowerCase(Locale.ROOT)
                                        + arithmetic.substring(1),
                                "The payment's session is given less time than the hold, or the money is authorised and captured once the "
                                        + Say.words(rule.entity())
                                        + " is confirmed; what comes late is refunded.",
                                question,
                                rule.id(),
                                "the payment's session is made to end before the hold does"));
                continue;
            }
            out.addAll(
                    note.conflicts(
                            Say.time(hold) + " to pay, up to " + Say.time(paying) + " at the bank",
                            List.of(sight.quote(rule), sight.quote(pays.get())),
                            arithmetic,
                            List.of(
                                    new Conflict.Option(
                                            "hold for " + Say.time(paying),
                                            "unpaid ones block others for longer"),
                                    new Conflict.Option(
                                            "end the payment's session first, then the hold",
                                            "one more call that can fail; a late success is refunded"),
                                    new Conflict.Option(
                                            "authorise, and capture once the place is confirmed",
                                            "a second call per payment")),
                            1,
                            question));
        }
        return out;
    }
}

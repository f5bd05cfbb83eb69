package org.groundplan.architect.practice.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** The clock ends what was paid for, and nothing gives the money back. */
final class CancelledAndPaid implements Practice {
    private static final Card CARD =
            new Card(
                    "money.cancelled-paid",
                    Card.Level.RULES,
                    "The clock ends what was paid for, and nothing gives the money back.",
                    "a lapse leaves a state that is reached by paying, and no job calls the partner for it",
                    "cases a day = paid things × share that lapses",
                    "our judgement; 4 % is our assumption",
                    "money is only held until then");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (TimeRule.Lapse rule : sight.design().all(TimeRule.Lapse.class)) {
            for (UseCase use : sight.acts()) {
                boolean pays =
                        sight.partners().stream()
                                        .anyMatch(
                                                p -> sight.pays(p) && p.name().equals(use.actor()))
                                && use.effects().stream()
                                        .anyMatch(e ->
                                                e instanceof Effect.Transition t
                                                        && t.entity().equals(rule.entity())
                                                        && rule.from().contains(t.to()));
                if (!pays || refunds(sight, rule)) {
                    continue;
                }
                double day = sight.perDay(use);
                Optional<Rule> said = sight.sentence(REFUND);
                out.add(
                        Note.of(
                                        this,
                                        rule.entity(),
                                        rule.id(),
                                        rule.id(),
                                        use.id(),
                                        said.map(Rule::id).orElse(rule.id()))
                                .warns()
                                .weighs(Harm.MONEY, day * 0.04, sight.rateStated(use))
                                .says(
                                        said.map(r -> sight.quote(r) + ", but after ")
                                                        .orElse("After ")
                                                + Say.time(rule.seconds().doubleValue())
                                                + " the clock moves "
                                                + Say.one(rule.entity())
                                                + " from "
                                                + String.join(" or ", rule.from())
                                                + " to "
                                                + rule.to()
                                                + ", and nothing returns what was paid: about "
                                                + Say.about(day * 0.04)
                                                + " a day if 4 % of "
                                                + Say.n(day)
                                                + " lapse (assumed).",
                                        "The move and the message that voids or refunds are written in one transaction; the message carries the payment's own reference, so that it happens once."));
            }
        }
        return out;
    }

    private static final Pattern REFUND =
            Pattern.compile(
                    "cancel\\w*\\b.*\\brefund|refund\\w*\\b.*\\bcancel", Pattern.CASE_INSENSITIVE);

    private static boolean refunds(Sight sight, TimeRule.Lapse rule) {
        return sight.jobs().stream()
                .filter(j -> j.origin().from().contains(rule.id()))
                .anyMatch(j ->
                        j.effects().stream()
                                .anyMatch(
                                        e -> e instanceof Effect.Call || e instanceof Effect.Emit));
    }
}

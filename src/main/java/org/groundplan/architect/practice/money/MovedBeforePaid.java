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
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** Paid says our row, before the partner was even asked. */
final class MovedBeforePaid implements Practice {
    /** Payments that fail. */
    private static final double FAIL = 0.02;

    private static final Card CARD =
            new Card(
                    "money.moved-before-paid",
                    Card.Level.PARTNERS,
                    "A row says paid before the partner has answered, and nothing takes the answer.",
                    "a use case moves a state and has a partner take money for it, and none is started by that partner",
                    "moved and not paid a day = payments × 2 %",
                    "our judgement; 2 % is our assumption",
                    "the partner reports back, or the state says that it is still to be paid");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            boolean answers = sight.uses().stream().anyMatch(u -> partner.name().equals(u.actor()));
            if (!sight.pays(partner) || answers) {
                continue;
            }
            for (UseCase use : sight.callers(partner)) {
                Optional<Effect.Transition> move =
                        use.effects().stream()
                                .filter(Effect.Transition.class::isInstance)
                                .map(Effect.Transition.class::cast)
                                .filter(t ->
                                        !t.to().matches(
                                                        "(?i).*(pending|requested|open|unpaid|submitted|started|paying|sent|waiting).*"))
                                .findFirst();
                double day = sight.perDay(use);
                if (move.isEmpty() || use.schedule() != null || day < 1) {
                    continue;
                }
                String one = Say.words(move.get().entity());
                out.add(
                        Note.of(this, use.slug(), use.id(), use.id(), partner.id())
                                .warns()
                                .weighs(Harm.MONEY, day * FAIL, sight.rateStated(use))
                                .says(
                                        "“"
                                                + use.name()
                                                + "” makes "
                                                + Say.one(move.get().entity())
                                                + " "
                                                + move.get().to()
                                                + " and tells "
                                                + partner.name()
                                                + " afterwards, and no use case takes the answer: of "
                                                + Say.about(day)
                                                + " a day about "
                                                + Say.about(day * FAIL)
                                                + " are "
                                                + move.get().to()
                                                + " and never paid (2 % fail, assumed).",
                                        "“"
                                                + use.name()
                                                + "” only opens the payment, under a reference of ours; a use case of "
                                                + partner.name()
                                                + ", or the look-up by that reference, moves the "
                                                + one
                                                + " from "
                                                + String.join(" or ", move.get().from())
                                                + " to "
                                                + move.get().to()
                                                + "."));
            }
        }
        return out;
    }
}

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
import org.groundplan.model.Finding;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** A payment can succeed after the thing was given up. */
final class LateSuccess implements Practice {
    private static final Card CARD =
            new Card(
                    "money.late-success",
                    Card.Level.PARTNERS,
                    "A payment can succeed after the thing was given up.",
                    "a partner's notice moves something on, and something else moves it away from the same state",
                    "cases a day = rate × share that is slower than the limit",
                    "Regulation (EU) 2018/389 (strong customer authentication: the bank's page takes its time); 0.5 % is our assumption",
                    "the partner's session is cancelled, with an answer, before the thing is given up");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            if (!sight.pays(partner)) {
                continue;
            }
            for (UseCase use : sight.acts()) {
                if (!partner.name().equals(use.actor())) {
                    continue;
                }
                for (Effect effect : use.effects()) {
                    if (effect instanceof Effect.Transition t) {
                        away(sight, t).ifPresent(to -> out.add(say(sight, partner, use, t, to)));
                    }
                }
            }
        }
        return out;
    }

    /** Another state that the same one leads to. */
    private static Optional<String> away(Sight sight, Effect.Transition t) {
        return sight.design().all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(t.entity()))
                .flatMap(r ->
                        t.from().stream()
                                .flatMap(f -> r.moves().getOrDefault(f, List.of()).stream()))
                .filter(to -> !to.equals(t.to()))
                .findFirst();
    }

    private Finding say(
            Sight sight, Integration partner, UseCase use, Effect.Transition t, String to) {
        double day = sight.perDay(use);
        return Note.of(this, t.entity(), use.id(), use.id(), partner.id())
                .warns()
                .weighs(Harm.MONEY, day * 0.005, sight.rateStated(use))
                .says(
                        Names.sentence(Say.one(t.entity()))
                                + " can be "
                                + to
                                + " when "
                                + partner.name()
                                + " says that it was paid: the bank's page was still open. At 0.5 % of "
                                + Say.n(day)
                                + " a day (assumed) that is "
                                + Say.about(day * 0.005)
                                + " a day with money taken and nothing for it; the notice is refused here, and the money stays there.",
                        "A payment for something that is "
                                + to
                                + " is voided or refunded by the same notice that reports it; a test sends the notice after the move.");
    }
}

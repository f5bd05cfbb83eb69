package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** First come, first served rewards scripts and short lines. */
final class Draw implements Practice {
    private static final Card CARD =
            new Card(
                    "flash.fair-order",
                    Card.Level.RULES,
                    "First come, first served rewards scripts and short lines.",
                    "a rush of at least ten for one",
                    "chance = things / people",
                    "Roth, Who Gets What – and Why, 2015",
                    "a strict order is what the customer sells");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : Rush.of(sight)) {
            double things = Rush.things(sight, use);
            double people = Rush.people(sight, use);
            out.addAll(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .weighs(Harm.COST, people / things, true)
                            .asks(
                                    "With "
                                            + Say.n(people)
                                            + " people for "
                                            + Say.n(things)
                                            + " milliseconds decide “"
                                            + use.name()
                                            + "”: a program in a data centre is some 40 ms ahead of a phone (assumed), and a person has a chance of "
                                            + Say.percent(things / people)
                                            + " at best.",
                                    "Everybody who is there before the start gets a place in line by lot; after that by arrival.",
                                    "First come, first served, or a draw among all who came before the start?",
                                    use.id(),
                                    "a draw among those who are there at the start"));
        }
        return out;
    }
}

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

/** Nearly everybody gets sold out, and that answer must not touch the database. */
final class SoldOutAtTheEdge implements Practice {
    private static final Card CARD =
            new Card(
                    "flash.sold-out-without-db",
                    Card.Level.ARITHMETIC,
                    "Nearly everybody gets sold out, and that answer must not touch the database.",
                    "people are at least ten times what is to be had, in a stated burst",
                    "share refused = 1 − things / people",
                    "Nygard, Release It!, 2nd ed. 2018 (handshaking, shed load)",
                    "people come over days");

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
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .weighs(Harm.PROMISE, people / things * 3, true)
                            .says(
                                    Say.n(people)
                                            + " people for "
                                            + Say.n(things)
                                            + ": “"
                                            + use.name()
                                            + "” answers “no” to "
                                            + Say.percent(1 - things / people)
                                            + " of them, and at "
                                            + Say.rate(sight.peak(use))
                                            + " only about "
                                            + Say.rate(sight.peak(use) * things / people)
                                            + " can end in anything.",
                                    "A flag at the edge, a second old at most, answers once nothing is free; the page itself is static; price and what is left never stand in one answer."));
        }
        return out;
    }
}

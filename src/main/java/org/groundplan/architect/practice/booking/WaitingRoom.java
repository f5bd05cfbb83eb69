package org.groundplan.architect.practice.booking;

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
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** A waiting room admits at the pace of the slowest paid step. */
final class WaitingRoom implements Practice {
    private static final Card CARD =
            new Card(
                    "flash.admission",
                    Card.Level.PARTNERS,
                    "A waiting room admits at the pace of the slowest paid step.",
                    "a rush, and a payment partner with a limit",
                    "admitted = 0.8 × limit / 1.2; sold out after things / admitted",
                    "our assumption of 0.8 and 1.2 attempts; Yanacek, Using load shedding to avoid overload, AWS Builders' Library, 2019",
                    "the slow step may follow later");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : Rush.of(sight)) {
            Optional<Integration> pays =
                    sight.partners().stream()
                            .filter(p -> sight.pays(p) && sight.value(sight.slug(p) + ".limit") > 0)
                            .findFirst();
            if (pays.isEmpty()) {
                continue;
            }
            double limit = sight.value(sight.slug(pays.get()) + ".limit");
            double admitted = 0.8 * limit / 1.2;
            if (admitted >= sight.peak(use)) {
                continue;
            }
            double things = Rush.things(sight, use);
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id(), pays.get().id())
                            .weighs(Harm.PROMISE, sight.peak(use) / admitted, true)
                            .says(
                                    pays.get().name()
                                            + " takes "
                                            + Say.rate(limit)
                                            + ", so "
                                            + Say.n(Math.floor(admitted))
                                            + " people a second can be let in (80 % of it, 1.2 attempts each, assumed): "
                                            + Say.n(things)
                                            + " are gone after "
                                            + Say.time(things / Math.floor(admitted))
                                            + ", and who stands behind place "
                                            + Say.n(things * 1.2)
                                            + " can be told at once.",
                                    "A signed place in line given at the edge, bound to the account, with the wait shown; the application never sees the rest."));
        }
        return out;
    }
}

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

/** A partner weaker than the promise must leave the path. */
final class WeakerPartner implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.async-when-weaker",
                    Card.Level.PARTNERS,
                    "A partner weaker than the promise must leave the path.",
                    "somebody waits for a partner whose availability is below what was promised",
                    "product of both; minutes = (1 − product) × 43,800",
                    "Treynor and others, The Calculus of Service Availability, ACM Queue 2017",
                    "the promise excludes the partner");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double theirs = sight.value(sight.slug(partner) + ".availability");
            for (UseCase use : sight.callers(partner)) {
                double ours = sight.availability(use);
                if (theirs <= 0 || ours <= theirs || use.schedule() != null) {
                    continue;
                }
                double both = ours * theirs;
                boolean waits = sight.waits(use, partner);
                Note note =
                        Note.of(
                                this,
                                partner.name() + " " + use.slug(),
                                use.id(),
                                use.id(),
                                partner.id());
                out.add(
                        (waits ? note : note.built())
                                .weighs(Harm.PROMISE, (1 - both) / (1 - ours), true)
                                .says(
                                        "“"
                                                + use.name()
                                                + "” promises "
                                                + Say.nines(ours)
                                                + " and "
                                                + partner.name()
                                                + " is there "
                                                + Say.nines(theirs)
                                                + " of the time: in one line that is "
                                                + Say.nines(both)
                                                + ", "
                                                + Say.time((1 - both) * Sight.MONTH)
                                                + " a month instead of "
                                                + Say.time((1 - ours) * Sight.MONTH)
                                                + ".",
                                        waits
                                                ? "Answer without it: with what it said last, marked as old."
                                                : "It is told afterwards, from a message that was written with the change; the answer says “accepted”, and the state says when it is done."));
            }
        }
        return out;
    }
}

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

/** No test system means we build their failures ourselves. */
final class NoSandbox implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.simulator",
                    Card.Level.PARTNERS,
                    "No test system means we build their failures ourselves.",
                    "sandbox is no",
                    "3 to 8 days a partner; ten scenarios",
                    "our assumption",
                    "calls have no effect that matters");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            if (sight.trait(partner, "sandbox").filter("no"::equals).isEmpty()) {
                continue;
            }
            List<UseCase> callers = sight.callers(partner);
            out.add(
                    Note.of(this, partner.name(), partner.id(), partner.id())
                            .weighs(Harm.EFFORT, 5, true)
                            .says(
                                    partner.name()
                                            + " has no place to test against: the first call of "
                                            + (callers.isEmpty()
                                                    ? "each release"
                                                    : Say.quoted(callers))
                                            + " that fails does so for a customer.",
                                    "A stand-in of ours with its answers recorded: success after a time-out, twice the same, out of order, a value nobody has seen, closed. 3 to 8 days (assumed), in the first slice."));
        }
        return out;
    }
}

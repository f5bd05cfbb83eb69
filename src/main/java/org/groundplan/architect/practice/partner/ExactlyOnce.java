package org.groundplan.architect.practice.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** Exactly once to a partner exists in three forms only: its key, our look-up, or a clerk. */
final class ExactlyOnce implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.exactly-once-three-ways",
                    Card.Level.PARTNERS,
                    "Exactly once to a partner exists in three forms only: its key, our look-up, or a clerk.",
                    "exactly once is asked of a call to a partner, and it is not known how the partner recognises a repeat",
                    "unknown a day = calls × 0.2 %; a clerk needs 5 min each",
                    "Halpern and Moses, Knowledge and Common Knowledge, 1990; 0.2 % and 5 min are our assumptions",
                    "doing it twice has no effect");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            List<UseCase> callers =
                    sight.callers(partner).stream()
                            .filter(u ->
                                    partner.delivery().equals("exactly once")
                                            || "exactly once".equals(u.delivery()))
                            .toList();
            if (callers.isEmpty()
                    || sight.pays(partner) && sight.trait(partner, "idempotency").isEmpty()) {
                continue;
            }
            Optional<String> way = sight.trait(partner, "idempotency");
            boolean look = sight.trait(partner, "lookup").filter("yes"::equals).isPresent();
            double day = callers.stream().mapToDouble(sight::perDay).sum();
            double unknown = day * Known.LOST;
            if (way.isPresent() && !way.get().equals("none") || look) {
                continue;
            }
            String message =
                    "“Exactly once” to "
                            + partner.name()
                            + ": after a lost answer nobody here can tell whether "
                            + Say.quoted(callers)
                            + " arrived. At 0.2 % of "
                            + Say.about(day)
                            + " calls a day (assumed) that is "
                            + Say.about(unknown)
                            + " a day; a clerk with 5 minutes each needs "
                            + Say.time(unknown * 300)
                            + ".";
            String advice =
                    "A reference that "
                            + partner.name()
                            + " stores and answers by; without one, a list for a person, and nothing is sent twice by the machine.";
            Note note =
                    Note.of(this, partner.name(), partner.id(), partner.id())
                            .warns()
                            .weighs(Harm.PROMISE, Math.max(1, unknown * 5), way.isPresent());
            if (way.isPresent()) {
                out.add(note.says(message, advice));
            } else {
                out.addAll(
                        note.asks(
                                message,
                                advice,
                                "Does "
                                        + partner.name()
                                        + " store a reference of ours and refuse it the second time, or can it be asked?",
                                partner.id(),
                                "it refuses a repeated reference"));
            }
        }
        return out;
    }
}

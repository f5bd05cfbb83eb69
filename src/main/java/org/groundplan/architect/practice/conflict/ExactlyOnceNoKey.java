package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** Exactly once – to a partner who cannot recognise the same thing twice. */
final class ExactlyOnceNoKey implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.exactly-vs-partner",
                    Card.Level.CONFLICT,
                    "Exactly once – to a partner who cannot recognise the same thing twice.",
                    "exactly once is asked, idempotency is none, and there is no look-up",
                    "unknown a day = calls × 0.2 %",
                    "Halpern and Moses, Knowledge and Common Knowledge, 1990; 0.2 % is our assumption",
                    "doing it twice has no effect");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            boolean none = sight.trait(partner, "idempotency").filter("none"::equals).isPresent();
            boolean look = sight.trait(partner, "lookup").filter("yes"::equals).isPresent();
            List<UseCase> callers =
                    sight.callers(partner).stream()
                            .filter(u ->
                                    partner.delivery().equals("exactly once")
                                            || "exactly once".equals(u.delivery()))
                            .toList();
            if (!none || look || callers.isEmpty()) {
                continue;
            }
            double day = callers.stream().mapToDouble(sight::perDay).sum();
            double unknown = day * Known.LOST;
            out.addAll(
                    Note.of(this, partner.name(), partner.id(), partner.id())
                            .weighs(Harm.PROMISE, Math.max(1, unknown * 10), true)
                            .conflicts(
                                    "exactly once, without a way to tell a repeat",
                                    List.of(sight.quote(partner)),
                                    partner.name()
                                            + " neither stores a reference nor can be asked. After a lost answer nobody knows whether it happened: about "
                                            + Say.about(Math.max(unknown, 0.1))
                                            + " times a day of "
                                            + Say.about(day)
                                            + " (0.2 %, assumed).",
                                    List.of(
                                            new Conflict.Option(
                                                    "a clerk decides from a list",
                                                    Say.time(Math.max(60, unknown * 300))
                                                            + " of work a day at 5 minutes each (assumed)"),
                                            new Conflict.Option(
                                                    partner.name()
                                                            + " adds a field for our reference",
                                                    "their release, our contract"),
                                            new Conflict.Option(
                                                    "send again: at least once",
                                                    "about "
                                                            + Say.about(Math.max(unknown, 0.1))
                                                            + " a day happen twice"),
                                            new Conflict.Option(
                                                    "never send again: at most once",
                                                    "about "
                                                            + Say.about(Math.max(unknown, 0.1))
                                                            + " a day are missing")),
                                    0,
                                    "When the answer of "
                                            + partner.name()
                                            + " is lost: shall somebody look, or do we risk doing it twice, or not at all?"));
        }
        return out;
    }
}

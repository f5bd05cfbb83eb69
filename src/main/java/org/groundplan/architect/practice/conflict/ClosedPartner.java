package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** Always open, except when the partner is closed. */
final class ClosedPartner implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.sla-vs-maintenance",
                    Card.Level.CONFLICT,
                    "Always open, except when the partner is closed.",
                    "a partner is closed for longer a month than the promise leaves",
                    "hours closed > (1 − A) × 720",
                    "Treynor and others, The Calculus of Service Availability, ACM Queue 2017",
                    "the answer never waits for it");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double closed = sight.value(sight.slug(partner) + ".maintenance");
            double open = sight.value(sight.slug(partner) + ".availability");
            List<UseCase> callers = sight.callers(partner);
            double promise = callers.stream().mapToDouble(sight::availability).max().orElse(0);
            double away = closed + (open > 0 ? (1 - open) * Sight.MONTH : 0);
            if (away <= 0
                    || callers.isEmpty()
                    || promise > 0 && away <= (1 - promise) * Sight.MONTH
                    || promise == 0 && closed < 3600) {
                continue;
            }
            double waiting = callers.stream().mapToDouble(sight::peak).sum() * closed;
            out.addAll(
                    Note.of(this, partner.name(), partner.id(), partner.id())
                            .weighs(
                                    Harm.PROMISE,
                                    promise > 0 ? away / ((1 - promise) * Sight.MONTH) * 3 : 3,
                                    true)
                            .conflicts(
                                    (promise > 0 ? Say.nines(promise) : "working hours")
                                            + " through a partner that is away "
                                            + Say.time(away)
                                            + " a month",
                                    List.of(
                                            sight.quote(partner),
                                            promise > 0
                                                    ? sight.quote(
                                                            sight.availabilityId(
                                                                    callers.getFirst()))
                                                    : ""),
                                    partner.name()
                                            + " is away "
                                            + Say.time(away)
                                            + " a month"
                                            + (closed > 0
                                                    ? ", " + Say.time(closed) + " of it announced"
                                                    : "")
                                            + (promise > 0
                                                    ? "; the promise leaves "
                                                            + Say.time((1 - promise) * Sight.MONTH)
                                                    : "")
                                            + ". "
                                            + (waiting >= 1
                                                    ? "In working hours "
                                                            + Say.about(waiting)
                                                            + " of "
                                                            + Say.quoted(callers)
                                                            + " come in the meantime."
                                                    : "It is in the path of "
                                                            + Say.quoted(callers)
                                                            + "."),
                                    List.of(
                                            new Conflict.Option(
                                                    "take "
                                                            + Say.quoted(callers)
                                                            + " in and finish when "
                                                            + partner.name()
                                                            + " is back",
                                                    "a state “waiting for "
                                                            + partner.name()
                                                            + "” that people see"),
                                            new Conflict.Option(
                                                    "the promise excludes those hours",
                                                    "a sentence in the contract"),
                                            new Conflict.Option(
                                                    "work with what it said last, marked as old",
                                                    "decisions on old data")),
                                    0,
                                    "While "
                                            + partner.name()
                                            + " is closed: shall "
                                            + Say.quoted(callers)
                                            + " be taken in and finished later, or be refused?"));
        }
        return out;
    }
}

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
import org.groundplan.model.Quantity;
import org.groundplan.model.UseCase;

/** Answer in so many milliseconds – through a partner who takes more. */
final class LatencyThroughPartner implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.latency-vs-dependency",
                    Card.Level.CONFLICT,
                    "Answer in so many milliseconds – through a partner who takes more.",
                    "a use case with a latency calls a partner whose own latency at that share is not smaller",
                    "own time + partner's > promise",
                    "Dean and Barroso, The Tail at Scale, CACM 2013",
                    "the answer does not wait for the partner");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double slow =
                    sight.design().all(Quantity.class).stream()
                            .filter(q -> q.id().startsWith(sight.slug(partner) + ".latency-p"))
                            .mapToDouble(q -> q.value().doubleValue())
                            .max()
                            .orElse(0);
            for (UseCase use : sight.callers(partner)) {
                double limit =
                        sight.latency(use).map(l -> l.limit().value().doubleValue()).orElse(0.0);
                if (slow <= 0 || limit <= 0 || slow + 0.05 <= limit) {
                    continue;
                }
                out.addAll(
                        Note.of(
                                        this,
                                        use.slug() + " " + partner.name(),
                                        use.id(),
                                        use.id(),
                                        partner.id())
                                .weighs(Harm.PROMISE, slow / limit * 5, true)
                                .conflicts(
                                        "“"
                                                + use.name()
                                                + "” in "
                                                + Say.time(limit)
                                                + ", through "
                                                + partner.name()
                                                + " in "
                                                + Say.time(slow),
                                        List.of(
                                                sight.quote(
                                                        sight.latency(use)
                                                                .map(l -> l.limit().id())
                                                                .orElse("")),
                                                sight.quote(partner)),
                                        partner.name()
                                                + " alone takes "
                                                + Say.time(slow)
                                                + " at its tail and “"
                                                + use.name()
                                                + "” may take "
                                                + Say.time(limit)
                                                + ": nothing of ours can make that up, and one repeat doubles it.",
                                        List.of(
                                                new Conflict.Option(
                                                        "answer “received, being checked” within "
                                                                + Say.time(limit)
                                                                + ", the result when it is there",
                                                        "a state that people see, and a way to tell them"),
                                                new Conflict.Option(
                                                        "an older answer of "
                                                                + partner.name()
                                                                + ", with its age",
                                                        "decisions on old data"),
                                                new Conflict.Option(
                                                        "the promise excludes " + partner.name(),
                                                        "people wait " + Say.time(slow))),
                                        0,
                                        "May “"
                                                + use.name()
                                                + "” answer “received” at once and the outcome later?"));
            }
        }
        return out;
    }
}

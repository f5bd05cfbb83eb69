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

/** After an outage the backlog drains only with the spare rate. */
final class OutageBacklog implements Practice {
    private static final Card CARD =
            new Card(
                    "load.catch-up",
                    Card.Level.PARTNERS,
                    "After an outage the backlog drains only with the spare rate.",
                    "a partner may be away for a stated time, and calls go on",
                    "backlog = rate × time; drain = backlog / (limit − rate)",
                    "Yanacek, Avoiding insurmountable queue backlogs, AWS Builders' Library, 2019",
                    "what waits loses its worth and is dropped");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double outage = sight.value(sight.slug(partner) + ".outage");
            double limit = sight.value(sight.slug(partner) + ".limit");
            List<UseCase> callers = sight.callers(partner);
            double peak = callers.stream().mapToDouble(sight::peak).sum();
            double backlog = peak * outage;
            if (RateShaper.bunched(sight).isPresent() && limit > 0) {
                continue; // the busiest day says more
            }
            if (outage < 600 || backlog < 100) {
                continue;
            }
            double drain = limit > peak ? backlog / (limit - peak) : 0;
            out.add(
                    Note.of(this, partner.name(), partner.id(), sight.slug(partner) + ".outage")
                            .weighs(
                                    Harm.PROMISE,
                                    backlog / 1000,
                                    callers.stream().allMatch(sight::rateStated))
                            .says(
                                    partner.name()
                                            + " may be away for "
                                            + Say.time(outage)
                                            + ": in the busiest hour "
                                            + Say.about(backlog)
                                            + " of "
                                            + Say.quoted(callers)
                                            + " wait by then"
                                            + (drain > 0
                                                    ? ", and at "
                                                            + Say.rate(limit)
                                                            + " the last is sent "
                                                            + Say.time(drain)
                                                            + " after it is back."
                                                    : ", and what was sent in the last seconds before has no answer."),
                                    "Show people the state and let them cancel; after the return start slowly, and ask about what has no answer before sending anything again."));
        }
        return out;
    }
}

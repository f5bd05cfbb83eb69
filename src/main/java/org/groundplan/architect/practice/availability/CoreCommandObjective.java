package org.groundplan.architect.practice.availability;

import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Journey;
import org.groundplan.model.UseCase;

/** The promise belongs to what people came for, not to what is read most. */
final class CoreCommandObjective implements Practice {
    private static final Card CARD =
            new Card(
                    "ha.core-objective",
                    Card.Level.ARITHMETIC,
                    "The promise belongs to what people came for, not to what is read most.",
                    "a promise for the whole, and one changing use case that others are counted by",
                    "share of reading requests at the peak",
                    "Google, SRE Workbook, chapter 2 (critical user journeys), 2018",
                    "the promise names use cases");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        if (!sight.said("quantity:system.availability")
                || sight.acts().stream()
                        .anyMatch(u -> sight.has("quantity:" + u.slug() + ".availability"))) {
            return List.of();
        }
        double all = sight.acts().stream().mapToDouble(sight::peak).sum();
        UseCase core = Journey.core(sight.design()).orElse(null);
        if (core == null
                || all <= 0
                || sight.peak(core) / all > 0.1
                || sight.peak(core) / all < 0.001) {
            return List.of();
        }
        double promise = sight.value("quantity:system.availability");
        return List.of(
                Note.of(this, core.slug(), core.id(), "quantity:system.availability")
                        .built()
                        .weighs(Harm.PROMISE, 0.1 * all / sight.peak(core), true)
                        .says(
                                "“"
                                        + core.name()
                                        + "” is "
                                        + Say.percent(sight.peak(core) / all)
                                        + " of the requests at the peak. Counted over all requests, it can fail altogether for "
                                        + Say.time(
                                                Math.min(1, (1 - promise) * all / sight.peak(core))
                                                        * Sight.MONTH)
                                        + " a month and "
                                        + Say.nines(promise)
                                        + " is still kept.",
                                "So it has an objective of its own (section 7), and its alert comes before the others."));
    }
}

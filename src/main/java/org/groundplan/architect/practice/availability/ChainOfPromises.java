package org.groundplan.architect.practice.availability;

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

/** A promise cannot exceed the product of everything it waits for. */
final class ChainOfPromises implements Practice {
    private static final Card CARD =
            new Card(
                    "ha.product",
                    Card.Level.ARITHMETIC,
                    "A promise cannot exceed the product of everything it waits for.",
                    "a use case has an availability and the product of what is in its path is less",
                    "product of availabilities; minutes = (1 − product) × 43,800",
                    "Treynor and others, The Calculus of Service Availability, ACM Queue 2017; 99.95 % for a managed database with a standby: AWS RDS and Google Cloud SQL service-level agreements, 2024",
                    "a lesser answer without that part counts as available, and the promise says so");

    @Override
    public Card card() {
        return CARD;
    }

    private static final double DATABASE = 0.9995;
    private static final double EDGE = 0.9999;

    @Override
    public List<Element> look(Sight sight) {
        UseCase worst = null;
        for (UseCase use : sight.acts()) {
            double own = sight.value("quantity:" + use.slug() + ".availability");
            boolean dearer =
                    worst == null
                            || own > sight.value("quantity:" + worst.slug() + ".availability");
            if (own > 0 && dearer) {
                worst = use;
            }
        }
        double promise =
                worst == null
                        ? sight.value("quantity:system.availability")
                        : sight.availability(worst);
        String id = worst == null ? "quantity:system.availability" : sight.availabilityId(worst);
        List<String> parts =
                new ArrayList<>(List.of("edge 99.99 %", "database with a standby 99.95 %"));
        double product = DATABASE * EDGE;
        for (Integration partner : sight.partners()) {
            double stated = sight.value(sight.slug(partner) + ".availability");
            boolean inPath = worst != null && sight.waits(worst, partner);
            if (stated > 0 && inPath) {
                product *= stated;
                parts.add(partner.name() + " " + Say.nines(stated));
            }
        }
        if (promise < 0.999 || promise <= product) {
            return List.of();
        }
        String what = worst == null ? "The system" : "“" + worst.name() + "”";
        return List.of(
                Note.of(this, "promise", worst == null ? "system" : worst.id(), id)
                        .warns()
                        .weighs(Harm.PROMISE, (1 - product) / (1 - promise), true)
                        .says(
                                what
                                        + " promises "
                                        + Say.nines(promise)
                                        + " ("
                                        + Say.n((1 - promise) * Sight.MONTH / 60)
                                        + " minutes a month) and stands on "
                                        + Say.list(parts)
                                        + ": together at most "
                                        + Say.nines(product)
                                        + ", "
                                        + Say.n((1 - product) * Sight.MONTH / 60)
                                        + " minutes.",
                                "Nothing else may stand in its path: no call to a partner or another service before the answer, and the rest works when they do not."));
    }
}

package org.groundplan.architect.practice.tenant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** The largest tenant is the capacity plan. */
final class Skew implements Practice {
    private static final Card CARD =
            new Card(
                    "tenant.skew",
                    Card.Level.ARITHMETIC,
                    "The largest tenant is the capacity plan.",
                    "tenants, and it is known how many of something the largest one has",
                    "share = largest / all; expected = 1 / tenants",
                    "Yanacek, Fairness in multi-tenant systems, AWS Builders' Library, 2021",
                    "they share nothing");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<String> tenant = sight.tenant();
        if (tenant.isEmpty()) {
            return List.of();
        }
        List<Element> out = new ArrayList<>();
        double tenants = sight.count(tenant.get());
        for (Entity entity : sight.entities()) {
            String id = "quantity:" + Names.slug(entity.name()) + ".largest";
            double largest = sight.value(id);
            double all = sight.count(entity.name());
            if (largest <= 0 || all <= 0 || tenants <= 1 || largest / all < 5 / tenants) {
                continue;
            }
            double share = largest / all;
            UseCase most =
                    sight.acts().stream()
                            .filter(u -> sight.changes(u) && sight.rateStated(u))
                            .max(Comparator.comparingDouble(sight::mean).thenComparing(UseCase::id))
                            .orElse(null);
            Entity big =
                    sight.entities().stream()
                            .max(Comparator.comparingDouble(sight::rows).thenComparing(Entity::id))
                            .orElse(entity);
            out.add(
                    Note.of(this, entity.name(), entity.id(), id)
                            .warns()
                            .weighs(Harm.PROMISE, share * tenants / 2, true)
                            .says(
                                    "The largest "
                                            + Say.words(tenant.get())
                                            + " has "
                                            + Say.n(largest)
                                            + " of "
                                            + Say.n(all)
                                            + " "
                                            + Say.plural(entity.name())
                                            + ", "
                                            + Say.percent(share)
                                            + ", and the mean one "
                                            + Say.n(all / tenants)
                                            + "."
                                            + (most == null
                                                    ? ""
                                                    : " In proportion that is "
                                                            + Say.about(share * sight.perDay(most))
                                                            + " of “"
                                                            + most.name()
                                                            + "” a day and "
                                                            + Say.about(share * sight.rows(big))
                                                            + " "
                                                            + Say.plural(big.name())
                                                            + " in one place."),
                                    "Test data with that one in them; limits and queues per "
                                            + Say.words(tenant.get())
                                            + "; where it lies is a row in a table, so that it can be moved."));
        }
        return out;
    }
}

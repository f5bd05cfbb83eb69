package org.groundplan.architect.practice.cost;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/** Multiply every paid call before designing anything. */
final class ThirdPartyFirst implements Practice {
    private static final Card CARD =
            new Card(
                    "cost.third-party-first",
                    Card.Level.ARITHMETIC,
                    "Multiply every paid call before designing anything.",
                    "a partner's price is known",
                    "calls a month × price",
                    "FinOps Foundation, Framework, 2023 (unit economics)",
                    "the customer pays for them");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        double machines = sight.value("quantity:system.cost");
        for (Paid p : Paid.all(sight)) {
            double cost = p.perMonth() * p.price();
            if (cost < 0.1 * machines || cost < 5) {
                continue;
            }
            out.add(
                    Note.of(this, p.partner().name(), p.partner().id(), p.partner().id())
                            .weighs(Harm.COST, machines > 0 ? cost / machines * 5 : 5, p.stated())
                            .says(
                                    Say.n(p.perMonth())
                                            + " calls a month to "
                                            + p.partner().name()
                                            + " ("
                                            + p.of()
                                            + ") at "
                                            + Say.n(p.price())
                                            + " EUR are "
                                            + Say.euro(cost)
                                            + " a month"
                                            + (machines > 0
                                                    ? ", "
                                                            + Say.n(cost / machines)
                                                            + " times the machines ("
                                                            + Say.euro(machines)
                                                            + ")."
                                                    : "."),
                                    "The design's cost is decided there: fewer calls, another channel first, or the price passed on."));
        }
        return out;
    }
}

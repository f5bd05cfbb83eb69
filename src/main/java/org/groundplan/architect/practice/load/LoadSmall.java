package org.groundplan.architect.practice.load;

import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Numbers;
import org.groundplan.model.Unit;

/**
 * Below 50 requests a second and 100 GB no scaling machinery is admitted; the finding says what
 * that saves and until when it is true.
 */
final class LoadSmall implements Practice {
    private static final Card CARD =
            new Card(
                    "load.small",
                    Card.Level.RESTRAINT,
                    "Below this line no scaling machinery is admitted.",
                    "at most 50 requests a second at the peak, 100 GB, and one core 20 % busy",
                    "rate × seconds; bytes at the horizon",
                    "McKinley, Choose Boring Technology, 2015; Fowler, MonolithFirst, 2015; the limits are ours",
                    "several places or the law ask for several deployables anyway");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        double peak = Say.value(design, "quantity:system.rate-peak");
        double bytes = Say.value(design, "quantity:system.bytes");
        double busy = Say.value(design, "quantity:database.utilisation-1x");
        if (peak <= 0 || peak > 50 || bytes > 100e9 || busy > 0.2) {
            return List.of();
        }
        String busiest =
                design.findQuantity("quantity:database.utilisation-1x")
                        .map(q -> Numbers.percent(q.value()))
                        .orElse("little");
        String headroom =
                design.findQuantity("quantity:system.headroom")
                        .map(q ->
                                org.groundplan.model.Numbers.plain(
                                        q.value()
                                                .round(
                                                        new java.math.MathContext(
                                                                2, java.math.RoundingMode.DOWN))))
                        .orElse("several");
        return List.of(
                Say.finding(
                        id(),
                        "system",
                        Finding.Severity.ADVICE,
                        90,
                        "quantity:system.rate-peak",
                        "The whole system is "
                                + Numbers.print(java.math.BigDecimal.valueOf(peak), Unit.PER_SECOND)
                                + " in its busiest hour and "
                                + Numbers.print(java.math.BigDecimal.valueOf(bytes), Unit.BYTE)
                                + (design.all(org.groundplan.model.UseCase.class).stream()
                                                .anyMatch(
                                                        u -> u.origin().step().equals("retention"))
                                        ? " when retention has filled up"
                                        : " by assumed periods")
                                + ": one core of the database is "
                                + busiest
                                + " busy, and about "
                                + headroom
                                + " times as much would fit.",
                        "So no cache, no broker, no replica and no second instance for load.",
                        List.of("quantity:system.rate-peak", "quantity:system.bytes")));
    }
}

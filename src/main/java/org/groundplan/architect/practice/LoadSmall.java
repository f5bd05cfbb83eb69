package org.groundplan.architect.practice;

import java.util.List;
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
    @Override
    public String id() {
        return "load.small";
    }

    @Override
    public List<Element> look(Design design) {
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
                                                                1, java.math.RoundingMode.DOWN))))
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
                                + " when retention has filled up: one core of the database is "
                                + busiest
                                + " busy, and about "
                                + headroom
                                + " times as much would fit.",
                        "So no cache, no broker, no replica and no second instance for load.",
                        List.of("quantity:system.rate-peak", "quantity:system.bytes")));
    }
}

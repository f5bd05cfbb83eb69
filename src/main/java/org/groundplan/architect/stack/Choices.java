package org.groundplan.architect.stack;

import java.math.BigDecimal;
import java.util.List;
import org.groundplan.model.Numbers;

/** The questions that every brief of this size raises, sorted by name. */
final class Choices {
    /**
     * Small write transactions a second that one mid-size PostgreSQL primary carries; assumed, a
     * round figure below the 3,690 to 3,897 TPC-B transactions a second that
     * ClickHouse/PostgresBench measured on 4 vCPU, 2026-03-12.
     */
    static final double PRIMARY = 3000;

    static final List<Choice> ALL =
            List.of(
                    new ApiStyle(),
                    new ArchitectureStyle(),
                    new BackgroundWork(),
                    new Cache(),
                    new DeploymentTarget(),
                    new Identity(),
                    new PrimaryStore(),
                    new RuntimeChoice(),
                    new TextSearch());

    private Choices() {}

    static String people(double n) {
        if (n < 1) {
            return n == 0.5
                    ? "half an engineer"
                    : Numbers.percent(BigDecimal.valueOf(n)) + " of an engineer";
        }
        return n == 1 ? "one engineer" : count(n) + " engineers";
    }

    static String count(double n) {
        return Numbers.plain(BigDecimal.valueOf(n));
    }

    static final Choice.Dial PEAK =
            new Choice.Dial(
                    "peak load", Facts::peak, Facts::withPeak, 0.01, 1_000_000, Facts::rate);
    static final Choice.Dial ENGINEERS =
            new Choice.Dial(
                    "people who build it",
                    Facts::engineers,
                    Facts::withEngineers,
                    0.25,
                    500,
                    Choices::people);
    static final Choice.Dial BUDGET =
            new Choice.Dial(
                    "budget a month", Facts::budget, Facts::withBudget, 1, 100_000, Facts::euro);
}

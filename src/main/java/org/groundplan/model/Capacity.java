package org.groundplan.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Utilisation of every station at one load. */
public record Capacity(
        String id,
        String load,
        List<Station> stations,
        String firstBottleneck,
        String change,
        Origin origin)
        implements Element {
    /**
     * @param utilisation id of a quantity
     */
    public record Station(String name, String utilisation, int servers) {}

    /** Bytes a second at which a backup is restored. Our assumption. */
    public static final long RESTORE = 100_000_000;

    /** Seconds of the database's processor that a use case takes in each second of its peak. */
    public static BigDecimal work(Design design, UseCase useCase) {
        String id = "quantity:" + useCase.slug();
        return design.quantity(id + ".rate-peak")
                .value()
                .multiply(design.quantity(id + ".demand-database").value());
    }

    /** The same of all use cases together. */
    public static BigDecimal work(Design design) {
        return design.all(UseCase.class).stream()
                .map(u -> work(design, u))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of so many cores, those that are busy with what changes something; rounded up. */
    public static BigDecimal writing(Design design, BigDecimal cores) {
        BigDecimal writing =
                design.all(UseCase.class).stream()
                        .filter(u -> !u.kindOrThrow().onlyReads())
                        .map(u -> work(design, u))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return cores.multiply(writing)
                .divide(work(design), Expr.EXACT)
                .setScale(0, RoundingMode.CEILING);
    }

    /** What takes most of the database, among some. */
    public static Optional<UseCase> dearest(Design design, Predicate<UseCase> among) {
        return design.all(UseCase.class).stream()
                .filter(among)
                .max(
                        Comparator.comparing((UseCase u) -> work(design, u))
                                .thenComparing(UseCase::id));
    }

    /** The share of the database's work that a use case has, as a percentage. */
    public static String share(Design design, UseCase useCase) {
        return Numbers.percent(
                work(design, useCase).divide(work(design), Expr.EXACT).round(new MathContext(2)));
    }

    public Capacity {
        stations = List.copyOf(stations);
    }
}

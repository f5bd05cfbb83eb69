package org.groundplan.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A limit of the brief on the time of an answer.
 *
 * @param limit in seconds
 * @param percent of the answers that keep it, between 0 and 100
 */
public record Latency(Quantity limit, BigDecimal percent) {
    private static final String KIND = ".latency-p";

    /** What is asked of a use case: its own limits, else those of the whole system. */
    public static List<Latency> of(Design design, UseCase useCase) {
        if (useCase.schedule() != null) {
            return List.of();
        }
        List<Latency> own = of(design, useCase.id());
        return own.isEmpty() ? of(design, "system") : own;
    }

    private static List<Latency> of(Design design, String subject) {
        return design.memo(Limits.class, Limits::of).bySubject().getOrDefault(subject, List.of());
    }

    /** All of them, by what they are about. */
    private record Limits(Map<String, List<Latency>> bySubject) {
        static Limits of(Design design) {
            return new Limits(
                    design.all(Quantity.class).stream()
                            .filter(q -> q.id().contains(KIND))
                            .map(q -> new Latency(q, percent(q.id())))
                            .collect(Collectors.groupingBy(l -> l.limit().subject())));
        }
    }

    private static BigDecimal percent(String id) {
        return new BigDecimal(id.substring(id.lastIndexOf(KIND) + KIND.length()).replace('-', '.'));
    }

    /** As people say it: p95 300 ms. */
    public String print() {
        return "p" + percent.toPlainString() + " " + Numbers.print(limit.value(), limit.unit());
    }
}

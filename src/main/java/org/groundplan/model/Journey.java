package org.groundplan.model;

import java.util.Comparator;
import java.util.Optional;

/** What people come for. */
public final class Journey {
    private Journey() {}

    /**
     * The use case that changes something and that most others are counted by ({@code 12 per "place
     * an order"}); empty when nothing is counted by one.
     */
    public static Optional<UseCase> core(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u -> u.schedule() == null)
                .filter(u -> u.effects().stream().anyMatch(Effect::writes))
                .filter(u -> counted(design, u) > 0)
                .max(
                        Comparator.comparingLong((UseCase u) -> counted(design, u))
                                .thenComparing(UseCase::id));
    }

    private static long counted(Design design, UseCase useCase) {
        return design.all(Quantity.class).stream()
                .filter(q -> q.kind().equals("ratio") && q.subject().equals(useCase.id()))
                .count();
    }
}

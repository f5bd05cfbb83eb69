package org.groundplan.architect.practice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Numbers;
import org.groundplan.model.UseCase;

/**
 * One operation makes most of the database's work: it is the one to measure, to index and to limit.
 */
final class LoadShare implements Practice {
    @Override
    public String id() {
        return "load.share";
    }

    @Override
    public List<Element> look(Design design) {
        List<UseCase> all = design.all(UseCase.class);
        double total = all.stream().mapToDouble(u -> work(design, u)).sum();
        Optional<UseCase> most =
                all.stream()
                        .max(
                                Comparator.comparingDouble((UseCase u) -> work(design, u))
                                        .thenComparing(UseCase::id));
        if (all.size() < 3
                || most.isEmpty()
                || total <= 0
                || work(design, most.get()) / total < 0.6) {
            return List.of();
        }
        UseCase use = most.get();
        String share =
                Numbers.percent(
                        java.math.BigDecimal.valueOf(work(design, use) / total)
                                .round(new java.math.MathContext(2)));
        return List.of(
                Say.finding(
                        id(),
                        use.slug(),
                        Finding.Severity.ADVICE,
                        70,
                        "operation:" + use.slug(),
                        "“"
                                + use.name()
                                + "” is "
                                + share
                                + " of the database's work at the peak ("
                                + Say.print(design, "quantity:" + use.slug() + ".rate-peak")
                                + " × "
                                + Say.print(design, "quantity:" + use.slug() + ".demand-database")
                                + " assumed); the other "
                                + (all.size() - 1)
                                + " use cases together hardly count.",
                        "Measure this one in the pilot; if it is dear, nothing else matters, and if it is not, nothing else can be.",
                        List.of(
                                use.id(),
                                "quantity:" + use.slug() + ".rate-peak",
                                "quantity:" + use.slug() + ".demand-database")));
    }

    private static double work(Design design, UseCase useCase) {
        return Say.value(design, "quantity:" + useCase.slug() + ".rate-peak")
                * Say.value(design, "quantity:" + useCase.slug() + ".demand-database");
    }
}

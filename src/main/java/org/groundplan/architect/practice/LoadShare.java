package org.groundplan.architect.practice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Capacity;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
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
        BigDecimal total = Capacity.work(design);
        Optional<UseCase> most = Capacity.dearest(design, _ -> true);
        if (all.size() < 3 || most.isEmpty() || total.signum() <= 0) {
            return List.of();
        }
        UseCase use = most.get();
        double part = Capacity.work(design, use).doubleValue() / total.doubleValue();
        if (part < 0.6) {
            return List.of();
        }
        boolean alone = part >= 0.9;
        String share = Capacity.share(design, use);
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
                                + (alone
                                        ? " use cases together hardly count."
                                        : " use cases share the rest."),
                        alone
                                ? "Measure this one in the pilot; if it is dear, nothing else matters, and if it is not, nothing else can be."
                                : "Measure this one first in the pilot.",
                        List.of(
                                use.id(),
                                "quantity:" + use.slug() + ".rate-peak",
                                "quantity:" + use.slug() + ".demand-database")));
    }
}

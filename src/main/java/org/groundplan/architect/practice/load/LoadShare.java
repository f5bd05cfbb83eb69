package org.groundplan.architect.practice.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Capacity;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.UseCase;

/**
 * One operation makes most of the database's work: it is the one to measure, to index and to limit.
 */
final class LoadShare implements Practice {
    private static final Card CARD =
            new Card(
                    "load.share",
                    Card.Level.ARITHMETIC,
                    "One operation makes most of the work of the database.",
                    "one use case has at least 60 % of the work at the peak",
                    "share = rate × time / total",
                    "Gunther, Guerrilla Capacity Planning, 2007",
                    "it is served from somewhere else");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<UseCase> all = design.all(UseCase.class);
        BigDecimal total = Capacity.work(design);
        Optional<UseCase> most = Capacity.dearest(design, _ -> true);
        boolean idle = Say.value(design, "quantity:database.utilisation-1x") < 0.1;
        if (idle || all.size() < 3 || most.isEmpty() || total.signum() <= 0) {
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

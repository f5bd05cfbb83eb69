package org.groundplan.architect.practice.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.capacity.CapacityStep;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Capacity;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.UseCase;

/** The arithmetic asks for a primary database larger than one can be. */
final class LoadBeyondOne implements Practice {
    private static final Card CARD =
            new Card(
                    "load.beyond-one-primary",
                    Card.Level.ARITHMETIC,
                    "The work of the peak is more than one primary of the largest size does.",
                    "cores needed at the peak > the largest machine",
                    "cores = rate × seconds / 0.6",
                    "our assumption of 96 cores; Gunther, Guerrilla Capacity Planning, 2007",
                    "times are much lower than assumed");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        double cores = Say.value(design, "quantity:k.database-cores");
        double largest = Say.value(design, CapacityStep.LARGEST);
        Optional<UseCase> most = Capacity.dearest(design, _ -> true);
        if (cores <= largest || most.isEmpty()) {
            return List.of();
        }
        BigDecimal writing = Capacity.writing(design, BigDecimal.valueOf(cores));
        boolean enough = writing.doubleValue() <= largest;
        boolean reads = most.get().kindOrThrow().onlyReads();
        String dearest = "“" + most.get().name() + "”";
        return List.of(
                Say.finding(
                        id(),
                        "system",
                        Finding.Severity.WARNING,
                        95,
                        "quantity:k.database-cores",
                        "One primary database would need "
                                + Say.n(cores)
                                + " cores, more than one has (assumed limit "
                                + Say.n(largest)
                                + "): as it stands this design does not carry its peak. Writing alone needs "
                                + Say.n(writing.doubleValue())
                                + "; "
                                + dearest
                                + " is the largest part of the work.",
                        (reads
                                        ? "Take reading off the primary ("
                                                + dearest
                                                + " from replicas or a cache)"
                                                + (enough
                                                        ? "; what is left, one machine can be. Measure"
                                                        : ", then split the data by the entity that requests name; measure")
                                        : "No replica takes what "
                                                + dearest
                                                + " writes: gather it into larger batches, or split the data by the entity that requests name; measure")
                                + " one request before either.",
                        List.of("quantity:k.database-cores", CapacityStep.LARGEST)));
    }
}

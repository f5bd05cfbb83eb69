package org.groundplan.architect.practice.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Flow;
import org.groundplan.model.Latency;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;

/** The brief asks for an answer in less time than the parts of the way add up to. */
final class BudgetOverLatency implements Practice {
    private static final Card CARD =
            new Card(
                    "latency.parts-exceed",
                    Card.Level.ARITHMETIC,
                    "The times of the parts add up to more than the promise.",
                    "a use case has a latency and its parts have budgets",
                    "sum of budgets in ms > promised ms",
                    "our assumption of the parts; Dean and Barroso, The Tail at Scale, 2013, for adding percentiles",
                    "the parts run side by side");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        return design.all(Flow.class).stream()
                .flatMap(f ->
                        Latency.of(design, design.useCase(f.useCase())).stream()
                                .map(l -> exceeded(design, f, l))
                                .flatMap(Optional::stream))
                .<Element>map(f -> f)
                .toList();
    }

    private Optional<Finding> exceeded(Design design, Flow flow, Latency asked) {
        Quantity sum = design.quantity(flow.objective());
        if (sum.value().compareTo(asked.limit().value()) <= 0) {
            return Optional.empty();
        }
        String parts =
                flow.steps().stream()
                        .map(s -> time(design.quantity(s.budget())) + " " + s.where())
                        .collect(Collectors.joining(" + "));
        Flow.Step largest =
                flow.steps().stream()
                        .max(
                                java.util.Comparator.comparing(
                                        s -> design.quantity(s.budget()).value()))
                        .orElseThrow();
        return Optional.of(
                Say.finding(
                        id(),
                        flow.name() + " " + asked.print(),
                        Finding.Severity.WARNING,
                        90,
                        flow.useCase(),
                        "“"
                                + flow.name()
                                + "” is asked to answer in "
                                + asked.print()
                                + "; the parts add up to "
                                + parts
                                + " = "
                                + time(sum)
                                + ".",
                        "Most of it is the "
                                + largest.where()
                                + ". The parts are assumed: measure them first, then give up one, or ask for less.",
                        List.of(flow.id(), asked.limit().id())));
    }

    private static String time(Quantity quantity) {
        return Numbers.print(quantity.value(), Unit.SECOND);
    }
}

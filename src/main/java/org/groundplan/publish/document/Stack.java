package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;

/** Section 6: each choice, what it was chosen over, what would flip it, what it costs. */
final class Stack {
    private Stack() {}

    static void write(Design design, Md md) {
        md.heading(2, "6. Technology stack rationale");
        md.text(
                "What breaks a requirement is out; then testability, readability, consistency, simplicity, reversibility decide, in this order. Flips were found by deciding again.");
        List<List<String>> rows = new ArrayList<>();
        for (Decision d : design.all(Decision.class)) {
            String file =
                    "decisions/"
                            + String.format(Locale.ROOT, "%04d", d.number())
                            + "-"
                            + Names.slug(d.question())
                            + ".md";
            String others =
                    d.candidates().stream()
                            .filter(c -> !c.name().equals(d.chosen()))
                            .map(c ->
                                    c.name() + (c.stays() ? "" : " (out: " + c.ruledOutBy() + ")"))
                            .collect(Collectors.joining("; "));
            String flips =
                    d.flips().isEmpty()
                            ? "–"
                            : d.flips().stream()
                                    .map(f -> f.when() + " " + f.value() + ": " + f.to())
                                    .collect(Collectors.joining("; "));
            rows.add(
                    List.of(
                            "[" + d.question() + "](" + file + ") for " + d.answers(),
                            "**"
                                    + d.chosen()
                                    + "**: "
                                    + d.why().replaceFirst("^Decided by (\\w+): ", "$1 – "),
                            others,
                            flips));
        }
        md.table(
                List.of(
                        "Question and requirement",
                        "Chosen, and what decided",
                        "Instead of",
                        "Flips at"),
                rows);
        List<String> given =
                design.all(Decision.class).stream()
                        .filter(d ->
                                !d.question()
                                        .matches(
                                                "api style|architecture style|background work|identity|text search"))
                        .flatMap(d ->
                                d.tradeOffs().stream()
                                        .map(t -> Names.sentence(d.question()) + ": " + t))
                        .toList();
        md.text("What is given up:");
        md.list(given);
        md.heading(3, "Monthly cost");
        List<List<String>> costs = new ArrayList<>();
        for (Quantity q : design.all(Quantity.class)) {
            if (q.id().startsWith("quantity:price.")) {
                costs.add(
                        List.of(
                                q.id().substring("quantity:price.".length()),
                                Numbers.print(q.value(), q.unit()),
                                q.origin()
                                        .sentence()
                                        .replaceFirst(
                                                "^.*?EUR\\. |^.*?0\\.9\\. |^.*?per 1,000\\. ", "")
                                        .replace(" (read from a price comparison)", "")));
            }
        }
        costs.add(
                List.of(
                        "**together**",
                        Said.quantity(design, "quantity:system.cost"),
                        "list prices without tax"));
        md.table(List.of("For", "Cost", "Source"), costs);
    }
}

package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;
import org.groundplan.model.Technology;

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
            String others = others(d);
            String flips = flips(d);
            rows.add(
                    List.of(
                            "[" + d.question() + "](" + file + "): " + d.answers(),
                            "**" + d.chosen() + "**: " + reason(d),
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
        technologies(design, md);
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

    /** What decided; when requirements leave one, they stand beside the others. */
    private static String reason(Decision d) {
        return d.why().startsWith("What is left")
                ? "what the requirements leave"
                : d.why().replaceFirst("^Decided by (\\w+): ", "$1 – ");
    }

    /** The three that came nearest; the record has all. */
    private static String others(Decision d) {
        List<Decision.Candidate> rest =
                d.candidates().stream()
                        .filter(c -> !c.name().equals(d.chosen()))
                        .sorted(Comparator.comparing(c -> !c.stays()))
                        .toList();
        int more = rest.size() - NEAREST;
        return rest.stream()
                        .limit(NEAREST)
                        .map(c -> c.name() + (c.stays() ? "" : " (out: " + c.ruledOutBy() + ")"))
                        .collect(Collectors.joining("; "))
                + (more > 0 ? "; " + more + " more" : "");
    }

    private static final int NEAREST = 3;

    /** Beyond so many times today, or below so small a part, a flip stands in the record only. */
    private static final double FAR = 1000;

    /** The two flips that are nearest to today. */
    private static String flips(Decision d) {
        String shown =
                d.flips().stream()
                        .filter(f -> distance(f) <= FAR)
                        .sorted(Comparator.comparingDouble(Stack::distance))
                        .limit(2)
                        .map(f -> f.when() + " " + f.value() + ": " + f.to())
                        .collect(Collectors.joining("; "));
        return shown.isEmpty() ? "–" : shown;
    }

    private static double distance(Decision.Flip flip) {
        if (flip.now() <= 0 || flip.at() <= 0) {
            return FAR / 2; // nobody said
        }
        return Math.max(flip.at() / flip.now(), flip.now() / flip.at());
    }

    /** Versions and their horizon, and what each asks of whoever keeps it. */
    private static void technologies(Design design, Md md) {
        List<Technology> all = design.all(Technology.class);
        if (all.isEmpty()) {
            return;
        }
        md.heading(3, "Versions, and the care they take");
        List<List<String>> rows = new ArrayList<>();
        for (Technology t : all) {
            rows.add(
                    List.of(
                            t.name(),
                            t.version() + (t.old() ? " **(source older than 18 months)**" : ""),
                            t.support(),
                            t.hours() + " h",
                            t.wakes()));
        }
        md.table(
                List.of(
                        "What",
                        "Version",
                        "Supported until",
                        "A month (assumed)",
                        "What can wake somebody"),
                rows);
        int hours = all.stream().mapToInt(Technology::hours).sum();
        md.text(
                "Together about "
                        + hours
                        + (hours == 1 ? " hour" : " hours")
                        + " of care a month; sources and dates are in design.json.");
    }
}

package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** What the brief asks for, what answers it, and what is known of that. */
final class Needs {
    private Needs() {}

    static void write(Design design, Md md) {
        List<List<String>> rows = new ArrayList<>();
        List<Rule> rules = design.all(Rule.class);
        if (!rules.isEmpty()) {
            rows.add(
                    List.of(
                            Said.count(rules.size(), "rule") + " that must always hold",
                            enforcement(design, rules),
                            Said.verdicts(design, rules.stream().map(Rule::id).toList())
                                    + " (section 5)"));
        }
        List<Operation> operations = design.all(Operation.class);
        List<Operation> rest = operations.stream().filter(o -> o.style().equals("rest")).toList();
        rows.add(
                List.of(
                        asked(design),
                        Said.count(rest.size(), "operation")
                                + (rest.size() == operations.size()
                                        ? ""
                                        : " and "
                                                + Said.count(
                                                        operations.size() - rest.size(),
                                                        "timed job")),
                        Said.verdicts(design, rest.stream().map(Operation::id).toList())
                                + ", "
                                + Said.count(
                                        rest.stream().mapToInt(o -> o.responses().size()).sum(),
                                        "answer")
                                + " (section 4)"));
        design.findQuantity("quantity:budget")
                .ifPresent(b ->
                        rows.add(
                                List.of(
                                        "At most " + b.label(),
                                        Said.quantity(design, "quantity:system.cost")
                                                + (Said.ownMachines(design)
                                                        ? " at list prices"
                                                        : " at list prices of several providers")
                                                + unpriced(design),
                                        "predicted: " + left(design))));
        rows.add(
                List.of(
                        Said.quantity(design, "quantity:system.rate-peak")
                                + " in the busiest hour"
                                + design.findQuantity("quantity:system.growth")
                                        .map(g -> ", " + g.label() + " times that in " + g.window())
                                        .orElse(""),
                        Said.instances(
                                        design.all(Service.class).stream()
                                                .mapToInt(Service::instances)
                                                .sum())
                                + ", database of "
                                + design.quantity("quantity:k.database-cores").label()
                                + grown(design)
                                + handed(design),
                        "predicted: the database "
                                + Said.percent(design, "quantity:database.utilisation-1x")
                                + " busy; "
                                + carries(design)));
        md.table(List.of("Need", "Answer", "Evidence"), rows);
    }

    private static String left(Design design) {
        org.groundplan.model.Quantity left = design.quantity("quantity:system.budget-left");
        return left.value().signum() < 0
                ? org.groundplan.model.Numbers.print(left.value().negate(), left.unit()) + " over"
                : org.groundplan.model.Numbers.print(left.value(), left.unit()) + " left";
    }

    /** What runs and is in no price. */
    private static String unpriced(Design design) {
        List<String> out = new ArrayList<>();
        Said.beside(design).stream().filter(t -> !t.equals("Keycloak")).forEach(out::add);
        for (Decision decision : design.all(Decision.class)) {
            if (decision.chosen().contains("provider's queue")) {
                out.add("the queue");
            } else if (decision.chosen().contains("load balancer")) {
                out.add("the load balancer");
            }
        }
        out.add("traffic");
        return ", without " + Names.list(out.stream().distinct().toList());
    }

    /** What was asked for, and what follows from it by itself. */
    private static String asked(Design design) {
        List<UseCase> all = design.all(UseCase.class);
        long derived =
                all.stream()
                        .filter(u -> u.origin().kind() == org.groundplan.model.Origin.Kind.DERIVED)
                        .count();
        return Said.count(all.size() - derived, "use case")
                + (derived == 0
                        ? ""
                        : ", and "
                                + derived
                                + (derived == 1 ? " job that follows" : " jobs that follow")
                                + " from what was asked");
    }

    /** What the growth of the brief asks for in the end. */
    private static String grown(Design design) {
        return design.findQuantity("quantity:system.growth")
                .filter(g -> g.value().doubleValue() > 1)
                .map(g -> {
                    java.math.BigDecimal limit = design.quantity("quantity:k.utilisation").value();
                    return "; by then "
                            + ceiling(
                                    design.quantity("quantity:database.utilisation-1x")
                                            .value()
                                            .multiply(
                                                    design.quantity("quantity:k.database-cores")
                                                            .value())
                                            .multiply(g.value())
                                            .divide(limit, java.math.MathContext.DECIMAL64))
                            + " cores";
                })
                .orElse("");
    }

    /** What is handed on to those who watch is in no instance's load. */
    private static String handed(Design design) {
        return design.all(UseCase.class).stream()
                .flatMap(u ->
                        design.findQuantity("quantity:" + u.slug() + ".fanout").stream()
                                .filter(q -> q.value().doubleValue() > 1)
                                .map(q ->
                                        q.value()
                                                .multiply(
                                                        design.quantity(
                                                                        "quantity:"
                                                                                + u.slug()
                                                                                + ".rate-peak")
                                                                .value())))
                .max(java.util.Comparator.naturalOrder())
                .map(n ->
                        "; handing on "
                                + org.groundplan.model.Numbers.print(
                                        n.round(new java.math.MathContext(3)),
                                        org.groundplan.model.Unit.PER_SECOND)
                                + " to those who watch is not in it")
                .orElse("");
    }

    private static String shortened(String text) {
        int end = text.length() <= 60 ? text.length() : text.lastIndexOf(' ', 60);
        return end == text.length() ? text : text.substring(0, Math.max(end, 20)) + " …";
    }

    private static String ceiling(java.math.BigDecimal value) {
        return org.groundplan.model.Numbers.plain(
                value.setScale(0, java.math.RoundingMode.CEILING));
    }

    /** What becomes of it at ten times the load. */
    private static String carries(Design design) {
        java.math.BigDecimal later = design.quantity("quantity:database.utilisation-10x").value();
        java.math.BigDecimal cores =
                later.multiply(design.quantity("quantity:k.database-cores").value())
                        .divide(
                                design.quantity("quantity:k.utilisation").value(),
                                java.math.MathContext.DECIMAL64)
                        .setScale(0, java.math.RoundingMode.CEILING);
        java.math.BigDecimal largest = design.quantity("quantity:k.largest-database").value();
        if (later.compareTo(design.quantity("quantity:k.utilisation").value()) <= 0) {
            return "at ten times " + org.groundplan.model.Numbers.percent(later);
        }
        return cores.compareTo(largest) <= 0
                ? "at ten times it takes " + cores.toPlainString() + " cores"
                : "**ten times is not carried** by one database: "
                        + org.groundplan.model.Numbers.plain(cores)
                        + " cores against "
                        + largest.toPlainString()
                        + " (section 7)";
    }

    private static String enforcement(Design design, List<Rule> rules) {
        long constraints =
                rules.stream()
                        .filter(r ->
                                Mechanisms.of(design, r).stream()
                                        .anyMatch(m ->
                                                m.startsWith("index:")
                                                        || m.startsWith("constraint:")))
                        .count();
        long guards =
                rules.stream()
                        .filter(r ->
                                r instanceof Rule.OnlyWhen
                                        && !Effects.shows(design, r)
                                        && !Mechanisms.of(design, r).isEmpty())
                        .count();
        long shown =
                rules.stream()
                        .filter(r ->
                                Effects.shows(design, r) && !Mechanisms.of(design, r).isEmpty())
                        .count();
        long timed =
                rules.stream()
                        .filter(r -> r instanceof TimeRule && !Mechanisms.of(design, r).isEmpty())
                        .count();
        long none = rules.stream().filter(r -> Mechanisms.of(design, r).isEmpty()).count();
        List<String> parts = new ArrayList<>();
        if (constraints > 0) {
            parts.add(constraints + " by the database itself");
        }
        if (guards > 0) {
            parts.add(guards + " by guards under a row lock");
        }
        if (shown > 0) {
            parts.add(shown + " by a condition on what is shown");
        }
        if (timed > 0) {
            parts.add(timed + " by comparing with the clock in the statement");
        }
        if (rules.size() - constraints - guards - shown - timed - none > 0) {
            parts.add(
                    rules.size()
                            - constraints
                            - guards
                            - shown
                            - timed
                            - none
                            + " by the caller's id in each statement");
        }
        if (none > 0) {
            parts.add(
                    "**"
                            + none
                            + " not enforced** ("
                            + rules.stream()
                                    .filter(r -> Mechanisms.of(design, r).isEmpty())
                                    .limit(2)
                                    .map(r -> "“" + shortened(r.text()) + "”")
                                    .collect(java.util.stream.Collectors.joining(", "))
                            + (none > 2 ? " …" : "")
                            + ")");
        }
        return String.join(", ", parts);
    }
}

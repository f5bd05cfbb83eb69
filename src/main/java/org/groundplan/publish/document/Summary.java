package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Assumption;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Evidence;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Question;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.Slice;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** Section 1: one page. */
final class Summary {

    private Summary() {}

    static void write(Design design, Md md) {
        md.heading(2, "1. Executive summary");
        String cost =
                (Said.ownMachines(design) ? "machines of your own, which are not priced, and " : "")
                        + "about "
                        + Said.quantity(design, "quantity:system.cost")
                        + design.findQuantity("quantity:budget")
                                .map(q ->
                                        design.findQuantity("quantity:system.budget-left")
                                                .filter(l -> l.value().signum() < 0)
                                                .map(l ->
                                                        ", "
                                                                + org.groundplan.model.Numbers
                                                                        .plain(l.value().negate())
                                                                + " EUR over the "
                                                                + q.label()
                                                                + " allowed")
                                                .orElse(" of the " + q.label() + " allowed"))
                                .orElse("");
        int slices = design.all(Slice.class).size();
        md.text(
                design.summary()
                        + " The answer is "
                        + Said.shape(design)
                        + " on "
                        + place(design)
                        + ", for "
                        + cost
                        + (design.findQuantity("quantity:system.growth").isPresent()
                                ? " at today's load"
                                : "")
                        + (design.all(org.groundplan.model.Conflict.class).stream()
                                        .anyMatch(c -> c.kind().equals("conf.residency-vs-standby"))
                                ? " in one place; each other place adds its own"
                                : "")
                        + ". "
                        + design.all(Slice.class).stream()
                                .findFirst()
                                .map(f ->
                                        "After the first of "
                                                + Said.count(slices, "slice")
                                                + " "
                                                + f.usableFor()
                                                + ".")
                                .orElse(""));
        broken(design, md);
        needs(design, md);
        Noticing.of(design).first(md);
        without(design, md);
        open(design, md);
        evidence(design, md);
    }

    /** {@code PostgreSQL, both run by the provider}: what it runs on, without saying it twice. */
    private static String place(Design design) {
        String store = Said.chosen(design, "primary store");
        String target = Said.chosen(design, "deployment target");
        return switch (target) {
            case "containers run by the provider, managed PostgreSQL" ->
                    store + ", containers and database both run by the provider";
            case "one virtual machine, managed PostgreSQL" ->
                    store + ", on one virtual machine and a managed database";
            case "managed Kubernetes, managed PostgreSQL" ->
                    store + ", on managed Kubernetes and a managed database";
            default -> store + ", run on " + target;
        };
    }

    private static void broken(Design design, Md md) {
        List<String> lines =
                design.all(Evidence.class).stream()
                        .filter(e -> e.verdict() == Evidence.Verdict.BROKEN)
                        .map(e -> "`" + e.claim() + "`: " + e.how())
                        .toList();
        if (!lines.isEmpty()) {
            md.heading(3, "Broken");
            md.list(lines);
        }
    }

    private static void needs(Design design, Md md) {
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
                                                + " at list prices",
                                        "predicted: "
                                                + Said.quantity(
                                                        design, "quantity:system.budget-left")
                                                + " left")));
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
                                + grown(design),
                        "predicted: the database "
                                + Said.percent(design, "quantity:database.utilisation-1x")
                                + " busy; "
                                + carries(design)));
        md.table(List.of("Need", "Answer", "Evidence"), rows);
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
                                + " from rules and periods");
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
                                r instanceof Rule.OnlyWhen && !Mechanisms.of(design, r).isEmpty())
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
        if (timed > 0) {
            parts.add(timed + " by comparing with the clock in the statement");
        }
        if (rules.size() - constraints - guards - timed - none > 0) {
            parts.add(
                    rules.size()
                            - constraints
                            - guards
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

    static String by(Design design, Rule rule) {
        List<String> mechanisms = Mechanisms.of(design, rule);
        if (mechanisms.isEmpty()) {
            return "nothing enforces it yet";
        }
        String first = mechanisms.getFirst();
        String name = "`" + first.substring(first.indexOf(':') + 1).replace('-', '_') + "`";
        return switch (first.substring(0, first.indexOf(':'))) {
            case "index" -> "unique index " + name;
            case "constraint" ->
                    rule instanceof AccessRule
                            ? "row-level security on " + mechanisms.size() + " tables"
                            : "constraint " + name;
            default ->
                    (rule instanceof AccessRule.OwnOnly
                                    ? "the caller's id in "
                                    : rule instanceof AccessRule.SharedOnly s
                                            ? "the caller's own " + Names.words(s.same()) + " in "
                                            : Effects.shows(design, rule)
                                                    ? "a condition on what is shown, in "
                                                    : rule instanceof TimeRule
                                                            ? "a comparison with the clock, in "
                                                            : "a guard under a row lock, in ")
                            + "`"
                            + first.substring(first.indexOf(':') + 1)
                            + "`"
                            + (mechanisms.size() > 1
                                    ? " and " + (mechanisms.size() - 1) + " more"
                                    : "");
        };
    }

    /** What others would have used, and why it is not here. */
    private static void without(Design design, Md md) {
        List<String> items = new ArrayList<>();
        for (Decision decision : design.all(Decision.class)) {
            decision.candidates().stream()
                    .filter(c -> !c.name().equals(decision.chosen()))
                    .filter(c ->
                            c.name()
                                    .matches(
                                            "Valkey|RabbitMQ|Apache Kafka|OpenSearch|Keycloak|managed Kubernetes.*|one service per module|MongoDB|GraphQL|ClickHouse|WebSocket"))
                    .map(c ->
                            c.name()
                                    + " ("
                                    + (c.stays() ? weaker(decision, c) : c.ruledOutBy())
                                    + ")")
                    .forEach(items::add);
        }
        if (!items.isEmpty()) {
            items.sort(java.util.Comparator.comparing(i -> i.startsWith("GraphQL")));
            md.text(
                    "**Deliberately not used:** "
                            + String.join("; ", items.stream().limit(3).toList())
                            + ".");
        }
    }

    /** The reason in which a candidate is furthest behind the chosen one. */
    static String weaker(Decision decision, Decision.Candidate candidate) {
        Decision.Candidate chosen =
                decision.candidates().stream()
                        .filter(c -> c.name().equals(decision.chosen()))
                        .findFirst()
                        .orElse(candidate);
        return candidate.scores().stream()
                .max(
                        java.util.Comparator.comparingInt((Decision.Score s) ->
                                chosen.scores().stream()
                                                .filter(c -> c.criterion() == s.criterion())
                                                .mapToInt(Decision.Score::points)
                                                .sum()
                                        - s.points()))
                .map(Decision.Score::reason)
                .orElse("");
    }

    private static void open(Design design, Md md) {
        md.heading(3, "To confirm");
        List<String> questions = new ArrayList<>();
        List<Question> first = Noticing.of(design).questions();
        first.forEach(q -> questions.add(q.text() + " *Until then: " + q.defaultAnswer() + ".*"));
        md.list(questions);
        int more = design.all(Question.class).size() - first.size();
        if (more > 0) {
            md.text(
                    more
                            + (more == 1 ? " more question stands" : " more questions stand")
                            + " in [findings.md](findings.md).");
        }
        List<List<String>> rows = new ArrayList<>();
        design.all(Assumption.class).stream()
                .filter(a ->
                        !a.id().startsWith("assumption:k-")
                                && !a.id().startsWith("assumption:rate-of-")
                                && !trifle(design, a))
                .forEach(a -> rows.add(List.of(a.text(), a.value(), a.ifWrong())));
        md.table(List.of("Assumed, because nobody said", "Value", "If it is wrong"), rows);
        md.text(
                "What section 2 marks \\*, peaks without a formula there, and technical constants are assumed, too: [findings.md](findings.md).");
    }

    /** A count of rows that hardly take any room. */
    private static boolean trifle(Design design, Assumption assumption) {
        String rows = "assumption:rows-of-";
        return assumption.id().startsWith(rows)
                && design.findQuantity(
                                "quantity:" + assumption.id().substring(rows.length()) + ".bytes")
                        .filter(b ->
                                b.value()
                                                .compareTo(
                                                        design.findQuantity("quantity:system.bytes")
                                                                .map(
                                                                        org.groundplan.model
                                                                                        .Quantity
                                                                                ::value)
                                                                .orElse(java.math.BigDecimal.ONE)
                                                                .movePointLeft(2))
                                        < 0)
                        .isPresent();
    }

    private static void evidence(Design design, Md md) {
        List<String> counts = new ArrayList<>();
        for (Evidence.Verdict verdict : Evidence.Verdict.values()) {
            Map<String, Integer> bases = new TreeMap<>();
            design.all(Evidence.class).stream()
                    .filter(e -> e.verdict() == verdict)
                    .forEach(e -> bases.merge(e.basis().word(), 1, Integer::sum));
            int n = bases.values().stream().mapToInt(Integer::intValue).sum();
            if (n > 0) {
                counts.add(n + " " + verdict.word());
            }
        }
        md.heading(3, "How sure this is");
        if (counts.isEmpty()) {
            md.text(
                    "Nothing was tried: the design was derived only. Run `groundplan design` without `--no-trial`.");
            return;
        }
        md.text(
                "Of "
                        + design.all(Evidence.class).size()
                        + (design.all(Evidence.class).size() == 1 ? " claim: " : " claims: ")
                        + String.join(", ", counts)
                        + ".");
        UseCase busiest = org.groundplan.model.Capacity.dearest(design, _ -> true).orElseThrow();
        List<String> untried = new ArrayList<>(Said.beside(design));
        design.all(org.groundplan.model.Integration.class).stream()
                .map(org.groundplan.model.Integration::name)
                .forEach(untried::add);
        md.text(
                "What ran on a real PostgreSQL were the statements, rules and answers of this design, not the service to be written: *survived* is no proof, and *predicted* rests on assumed times. "
                        + (untried.isEmpty()
                                ? ""
                                : "Not tried: "
                                        + Names.list(untried.stream().distinct().toList())
                                        + ". ")
                        + "A pilot measures “"
                        + busiest.name()
                        + "” first: "
                        + org.groundplan.model.Capacity.share(design, busiest)
                        + " of the database's work, "
                        + Said.quantity(design, "quantity:" + busiest.slug() + ".rate-peak")
                        + " at the peak.");
    }
}

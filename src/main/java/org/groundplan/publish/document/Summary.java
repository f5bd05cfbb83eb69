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
import org.groundplan.model.Question;
import org.groundplan.model.Rule;
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
                        + design.all(org.groundplan.model.Conflict.class).stream()
                                .filter(c -> c.kind().equals("conf.keep-vs-budget"))
                                .findFirst()
                                .map(_ -> " while all of it stays in the database")
                                .orElse("")
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
        Needs.write(design, md);
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
                    store + ", containers and database both bought as a service";
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
                            c.name().replaceFirst(", managed PostgreSQL", "")
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
        List<String> untried = new ArrayList<>();
        design.all(org.groundplan.model.Integration.class).stream()
                .map(org.groundplan.model.Integration::name)
                .forEach(untried::add);
        untried.addAll(Said.beside(design));
        if (design.get(org.groundplan.model.Store.class, "store:main").dumped()) {
            untried.add("the copy elsewhere (deploy/backup.sh)");
        }
        design.all(org.groundplan.model.Finding.class).stream()
                .filter(f -> f.kind().equals("coverage.choice-not-written"))
                .flatMap(f -> f.origin().from().stream())
                .flatMap(d -> design.find(Decision.class, d).stream())
                .filter(d -> !d.id().equals("decision:architecture-style"))
                .map(d ->
                        d.id().equals("decision:deployment-target")
                                ? "what starts the containers"
                                : d.chosen())
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

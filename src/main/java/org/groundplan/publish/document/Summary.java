package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Assumption;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Question;
import org.groundplan.model.Rule;
import org.groundplan.model.Slice;
import org.groundplan.model.UseCase;

/** Section 1: one page. */
final class Summary {
    private static final int SHAPING = 4;

    private Summary() {}

    static void write(Design design, Md md) {
        md.heading(2, "1. Executive summary");
        String cost = design.findQuantity("quantity:budget").isPresent() ? ", about " + Said.quantity(design, "quantity:system.cost") + " of the " + Said.quantity(design, "quantity:budget") + " allowed" : ", about " + Said.quantity(design, "quantity:system.cost");
        md.text(
                design.summary()
                        + " The answer is "
                        + Names.article(Said.chosen(design, "architecture style"))
                        + " with "
                        + design.all(Module.class).size()
                        + " modules on "
                        + Said.chosen(design, "primary store")
                        + ", run as "
                        + Said.chosen(design, "deployment target")
                        + cost
                        + ". It can be delivered in "
                        + design.all(Slice.class).size()
                        + " slices, of which the first lets "
                        + design.all(Slice.class).stream().findFirst().map(Slice::usableFor).orElse("people begin")
                        + ".");
        broken(design, md);
        needs(design, md);
        md.heading(3, "What shapes the design");
        List<Finding> findings = Said.findings(design).stream().limit(SHAPING).toList();
        List<String> said = new ArrayList<>();
        findings.forEach(f -> said.add(f.message() + " *" + f.advice() + "*"));
        md.list(said);
        without(design, md);
        open(design, md);
        evidence(design, md);
    }

    private static void broken(Design design, Md md) {
        List<String> lines = design.all(Evidence.class).stream().filter(e -> e.verdict() == Evidence.Verdict.BROKEN).map(e -> "`" + e.claim() + "`: " + e.how()).toList();
        if (!lines.isEmpty()) {
            md.heading(3, "Broken");
            md.list(lines);
        }
    }

    private static void needs(Design design, Md md) {
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : design.all(Rule.class)) {
            rows.add(List.of(rule.paraphrase(), by(design, rule), Said.verdict(design, rule.id())));
        }
        design.findQuantity("quantity:budget")
                .ifPresent(b -> rows.add(List.of("At most " + b.label(), "rented and bought for " + Said.quantity(design, "quantity:system.cost") + ", " + Said.quantity(design, "quantity:system.budget-left") + " left", "predicted")));
        String busiest = "the database is " + Said.percent(design, "quantity:database.utilisation-1x") + " busy, at ten times the load " + Said.percent(design, "quantity:database.utilisation-10x");
        rows.add(List.of(Said.quantity(design, "quantity:system.rate-peak") + " in the busiest hour", busiest, "predicted"));
        md.table(List.of("Need", "Answer", "Evidence"), rows);
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
            case "constraint" -> "constraint " + name;
            default -> (rule instanceof Rule.OwnOnly ? "the caller's id in " : "a guard under a row lock, in ") + "`" + first.substring(first.indexOf(':') + 1) + "`" + (mechanisms.size() > 1 ? " and " + (mechanisms.size() - 1) + " more" : "");
        };
    }

    /** What others would have used, and why it is not here. */
    private static void without(Design design, Md md) {
        List<String> items = new ArrayList<>();
        for (Decision decision : design.all(Decision.class)) {
            decision.candidates().stream()
                    .filter(c -> !c.name().equals(decision.chosen()))
                    .filter(c -> !c.stays() || decision.question().matches("cache|background work|text search|deployment target"))
                    .limit(2)
                    .map(c -> c.name() + " (" + (c.stays() ? c.scores().stream().min(java.util.Comparator.comparingInt(Decision.Score::points)).map(Decision.Score::reason).orElse("") : c.ruledOutBy()) + ")")
                    .forEach(items::add);
        }
        if (!items.isEmpty()) {
            md.text("**Deliberately not used:** " + String.join("; ", items.stream().limit(7).toList()) + ".");
        }
    }

    private static void open(Design design, Md md) {
        md.heading(3, "To confirm");
        List<String> questions = new ArrayList<>();
        design.all(Question.class).forEach(q -> questions.add("**" + q.text() + "** " + q.why() + " Until then: " + q.defaultAnswer() + "."));
        md.list(questions);
        List<List<String>> rows = new ArrayList<>();
        design.all(Assumption.class).stream()
                .filter(a -> !a.id().startsWith("assumption:k-"))
                .forEach(a -> rows.add(List.of(a.text(), a.value(), a.ifWrong())));
        md.table(List.of("Assumed, because nobody said", "Value", "If it is wrong"), rows);
        long constants = design.all(Assumption.class).stream().filter(a -> a.id().startsWith("assumption:k-")).count();
        md.text(constants + " technical constants (service times, peak shape) are assumed, too; they stand in [findings.md](findings.md).");
    }

    private static void evidence(Design design, Md md) {
        List<List<String>> rows = new ArrayList<>();
        for (Evidence.Verdict verdict : Evidence.Verdict.values()) {
            Map<String, Integer> counts = new TreeMap<>();
            design.all(Evidence.class).stream().filter(e -> e.verdict() == verdict).forEach(e -> counts.merge(e.basis().word(), 1, Integer::sum));
            counts.forEach((basis, n) -> rows.add(List.of(verdict.word(), basis, n.toString())));
        }
        md.heading(3, "How sure this is");
        if (rows.isEmpty()) {
            md.text("Nothing was tried: the design was derived only. Run `groundplan design` without `--no-trial`.");
            return;
        }
        md.table(List.of("Verdict", "Basis", "Claims"), rows);
        UseCase busiest = design.all(UseCase.class).stream().max(java.util.Comparator.comparing((UseCase u) -> design.quantity("quantity:" + u.slug() + ".rate-peak").value()).thenComparing(UseCase::id)).orElseThrow();
        md.text("*Survived* is no proof, and *predicted* rests on assumed times. Tried was Groundplan's interpreter of this design on a real PostgreSQL, not the service that will be written. A pilot must still measure the time of one “" + busiest.name() + "” and how the load is spread over the week.");
    }
}

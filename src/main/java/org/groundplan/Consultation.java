package org.groundplan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundplan.brief.BriefEdit;
import org.groundplan.brief.Diagnostic;
import org.groundplan.brief.Reading;
import org.groundplan.model.Assumption;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Team;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * The open questions of a brief, the most consequential first. For each missing fact the design is
 * derived again under plausible answers; what changes most decisions, money or risk is asked first,
 * and what changes nothing is not asked.
 */
public final class Consultation {
    private static final int MOST_USE_CASES = 8;
    private static final int MOST_ENTITIES = 6;

    /** Where a question comes from. */
    public enum Kind {
        /** Nobody said it. */
        MISSING,
        /** It was read from prose and may be wrong. */
        CONFIRM,
        /** Two wishes that cannot both hold. */
        CONFLICT,
        /** Something only the customer can say; nothing of the design can be computed from it. */
        ASK
    }

    /**
     * One plausible answer.
     *
     * @param value as it would stand in the brief
     * @param changes what it would change
     */
    public record Plausible(String value, Delta changes) {}

    /**
     * A question.
     *
     * @param taken what the design goes on with
     * @param range what can be answered
     * @param why why it is asked
     * @param path where an answer stands in the brief; empty when it cannot be written as a fact
     * @param weight how much hangs on it
     */
    public record Open(
            String id,
            Kind kind,
            String text,
            String taken,
            String range,
            String why,
            List<String> path,
            List<Plausible> plausible,
            double weight) {
        public Open {
            path = List.copyOf(path);
            plausible = List.copyOf(plausible);
        }

        /** What hangs on it, in a line. */
        public String hangs() {
            return plausible.stream()
                    .max(Comparator.comparingDouble(p -> p.changes().weight()))
                    .filter(p -> p.changes().weight() > 0)
                    .map(p -> "with " + p.value() + ": " + p.changes().print())
                    .orElse(why);
        }
    }

    /** An answer tried: the brief with it, and what it changed; or why it was not understood. */
    public record Answered(String brief, @Nullable Delta changes, String problem) {
        public boolean understood() {
            return problem.isEmpty();
        }
    }

    private final Groundplan groundplan;
    private final Map<String, String> practices;
    private final String text;
    private final Design stated;
    private final Design derived;

    private Consultation(
            Groundplan groundplan, Map<String, String> practices, String text, Design stated) {
        this.groundplan = groundplan;
        this.practices = practices;
        this.text = text;
        this.stated = stated;
        this.derived = groundplan.derive(stated, List.of());
    }

    /**
     * @param text a brief
     * @return empty when it cannot be used
     */
    public static Optional<Consultation> of(
            Groundplan groundplan, String text, Map<String, String> practices) {
        Reading reading = groundplan.read("brief.yaml", text, practices);
        Design stated = reading.brief();
        return stated == null
                ? Optional.empty()
                : Optional.of(new Consultation(groundplan, practices, text, stated));
    }

    /** Heaviest first; questions whose answer would change nothing are left out. */
    public List<Open> open() {
        List<Open> all = new ArrayList<>();
        system(all);
        rates(all);
        counts(all);
        keeps(all);
        new Doubts(stated, derived).add(all);
        all.sort(Comparator.comparingDouble(Open::weight).reversed().thenComparing(Open::id));
        return all;
    }

    /** Writes an answer into the brief and derives again. */
    public Answered answer(Open question, String said) {
        String value = said.strip();
        if (value.isEmpty()
                || value.length() > 500
                || value.codePoints().anyMatch(Character::isISOControl)) {
            return new Answered(text, null, "one line of words");
        }
        if (question.kind() == Kind.CONFIRM) {
            return confirmed(question, value);
        }
        if (question.path().isEmpty()) {
            String key = Names.slug(question.id().replaceFirst("^question:", ""));
            return written(List.of("answers", key), quoted(value));
        }
        Answered plain =
                written(
                        question.path(),
                        question.path().getLast().equals("does") ? quoted(value) : value);
        if (plain.understood()) {
            return plain;
        }
        Answered words = written(question.path(), quoted(value));
        return words.understood() ? words : plain;
    }

    private static String quoted(String value) {
        boolean plain = value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._%/+-]*");
        return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private Answered confirmed(Open question, String value) {
        boolean yes = value.matches("(?i)y|yes|right|correct|true|ok|okay|yes,? .*");
        String asked = question.path().getLast();
        if (!yes && asked.contains(Doubts.KEPT)) {
            return reworded(asked, value);
        }
        if (!yes) {
            return new Answered(
                    text,
                    null,
                    "yes; if it is wrong, change that line of the brief (or the prose) and ask again");
        }
        return BriefEdit.remove(text, List.of("reading", question.path().get(1)), asked)
                .map(t -> new Answered(t, Delta.between(derived, derived), ""))
                .orElseGet(() -> new Answered(text, null, "the line to be still there"));
    }

    /** A rule in one of the forms, in place of the sentence. */
    private Answered reworded(String item, String rule) {
        String sentence =
                item.replaceFirst("^line \\d+: ", "").replaceFirst(" – a rule that is kept.*$", "");
        String next = BriefEdit.rule(text, sentence, quoted(rule)).orElse(text);
        Design design = groundplan.read("brief.yaml", next, practices).brief();
        boolean understood =
                design != null
                        && design.all(Rule.class).stream()
                                .anyMatch(r ->
                                        r.text().equals(rule)
                                                && !(r instanceof Rule.NotUnderstood));
        if (design != null && understood) {
            return changed(
                    BriefEdit.remove(next, List.of("reading", "confirm"), item).orElse(next),
                    design);
        }
        return new Answered(
                text,
                null,
                "a rule in one of the forms of docs/rules.md, such as “at most 2 Permit per Resident”, or yes to leave the sentence as it is");
    }

    private Answered written(List<String> path, String value) {
        Optional<String> next = BriefEdit.set(text, path, value);
        if (next.isEmpty()) {
            return new Answered(
                    text, null, "the brief to have a place for it: " + String.join(" → ", path));
        }
        Reading reading = groundplan.read("brief.yaml", next.get(), practices);
        Design design = reading.brief();
        if (design == null) {
            return new Answered(
                    text,
                    null,
                    reading.diagnostics().stream()
                            .filter(Diagnostic::error)
                            .findFirst()
                            .map(d ->
                                    d.expected()
                                            + (d.write().isEmpty() ? "" : ", e.g. " + d.write()))
                            .orElse("something a brief can hold"));
        }
        return changed(next.get(), design);
    }

    private Answered changed(String brief, Design said) {
        return new Answered(brief, Delta.between(derived, groundplan.derive(said, List.of())), "");
    }

    // ---- what is missing ----

    private void system(List<Open> all) {
        missing(
                all,
                "quantity:system.availability",
                "How often may it be down: which share of the time must it work?",
                "what four outages a year leave",
                "99 % … 99.99 %",
                List.of("qualities", "availability"),
                List.of("99 %", "99.95 %", "99.99 %"));
        missing(
                all,
                "quantity:system.rpo",
                "How much of the newest data may be lost when the machine is lost?",
                "what the backup gives",
                "0 s … 24 h",
                List.of("qualities", "rpo"),
                List.of("0 s", "1 h", "24 h"));
        missing(
                all,
                "quantity:system.rto",
                "How soon must it run again after that?",
                "as soon as somebody has restored it",
                "15 min … 2 days",
                List.of("qualities", "rto"),
                List.of("15 min", "4 h"));
        missing(
                all,
                "quantity:system.growth",
                "How much more will it be, and when?",
                "as much as today",
                "1x … 100x in 2 years",
                List.of("qualities", "growth"),
                List.of("3x in 2 years", "10x in 2 years", "100x in 2 years"));
        missing(
                all,
                "quantity:budget",
                "What may it cost a month?",
                "no limit",
                "50 … 50,000 EUR per month",
                List.of("constraints", "budget"),
                List.of("50 EUR per month", "500 EUR per month", "5000 EUR per month"));
        missing(
                all,
                "quantity:system.latency.p95",
                "How fast must an answer be?",
                "no promise",
                "p95 100 ms … 2 s",
                List.of("qualities", "latency"),
                List.of("p95 100 ms", "p95 1 s"));
        if (stated.all(Constraint.class).stream().noneMatch(c -> c.name().equals("runsOn"))) {
            ask(
                    all,
                    "runs-on",
                    "Where may it run?",
                    decision("deployment-target", "wherever it is cheapest"),
                    "aws, azure, gcp, on-premises, kubernetes, vm",
                    "It decides what is rented and who patches it.",
                    List.of("constraints", "runsOn"),
                    List.of("aws", "on-premises", "kubernetes"));
        }
        if (stated.all(Team.class).isEmpty()) {
            ask(
                    all,
                    "team",
                    "How many people build and run it?",
                    "one team of a few",
                    "a number of engineers",
                    "What can be looked after bounds what can be used.",
                    List.of("constraints", "teams"),
                    List.of(
                            "[{ name: team, engineers: 1 }]",
                            "[{ name: team, engineers: 6 }]",
                            "[{ name: team, engineers: 40 }]"));
        }
    }

    private String decision(String name, String otherwise) {
        return derived.find(org.groundplan.model.Decision.class, "decision:" + name)
                .map(org.groundplan.model.Decision::chosen)
                .orElse(otherwise);
    }

    private void missing(
            List<Open> all,
            String quantity,
            String text,
            String taken,
            String range,
            List<String> path,
            List<String> answers) {
        if (stated.find(quantity).isPresent()
                || stated.all(Quantity.class).stream().anyMatch(q -> q.id().startsWith(quantity))) {
            return;
        }
        String assumed = derived.findQuantity(quantity).map(Quantity::label).orElse(taken);
        ask(all, Names.slug(path.getLast()), text, assumed, range, "Nobody said.", path, answers);
    }

    /**
     * A question with its plausible answers tried; kept only when one of them changes something.
     */
    private void ask(
            List<Open> all,
            String id,
            String text,
            String taken,
            String range,
            String why,
            List<String> path,
            List<String> answers) {
        List<Plausible> plausible = new ArrayList<>();
        for (String answer : answers) {
            Answered tried = written(path, answer);
            if (tried.changes() != null) {
                plausible.add(new Plausible(answer, tried.changes()));
            }
        }
        double weight = plausible.stream().mapToDouble(p -> p.changes().weight()).max().orElse(0);
        if (weight > 0.5) {
            all.add(
                    new Open(
                            "missing:" + id,
                            Kind.MISSING,
                            text,
                            taken,
                            range,
                            why,
                            path,
                            plausible,
                            weight));
        }
    }

    /** How often: the ten times less and more of what was assumed. */
    private void rates(List<Open> all) {
        List<UseCase> assumed =
                new ArrayList<>(
                        stated.all(UseCase.class).stream()
                                .filter(u ->
                                        derived.find(
                                                        Assumption.class,
                                                        "assumption:rate-of-" + u.slug())
                                                .isPresent())
                                .toList());
        assumed.sort(
                Comparator.comparing((UseCase u) -> rate(u)).reversed().thenComparing(UseCase::id));
        for (UseCase u : assumed.stream().limit(MOST_USE_CASES).toList()) {
            BigDecimal day = rate(u).multiply(BigDecimal.valueOf(86_400));
            if (day.signum() <= 0) {
                continue;
            }
            List<String> answers =
                    List.of(
                            round(day.movePointLeft(1)) + " per day",
                            round(day.movePointRight(1)) + " per day",
                            round(day.movePointRight(2)) + " per day");
            ask(
                    all,
                    "rate-of-" + u.slug(),
                    "How often does somebody " + bare(u.name()) + "?",
                    derived.get(Assumption.class, "assumption:rate-of-" + u.slug()).value(),
                    "a number per second, hour, day or month",
                    "Nobody said how often.",
                    List.of("useCases", u.name(), "rate"),
                    answers);
        }
    }

    private static String bare(String name) {
        return name.replace(" my ", " their ");
    }

    private BigDecimal rate(UseCase u) {
        return derived.findQuantity("quantity:" + u.slug() + ".rate")
                .map(Quantity::value)
                .orElse(BigDecimal.ZERO);
    }

    private static String round(BigDecimal value) {
        return value.round(new java.math.MathContext(1)).stripTrailingZeros().toPlainString();
    }

    private void counts(List<Open> all) {
        int asked = 0;
        for (Entity e : stated.all(Entity.class)) {
            String slug = Names.slug(e.name());
            Assumption rows =
                    derived.find(Assumption.class, "assumption:rows-of-" + slug).orElse(null);
            BigDecimal count =
                    derived.findQuantity("quantity:" + slug + ".count")
                            .map(Quantity::value)
                            .orElse(BigDecimal.ZERO);
            if (rows == null || count.signum() <= 0 || asked >= MOST_ENTITIES) {
                continue;
            }
            asked++;
            ask(
                    all,
                    "count-of-" + slug,
                    "How many " + Names.plural(Names.words(e.name())) + " are there?",
                    rows.value(),
                    "a number",
                    "Nobody said; it was assumed.",
                    List.of("entities", e.name(), "count"),
                    List.of(round(count.movePointRight(1)), round(count.movePointRight(3))));
        }
    }

    private void keeps(List<Open> all) {
        for (Entity e : stated.all(Entity.class)) {
            Assumption keep =
                    derived.find(Assumption.class, "assumption:" + Names.slug(e.name()) + "-keep")
                            .orElse(null);
            if (keep != null) {
                ask(
                        all,
                        "keep-" + Names.slug(e.name()),
                        "How long are " + Names.plural(Names.words(e.name())) + " kept?",
                        "nothing deletes them; the sizes have " + keep.value(),
                        "1 month … 30 years, or for ever",
                        "Storage, the right to be forgotten and reports hang on it.",
                        List.of("entities", e.name(), "keep"),
                        List.of("1 year", "10 years"));
            }
        }
    }
}

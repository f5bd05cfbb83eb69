package org.groundplan.architect.observability;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.stack.Targets;
import org.groundplan.architect.workload.Assumed;
import org.groundplan.architect.workload.Schedule;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Journey;
import org.groundplan.model.Latency;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Objective;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * Objectives that the people who run it can keep, with alerts that need enough traffic to mean
 * something.
 */
public final class ObjectiveStep {
    private Design design;

    private ObjectiveStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        ObjectiveStep step = new ObjectiveStep(design);
        step.availability();
        Quantity target = step.design.quantity("quantity:system.target");
        design.all(UseCase.class).stream()
                .filter(u -> u.schedule() == null)
                .sorted(
                        Comparator.comparing((UseCase u) ->
                                        design.quantity("quantity:" + u.slug() + ".rate-peak")
                                                .value())
                                .reversed()
                                .thenComparing(UseCase::id))
                .limit(2)
                .filter(u -> promised(design, u).isEmpty())
                .forEach(u -> step.objective(u, target));
        design.all(UseCase.class).stream()
                .filter(u -> u.schedule() == null)
                .forEach(u -> promised(design, u).ifPresent(own -> step.objective(u, own)));
        // what people came for is rarely what is asked for most often
        Journey.core(design)
                .filter(u -> step.design.find("objective:" + u.slug()).isEmpty())
                .ifPresent(u -> step.objective(u, target));
        design.all(UseCase.class).stream()
                .filter(u ->
                        step.design.find("objective:" + u.slug()).isPresent() || own(design, u))
                .forEach(u -> Latency.of(design, u).forEach(l -> step.latency(u, l)));
        design.all(UseCase.class).stream().filter(u -> u.schedule() != null).forEach(step::job);
        return step.design;
    }

    /** What the brief promises for this use case alone. */
    private static Optional<Quantity> promised(Design design, UseCase useCase) {
        return design.findQuantity("quantity:" + useCase.slug() + ".availability")
                .filter(q -> q.value().signum() > 0);
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private void assumed(
            String id,
            String kind,
            long value,
            Unit unit,
            String text,
            String why,
            String ifWrong) {
        Assumed.constant(
                        "objectives",
                        id,
                        "system",
                        kind,
                        "",
                        BigDecimal.valueOf(value),
                        unit,
                        text,
                        why,
                        ifWrong)
                .forEach(this::add);
    }

    /** Stated, or what outages and the time to be back allow. */
    private void availability() {
        Optional<Quantity> stated = design.findQuantity("quantity:system.availability");
        if (stated.isPresent()) {
            add(
                    Quantity.of(
                            "quantity:system.target",
                            "system",
                            "availability",
                            "month",
                            Expr.ref(stated.get()),
                            Origin.derived("objectives", "As stated.", List.of())));
            return;
        }
        boolean twice =
                design.find(Decision.class, "decision:deployment-target")
                        .filter(d -> Targets.twice(d.chosen()))
                        .isPresent();
        assumed(
                "quantity:k.outages",
                "rate",
                4,
                Unit.ONE,
                "4",
                "Outages a year that need a person.",
                "The availability that can be promised changes.");
        assumed(
                "quantity:k.back",
                "duration",
                twice ? 1_800 : 28_800,
                Unit.SECOND,
                twice ? "30 min" : "8 h",
                twice
                        ? "A lost machine is taken over by itself; what needs a person takes half an hour."
                        : "Hours until a part-time team without on-call is back.",
                "The availability that can be promised changes.");
        Expr down =
                Expr.times(
                        Expr.ref(design.quantity("quantity:k.outages")),
                        Expr.ref(design.quantity("quantity:k.back")));
        Expr year = Expr.constant("365 days", 31_536_000, Unit.SECOND);
        Expr share = new Expr.Difference(Expr.constant("1", 1, Unit.ONE), Expr.over(down, year));
        add(
                Quantity.of(
                        "quantity:system.expected-availability",
                        "system",
                        "availability",
                        "year",
                        share,
                        Origin.derived(
                                "objectives",
                                "Nobody gave an availability for the whole: this is what runs and the people there are can keep.",
                                List.of("decision:deployment-target"))));
        BigDecimal half =
                share.value()
                        .movePointRight(2)
                        .multiply(BigDecimal.TWO, MathContext.DECIMAL64)
                        .setScale(0, RoundingMode.DOWN)
                        .divide(BigDecimal.TWO, MathContext.DECIMAL64);
        Expr rounded = new Expr.Const(Numbers.plain(half) + " %", half.movePointLeft(2), Unit.ONE);
        add(
                new Quantity(
                        "quantity:system.target",
                        "system",
                        "availability",
                        "month",
                        rounded,
                        Numbers.plain(half) + " %",
                        Origin.derived(
                                "objectives",
                                "The expected availability, rounded down to half a percent.",
                                List.of("quantity:system.expected-availability"))));
    }

    private static boolean own(Design design, UseCase useCase) {
        return Latency.of(design, useCase).stream()
                .anyMatch(l -> l.limit().subject().equals(useCase.id()));
    }

    private void objective(UseCase useCase, Quantity target) {
        String slug = useCase.slug();
        Quantity perDay = design.quantity("quantity:" + slug + ".rate");
        BigDecimal allowed = BigDecimal.ONE.subtract(target.value());
        BigDecimal month =
                perDay.value().multiply(BigDecimal.valueOf(2_592_000), MathContext.DECIMAL64);
        String budget =
                Numbers.plain(month.multiply(allowed, MathContext.DECIMAL64))
                        + " of "
                        + Numbers.plain(month)
                        + " a month";
        Requests requests = new Requests(useCase);
        String total = requests.rate(requests.all());
        String bad = requests.rate(requests.failed());
        BigDecimal threshold = allowed.multiply(new BigDecimal("14.4"), MathContext.DECIMAL64);
        boolean possible = threshold.compareTo(BigDecimal.ONE) < 0;
        BigDecimal shown = (possible ? threshold : new BigDecimal("0.5")).round(new MathContext(3));
        String expression =
                "("
                        + bad.formatted("1h")
                        + " / "
                        + total.formatted("1h")
                        + ") > "
                        + shown.toPlainString()
                        + " and ("
                        + bad.formatted("5m")
                        + " / "
                        + total.formatted("5m")
                        + ") > "
                        + shown.toPlainString()
                        + " and "
                        + requests.enough();
        add(
                new Objective(
                        "objective:" + slug,
                        useCase.id(),
                        "“" + useCase.name() + "” answered without a server error",
                        Numbers.percent(target.value()) + " (may fail: " + budget + ")",
                        "30 days",
                        List.of(
                                new Objective.Alert(
                                        Names.pascal(useCase.name()) + "BurnsBudget",
                                        expression,
                                        "2m",
                                        rota() ? "page" : "mail",
                                        "database connections, then the last release",
                                        requests.failing(shown))),
                        Origin.derived(
                                "objectives",
                                "One of the two busiest operations.",
                                List.of(useCase.id(), target.id()))));
    }

    /**
     * What the brief asks of the time of an answer; twice as many too slow as it allows is told.
     */
    private void latency(UseCase useCase, Latency asked) {
        BigDecimal allowed = BigDecimal.ONE.subtract(asked.percent().movePointLeft(2));
        BigDecimal twice = allowed.multiply(BigDecimal.TWO);
        BigDecimal limit =
                twice.compareTo(new BigDecimal("0.6")) < 0
                        ? twice
                        : allowed.add(BigDecimal.ONE).divide(BigDecimal.TWO);
        Requests requests = new Requests(useCase);
        String time = Numbers.print(asked.limit().value(), Unit.SECOND);
        String fast = requests.within(asked.limit().value());
        add(
                new Objective(
                        "objective:"
                                + useCase.slug()
                                + "-p"
                                + asked.percent().toPlainString().replace('.', '-'),
                        useCase.id(),
                        "“" + useCase.name() + "” answered within " + time,
                        Numbers.percent(asked.percent().movePointLeft(2)) + " of the answers",
                        "30 days",
                        List.of(
                                new Objective.Alert(
                                        Names.pascal(useCase.name())
                                                + "SlowP"
                                                + asked.percent().toPlainString().replace(".", ""),
                                        "1 - "
                                                + requests.rate(fast).formatted("1h")
                                                + " / "
                                                + requests.rate(requests.all()).formatted("1h")
                                                + " > "
                                                + limit.toPlainString()
                                                + " and "
                                                + requests.enough(),
                                        "5m",
                                        "ticket",
                                        "waiting for a connection, then the slowest statement",
                                        requests.slow(fast, limit, allowed))),
                        Origin.derived(
                                "objectives",
                                "The brief asks for " + asked.print() + ".",
                                List.of(useCase.id(), asked.limit().id()))));
    }

    private static Objective.Series since(String metric, long step) {
        return new Objective.Series(metric, BigDecimal.ZERO, BigDecimal.valueOf(step));
    }

    /** Whether there are people enough to be woken. */
    private boolean rota() {
        return design.all(org.groundplan.model.Team.class).stream()
                        .mapToDouble(t ->
                                design.findQuantity(
                                                "quantity:team."
                                                        + Names.slug(t.name())
                                                        + ".engineers")
                                        .map(q -> q.value().doubleValue())
                                        .orElse(1.0))
                        .sum()
                >= 4;
    }

    /**
     * A nightly run may be late by two hours; what comes by often by ten of its rounds; what
     * follows a change has five minutes.
     */
    private void job(UseCase useCase) {
        boolean follows = useCase.followsOn();
        long round = Schedule.round(design, useCase);
        boolean often = round < 3600;
        long late = follows ? 300 : often ? round * 10 : round + 7_200;
        String metric = Names.snake(useCase.name()) + "_last_success_timestamp_seconds";
        String limit = Numbers.print(java.math.BigDecimal.valueOf(late), Unit.SECOND);
        boolean calls =
                useCase.effects().stream()
                        .anyMatch(e -> e instanceof org.groundplan.model.Effect.Call);
        add(
                new Objective(
                        "objective:" + useCase.slug(),
                        useCase.id(),
                        "“" + useCase.name() + "” has run within the last " + limit,
                        often ? "99.9 % of the minutes" : "29 of 30 runs",
                        "30 days",
                        List.of(
                                new Objective.Alert(
                                        Names.pascal(useCase.name()) + "Missed",
                                        "time() - max(" + metric + ") > " + late,
                                        often ? "2m" : "10m",
                                        "ticket",
                                        "was the application up; "
                                                + (calls
                                                        ? "what did the other system answer; "
                                                        : "")
                                                + (follows
                                                        ? "a message goes out again with the same id"
                                                        : "a rerun does nothing twice"),
                                        List.of(
                                                new Objective.Case(
                                                        "no run since " + limit,
                                                        List.of(since(metric, 0)),
                                                        late / 60 + 15,
                                                        true),
                                                new Objective.Case(
                                                        "a run a minute ago",
                                                        List.of(since(metric, 60)),
                                                        late / 60 + 15,
                                                        false)))),
                        Origin.derived(
                                "objectives",
                                "It runs " + useCase.schedule() + ".",
                                List.of(useCase.id()))));
    }
}

package org.groundplan.architect.observability;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.stack.Targets;
import org.groundplan.architect.workload.Assumed;
import org.groundplan.architect.workload.Schedule;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Integration;
import org.groundplan.model.Journey;
import org.groundplan.model.Latency;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Objective;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
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
        boolean answered = twice && rota();
        assumed(
                "quantity:k.outages",
                "rate",
                twice && !answered ? 2 : 4,
                Unit.ONE,
                twice && !answered ? "2" : "4",
                twice && !answered
                        ? "Outages a year that a second machine does not take over, and that wait for somebody."
                        : "Outages a year that need a person.",
                "The availability that can be promised changes.");
        assumed(
                "quantity:k.back",
                "duration",
                answered ? 1_800 : 28_800,
                Unit.SECOND,
                answered ? "30 min" : "8 h",
                answered
                        ? "A lost machine is taken over by itself; what needs a person takes half an hour, by day and by night."
                        : "Hours until somebody of a team without on-call is back.",
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
        BigDecimal target =
                TARGETS.stream()
                        .map(BigDecimal::new)
                        .filter(t -> t.movePointLeft(2).compareTo(share.value()) < 0)
                        .findFirst()
                        .orElse(BigDecimal.valueOf(50));
        Expr rounded =
                new Expr.Const(Numbers.plain(target) + " %", target.movePointLeft(2), Unit.ONE);
        add(
                new Quantity(
                        "quantity:system.target",
                        "system",
                        "availability",
                        "month",
                        rounded,
                        Numbers.plain(target) + " %",
                        Origin.derived(
                                "objectives",
                                "The next usual promise below what can be expected.",
                                List.of("quantity:system.expected-availability"))));
    }

    /** Promises that are usual, in per cent, highest first. */
    private static final List<String> TARGETS = List.of("99.9", "99.5", "99", "98", "95", "90");

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
        BigDecimal threshold = allowed.multiply(new BigDecimal("14.4"), MathContext.DECIMAL64);
        boolean possible = threshold.compareTo(BigDecimal.ONE) < 0;
        BigDecimal shown = (possible ? threshold : new BigDecimal("0.5")).round(new MathContext(3));
        long least = Requests.least(shown);
        BigDecimal busiest =
                design.quantity("quantity:" + slug + ".rate-peak")
                        .value()
                        .multiply(BigDecimal.valueOf(3_600));
        boolean rare = busiest.compareTo(BigDecimal.valueOf(least)) < 0;
        boolean lesser =
                target.value().compareTo(design.quantity("quantity:system.target").value()) < 0;
        String severity = lesser ? "ticket" : rota() ? "page" : "mail";
        add(
                new Objective(
                        "objective:" + slug,
                        useCase.id(),
                        "“" + useCase.name() + "” answered without a server error",
                        rare
                                ? "each one (about "
                                        + Numbers.plain(month.round(new MathContext(2)))
                                        + " a month)"
                                : Numbers.percent(target.value()) + " (may fail: " + budget + ")",
                        "30 days",
                        List.of(
                                rare
                                        ? new Objective.Alert(
                                                Names.pascal(useCase.name()) + "Failed",
                                                requests.any(),
                                                "0m",
                                                severity,
                                                suspects(useCase),
                                                requests.once())
                                        : new Objective.Alert(
                                                Names.pascal(useCase.name()) + "BurnsBudget",
                                                requests.burning(shown, least),
                                                "2m",
                                                severity,
                                                suspects(useCase),
                                                requests.failing(shown, least))),
                        Origin.derived(
                                "objectives",
                                "One of the two busiest operations, or one that the brief names.",
                                List.of(useCase.id(), target.id()))));
    }

    /** What a failing operation most likely hangs on: its own statements and locks. */
    private String suspects(UseCase useCase) {
        List<Statement> own = statements(useCase);
        Optional<Statement> locks =
                own.stream()
                        .filter(s -> SqlWalk.guards(s.sql()).stream().anyMatch(g -> !g.isEmpty()))
                        .findFirst();
        return "the release before it, then "
                + (own.isEmpty()
                        ? "database connections"
                        : (locks.isPresent() && useCase.effects().stream().anyMatch(Effect::writes)
                                        ? "waiting in `"
                                        : "`")
                                + locks.orElse(own.getFirst()).id().substring("statement:".length())
                                + "`");
    }

    private List<Statement> statements(UseCase useCase) {
        return design.all(Statement.class).stream()
                .filter(s -> s.useCase().equals(useCase.id()))
                .toList();
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
                                                + requests.enough(Requests.FEW),
                                        "5m",
                                        "ticket",
                                        "waiting for a connection, then "
                                                + statements(useCase).stream()
                                                        .findFirst()
                                                        .map(x ->
                                                                "`"
                                                                        + x.id().substring(
                                                                                        "statement:"
                                                                                                .length())
                                                                        + "`")
                                                        .orElse("the database"),
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
     * A nightly run may be late by two hours; what comes by often by ten of its rounds, and what
     * clears up after a deadline by three.
     */
    private void job(UseCase useCase) {
        if (useCase.followsOn()) {
            relay(useCase);
            return;
        }
        long round = Schedule.round(design, useCase);
        boolean often = round < 3600;
        boolean clears = useCase.origin().step().equals("clock");
        long late = often ? clears ? Math.max(60, round * 3) : round * 10 : round + 7_200;
        String metric = Names.snake(useCase.name()) + "_last_success_timestamp_seconds";
        String limit = Numbers.print(BigDecimal.valueOf(late), Unit.SECOND);
        boolean calls = useCase.effects().stream().anyMatch(e -> e instanceof Effect.Call);
        boolean each = round > DAY;
        add(
                new Objective(
                        "objective:" + useCase.slug(),
                        useCase.id(),
                        "“" + useCase.name() + "” has run within the last " + limit,
                        often ? minutes() + " of the minutes" : each ? "each run" : "29 of 30 runs",
                        "30 days",
                        List.of(
                                new Objective.Alert(
                                        Names.pascal(useCase.name()) + "Missed",
                                        "time() - max(" + metric + ") > " + late,
                                        often ? "2m" : "10m",
                                        often && clears || each
                                                ? (rota() ? "page" : "mail")
                                                : "ticket",
                                        "was the application up; "
                                                + (calls
                                                        ? "what did the other system answer; which rows say begun and not done"
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

    private static final long DAY = 86_400;

    /** Jobs are promised no more than the operations they serve. */
    private String minutes() {
        BigDecimal most = new BigDecimal("0.999");
        return Numbers.percent(design.quantity("quantity:system.target").value().min(most));
    }

    /**
     * A relay that runs and is refused has run; what waits is what counts, a minute where money
     * waits, else five.
     */
    private void relay(UseCase useCase) {
        boolean money =
                useCase.effects().stream()
                        .filter(Effect.Call.class::isInstance)
                        .flatMap(e ->
                                design.find(Integration.class, Integration.id(e.entity())).stream())
                        .anyMatch(i -> i.purpose().contains("payment"));
        long late = money ? 60 : 300;
        String limit = Numbers.print(BigDecimal.valueOf(late), Unit.SECOND);
        String metric = Names.snake(useCase.name()) + "_oldest_waiting_seconds";
        boolean core =
                design.all(UseCase.class).stream()
                        .anyMatch(u ->
                                UseCase.after(u.name()).equals(useCase.schedule())
                                        && design.find("objective:" + u.slug()).isPresent());
        add(
                new Objective(
                        "objective:" + useCase.slug(),
                        useCase.id(),
                        "the oldest message that “"
                                + useCase.name()
                                + "” has still to deliver is younger than "
                                + limit,
                        minutes() + " of the minutes",
                        "30 days",
                        List.of(
                                new Objective.Alert(
                                        Names.pascal(useCase.name()) + "Waits",
                                        "max(" + metric + ") > " + late,
                                        "2m",
                                        core || money ? (rota() ? "page" : "mail") : "ticket",
                                        "what did the other system answer; a message goes out again with the same id",
                                        List.of(
                                                new Objective.Case(
                                                        "the oldest waits twice as long",
                                                        List.of(waits(metric, 2 * late)),
                                                        15,
                                                        true),
                                                new Objective.Case(
                                                        "the oldest waits half as long",
                                                        List.of(waits(metric, late / 2)),
                                                        15,
                                                        false)))),
                        Origin.derived(
                                "objectives",
                                "It runs " + useCase.schedule() + ".",
                                List.of(useCase.id()))));
    }

    private static Objective.Series waits(String metric, long seconds) {
        return new Objective.Series(metric, BigDecimal.valueOf(seconds), BigDecimal.ZERO);
    }
}

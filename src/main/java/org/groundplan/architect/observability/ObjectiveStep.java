package org.groundplan.architect.observability;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.stack.Targets;
import org.groundplan.architect.workload.Assumed;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
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
        design.all(UseCase.class).stream()
                .filter(u -> u.schedule() != null)
                .forEach(u -> step.add(new Jobs(step.design, step.rota()).of(u)));
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
                "So many months of a year miss what is promised of a month.");
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
        Expr share =
                new Expr.Difference(
                        Expr.constant("1", 1, Unit.ONE),
                        Expr.over(
                                Expr.ref(design.quantity("quantity:k.back")),
                                Expr.constant("30 days", 2_592_000, Unit.SECOND)));
        add(
                Quantity.of(
                        "quantity:system.expected-availability",
                        "system",
                        "availability",
                        "month",
                        share,
                        Origin.derived(
                                "objectives",
                                "Nobody gave an availability for the whole: this is what is left of a month with one outage, by what runs and the people there are.",
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
    private static final List<String> TARGETS =
            List.of("99.9", "99.5", "99", "98.5", "98", "95", "90");

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
                        rare ? List.of(failed(useCase, severity)) : burns(useCase, shown, severity),
                        Origin.derived(
                                "objectives",
                                "One of the two busiest operations, or one that the brief names.",
                                List.of(useCase.id(), target.id()))));
    }

    /** Comes so seldom that each failure is told. */
    private Objective.Alert failed(UseCase useCase, String severity) {
        Requests requests = new Requests(useCase);
        return new Objective.Alert(
                Names.pascal(useCase.name()) + "Failed",
                requests.any(),
                "0m",
                severity,
                suspects(useCase),
                requests.once());
    }

    /** Fast, which somebody is called for, and slowly, which can wait for the day. */
    private List<Objective.Alert> burns(UseCase useCase, BigDecimal fast, String severity) {
        Requests requests = new Requests(useCase);
        String name = Names.pascal(useCase.name());
        BigDecimal slow =
                fast.multiply(new BigDecimal("6"), MathContext.DECIMAL64)
                        .divide(new BigDecimal("14.4"), new MathContext(3));
        return List.of(
                new Objective.Alert(
                        name + "BurnsBudget",
                        requests.burning(fast, Requests.least(fast)),
                        "2m",
                        severity,
                        suspects(useCase),
                        requests.failing(fast, Requests.least(fast))),
                new Objective.Alert(
                        name + "BurnsSlowly",
                        requests.smouldering(slow, Requests.least(slow)),
                        "15m",
                        severity,
                        suspects(useCase),
                        requests.smoking(slow)));
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
                        "“"
                                + useCase.name()
                                + "” answered within "
                                + time
                                + (design.findQuantity("quantity:" + useCase.slug() + ".fanout")
                                                .isPresent()
                                        ? " to whoever sends it (when the others have it, a client has to measure)"
                                        : ""),
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
}

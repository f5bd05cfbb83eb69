package org.groundplan.architect.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.data.FieldRoles;
import org.groundplan.model.Actor;
import org.groundplan.model.Assumption;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * How often each use case happens: on average, in the hours it really happens, and at ten times
 * that.
 */
public final class WorkloadStep {
    private static final Expr DAY = Expr.constant("1 day", 86_400, Unit.SECOND);

    /** Ten a day. */
    private static final java.math.BigDecimal RARE = new java.math.BigDecimal("0.000116");

    private static final Expr WEEK = Expr.constant("7 days", 604_800, Unit.SECOND);

    private Design design;

    private WorkloadStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        WorkloadStep step = new WorkloadStep(design);
        step.constants();
        List<UseCase> waiting = new ArrayList<>(design.all(UseCase.class));
        for (int round = 0; round < 8 && !waiting.isEmpty(); round++) {
            waiting.removeIf(step::average);
        }
        waiting.forEach(step::assumedAverage);
        design.all(UseCase.class).forEach(step::peak);
        step.total();
        step.terms();
        return step.design;
    }

    private void constants() {
        assumed(
                "quantity:k.peak",
                "system",
                "share",
                "peak",
                BigDecimal.valueOf(3),
                Unit.ONE,
                "",
                "Peak hour over the mean of the active hours, where nobody gave a peak.",
                "Every peak that is not stated scales with it.");
        assumed(
                "quantity:k.window",
                "system",
                "duration",
                "day",
                BigDecimal.valueOf(36_000),
                Unit.SECOND,
                "10 h",
                "Hours a day in which people use the system, where nobody said.",
                "A shorter window raises the assumed peaks in proportion.");
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private void assumed(
            String id,
            String subject,
            String kind,
            String window,
            BigDecimal value,
            Unit unit,
            String text,
            String why,
            String ifWrong) {
        if (design.find(id).isEmpty()) {
            Assumed.constant("workload", id, subject, kind, window, value, unit, text, why, ifWrong)
                    .forEach(this::add);
        }
    }

    /** True when the average is known, stated or by way of another use case. */
    private boolean average(UseCase useCase) {
        String id = rate(useCase);
        if (design.find(id).isPresent()) {
            return true;
        }
        Optional<Quantity> ratio = design.findQuantity("quantity:" + useCase.slug() + ".ratio");
        if (ratio.isPresent()) {
            Optional<UseCase> other = design.find(UseCase.class, ratio.get().subject());
            Optional<Quantity> base = other.flatMap(o -> design.findQuantity(rate(o)));
            base.ifPresent(b ->
                    add(
                            Quantity.of(
                                    id,
                                    useCase.id(),
                                    "rate",
                                    "average",
                                    Expr.times(Expr.ref(ratio.get()), Expr.ref(b)),
                                    Origin.derived(
                                            "workload",
                                            "“"
                                                    + useCase.name()
                                                    + "” happens "
                                                    + Numbers.plain(ratio.get().value())
                                                    + " times per “"
                                                    + other.get().name()
                                                    + "”.",
                                            List.of(useCase.id())))));
            return base.isPresent();
        }
        if (useCase.schedule() != null) {
            scheduled(useCase, id);
            return true;
        }
        return undone(useCase, id);
    }

    private void scheduled(UseCase useCase, String id) {
        String words = String.valueOf(useCase.schedule());
        long period =
                words.contains("hour")
                        ? 3600
                        : words.contains("week")
                                ? 604_800
                                : words.contains("month") ? 2_629_746 : 86_400;
        String label =
                period == 3600
                        ? "1 per hour"
                        : period == 604_800
                                ? "1 per week"
                                : period == 86_400 ? "1 per day" : "1 per month";
        Expr once =
                new Expr.Const(
                        label,
                        BigDecimal.ONE.divide(BigDecimal.valueOf(period), Expr.EXACT),
                        Unit.PER_SECOND);
        add(
                new Quantity(
                        id,
                        useCase.id(),
                        "rate",
                        "average",
                        once,
                        label,
                        Origin.derived(
                                "workload", "It runs " + words + ".", List.of(useCase.id()))));
    }

    /** What goes out comes back: the move out of a state happens as often as the moves into it. */
    private boolean undone(UseCase useCase, String id) {
        for (Effect effect : useCase.effects()) {
            if (effect instanceof Effect.Transition t && t.sameAs().isEmpty()) {
                for (UseCase maker : design.all(UseCase.class)) {
                    boolean makes =
                            maker.effects().stream()
                                    .anyMatch(e ->
                                            e instanceof Effect.Insert i
                                                    && i.entity().equals(t.entity()));
                    Optional<Quantity> base =
                            makes ? design.findQuantity(rate(maker)) : Optional.empty();
                    if (base.isPresent()) {
                        add(
                                Quantity.of(
                                        id,
                                        useCase.id(),
                                        "rate",
                                        "average",
                                        Expr.ref(base.get()),
                                        Origin.derived(
                                                "workload",
                                                "In the long run every "
                                                        + Names.words(t.entity())
                                                        + " of “"
                                                        + maker.name()
                                                        + "” is ended by “"
                                                        + useCase.name()
                                                        + "”.",
                                                List.of(useCase.id(), maker.id()))));
                        inherit(useCase, maker);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The same hours as the use case it follows. */
    private void inherit(UseCase useCase, UseCase maker) {
        for (String part : List.of("peak-share", "peak-window")) {
            design.findQuantity("quantity:" + maker.slug() + "." + part)
                    .ifPresent(q ->
                            add(
                                    new Quantity(
                                            "quantity:" + useCase.slug() + "." + part,
                                            useCase.id(),
                                            q.kind(),
                                            q.window(),
                                            Expr.ref(q),
                                            q.label(),
                                            Origin.derived(
                                                    "workload",
                                                    "Assumed to fall in the same hours as “"
                                                            + maker.name()
                                                            + "”.",
                                                    List.of(q.id())))));
        }
    }

    private void assumedAverage(UseCase useCase) {
        Optional<Quantity> people = count(useCase.actor());
        boolean known = people.isPresent() && people.get().value().signum() > 0;
        Expr month = Expr.constant("30 days", 2_592_000, Unit.SECOND);
        Expr expr =
                known
                        ? Expr.over(Expr.ref(people.get()), month)
                        : Expr.over(Expr.constant("1", 1, Unit.ONE), DAY);
        String why =
                known
                        ? "Nobody said how often: each "
                                + Names.words(String.valueOf(useCase.actor()))
                                + " once in 30 days."
                        : "Nobody said how often: once a day.";
        Quantity quantity =
                Quantity.of(
                        rate(useCase),
                        useCase.id(),
                        "rate",
                        "average",
                        expr,
                        Origin.assumed("workload", why, List.of(useCase.id())));
        add(quantity);
        add(
                new Assumption(
                        "assumption:rate-of-" + useCase.slug(),
                        "How often people " + useCase.name(),
                        quantity.label(),
                        "Load on the main database grows in proportion; see the headroom in section 7.",
                        Origin.assumed("workload", why, List.of(quantity.id()))));
    }

    private Optional<Quantity> count(@org.jspecify.annotations.Nullable String actor) {
        if (actor == null) {
            return Optional.empty();
        }
        return design.findQuantity("quantity:actor." + Names.slug(actor) + ".count")
                .or(() -> design.findQuantity("quantity:" + Names.slug(actor) + ".count"));
    }

    public static String rate(UseCase useCase) {
        return "quantity:" + useCase.slug() + ".rate";
    }

    public static String peakRate(UseCase useCase) {
        return rate(useCase) + "-peak";
    }

    private void peak(UseCase useCase) {
        Quantity average = design.quantity(rate(useCase));
        String id = peakRate(useCase);
        Optional<Quantity> share =
                design.findQuantity("quantity:" + useCase.slug() + ".peak-share");
        Optional<Quantity> window =
                design.findQuantity("quantity:" + useCase.slug() + ".peak-window");
        if (design.find(id).isEmpty()) {
            if (share.isPresent() && window.isPresent()) {
                Expr period = share.get().window().equals("week") ? WEEK : DAY;
                Expr expr =
                        Expr.over(
                                Expr.times(Expr.ref(average), period, Expr.ref(share.get())),
                                Expr.ref(window.get()));
                add(
                        Quantity.of(
                                id,
                                useCase.id(),
                                "rate",
                                "peak",
                                expr,
                                Origin.derived(
                                        "workload",
                                        "The peak comes from the hours it happens in, not from 24 hours.",
                                        List.of(useCase.id()))));
            } else if (useCase.schedule() != null
                    || machine(useCase)
                    || average.value().compareTo(RARE) < 0) {
                add(
                        Quantity.of(
                                id,
                                useCase.id(),
                                "rate",
                                "peak",
                                Expr.ref(average),
                                Origin.derived(
                                        "workload",
                                        machine(useCase)
                                                ? "Machines keep their own pace: the mean is the peak, unless their clocks are set alike."
                                                : "Too rare to have a peak: one at a time.",
                                        List.of(useCase.id()))));
            } else {
                Expr expr =
                        Expr.over(
                                Expr.times(
                                        Expr.ref(average),
                                        DAY,
                                        Expr.ref(design.quantity("quantity:k.peak"))),
                                Expr.ref(design.quantity("quantity:k.window")));
                add(
                        Quantity.of(
                                id,
                                useCase.id(),
                                "rate",
                                "peak",
                                expr,
                                Origin.assumed(
                                        "workload", "No peak was given.", List.of(useCase.id()))));
            }
        }
        boolean timed = useCase.schedule() != null;
        Expr now = Expr.ref(design.quantity(id));
        add(
                Quantity.of(
                        rate(useCase) + "-10x",
                        useCase.id(),
                        "rate",
                        "10x",
                        timed ? now : Expr.times(Expr.constant("10", 10, Unit.ONE), now),
                        Origin.derived(
                                "workload",
                                timed
                                        ? "As many runs, each with ten times as much to do."
                                        : "Ten times the peak.",
                                List.of(useCase.id()))));
    }

    private boolean machine(UseCase useCase) {
        String actor = useCase.actor();
        return actor != null
                && design.find(Actor.class, Actor.id(actor))
                        .filter(a -> a.kind() != Actor.Kind.PERSON)
                        .isPresent();
    }

    private void total() {
        List<Quantity> peaks =
                design.all(UseCase.class).stream()
                        .filter(u -> u.schedule() == null)
                        .map(u -> design.quantity(peakRate(u)))
                        .toList();
        if (!peaks.isEmpty()) {
            add(
                    Quantity.of(
                            "quantity:system.rate-peak",
                            "system",
                            "rate",
                            "peak",
                            Expr.plus(peaks.stream().map(Expr::ref).toList()),
                            Origin.derived(
                                    "workload",
                                    "All use cases at their peaks at once, which is an upper bound.",
                                    List.of())));
        }
    }

    /** How long until something is due, and how long a row stays in states that are not final. */
    private void terms() {
        for (Entity entity : design.all(Entity.class)) {
            for (Field field : entity.fields()) {
                if (FieldRoles.isDue(field)) {
                    String id =
                            "quantity:"
                                    + Names.slug(entity.name())
                                    + "."
                                    + Names.slug(field.name())
                                    + ".term";
                    assumed(
                            id,
                            entity.id(),
                            "term",
                            "",
                            BigDecimal.valueOf(28L * 86_400),
                            Unit.SECOND,
                            "28 days",
                            "How long until "
                                    + Names.article(Names.words(entity.name()))
                                    + " is due",
                            "Open "
                                    + Names.plural(Names.words(entity.name()))
                                    + " and what follows from them change in proportion.");
                }
            }
        }
        for (Rule.Transitions rule : design.all(Rule.Transitions.class)) {
            String id = "quantity:" + Names.slug(rule.entity()) + ".open-time";
            Optional<Quantity> term =
                    design.all(Quantity.class).stream()
                            .filter(q ->
                                    q.kind().equals("term")
                                            && q.subject().equals(Entity.id(rule.entity())))
                            .findFirst();
            if (term.isPresent()) {
                add(
                        Quantity.of(
                                id,
                                Entity.id(rule.entity()),
                                "duration",
                                "open",
                                Expr.ref(term.get()),
                                Origin.assumed(
                                        "workload",
                                        "A "
                                                + Names.words(rule.entity())
                                                + " stays open until it is due.",
                                        List.of(rule.id()))));
            } else {
                assumed(
                        id,
                        Entity.id(rule.entity()),
                        "duration",
                        "open",
                        BigDecimal.valueOf(14L * 86_400),
                        Unit.SECOND,
                        "14 days",
                        "How long " + Names.article(Names.words(rule.entity())) + " stays open",
                        "The number of open "
                                + Names.plural(Names.words(rule.entity()))
                                + " changes in proportion.");
            }
        }
    }

    /**
     * Actors that are people working the system for others: they have no count of their own and are
     * no entity.
     */
    public static boolean operates(Design design, UseCase useCase) {
        String actor = useCase.actor();
        return actor != null
                && design.find(Entity.class, Entity.id(actor)).isEmpty()
                && design.find(Actor.class, Actor.id(actor))
                        .filter(a -> a.kind() == Actor.Kind.PERSON)
                        .isPresent();
    }
}

package org.groundplan.architect.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Actor;
import org.groundplan.model.Assumption;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * How often each use case happens: on average, in the hours it really happens, and at ten times
 * that.
 */
public final class WorkloadStep {
    private static final Expr DAY = Expr.constant("1 day", 86_400, Unit.SECOND);

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
        step.design = Peaks.of(step.design);
        step.total();
        return Terms.of(step.design);
    }

    private void constants() {
        design =
                Assumed.unlessStated(
                        design,
                        "quantity:k.peak",
                        "system",
                        "share",
                        "peak",
                        BigDecimal.valueOf(3),
                        Unit.ONE,
                        "",
                        "Peak hour over the mean of the active hours, where nobody gave a peak.",
                        "Every peak that is not stated scales with it.");
        design =
                Assumed.unlessStated(
                        design,
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
        if (each(useCase, id) || fromPeak(useCase, id)) {
            return true;
        }
        if (useCase.followsOn()) {
            return following(useCase, id);
        }
        if (useCase.schedule() != null) {
            scheduled(useCase, id);
            return true;
        }
        return undone(useCase, id);
    }

    /** So many of each of a kind in a time. */
    private boolean each(UseCase useCase, String id) {
        Optional<Quantity> each = design.findQuantity("quantity:" + useCase.slug() + ".each");
        Optional<Quantity> interval =
                design.findQuantity("quantity:" + useCase.slug() + ".interval");
        Optional<Quantity> who = each.flatMap(e -> count(e.window()));
        if (each.isEmpty() || interval.isEmpty() || who.isEmpty()) {
            return false;
        }
        add(
                Quantity.of(
                        id,
                        useCase.id(),
                        "rate",
                        "average",
                        Expr.over(
                                Expr.times(Expr.ref(who.get()), Expr.ref(each.get())),
                                Expr.ref(interval.get())),
                        Origin.derived(
                                "workload",
                                "Each " + Names.words(each.get().window()) + " at its own pace.",
                                List.of(useCase.id(), who.get().id()))));
        return true;
    }

    /**
     * Only the peak was given: the mean follows by the same shape of day that is assumed elsewhere.
     */
    private boolean fromPeak(UseCase useCase, String id) {
        Optional<Quantity> peak = design.findQuantity(peakRate(useCase));
        boolean related = design.find("quantity:" + useCase.slug() + ".ratio").isPresent();
        if (peak.isEmpty() || related) {
            return false;
        }
        add(
                Quantity.of(
                        id,
                        useCase.id(),
                        "rate",
                        "average",
                        Expr.over(
                                Expr.times(
                                        Expr.ref(peak.get()),
                                        Expr.ref(design.quantity("quantity:k.window"))),
                                Expr.times(Expr.ref(design.quantity("quantity:k.peak")), DAY)),
                        Origin.assumed(
                                "workload",
                                "Only the peak was given; the mean has the shape of a day that is assumed everywhere.",
                                List.of(useCase.id()))));
        return true;
    }

    /** As often as what it follows. */
    private boolean following(UseCase useCase, String id) {
        for (UseCase first : design.all(UseCase.class)) {
            boolean emits =
                    first.effects().stream()
                            .anyMatch(e ->
                                    e instanceof Effect.Emit m
                                            && m.entity().equals(useCase.slug()));
            Optional<Quantity> base = emits ? design.findQuantity(rate(first)) : Optional.empty();
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
                                        "Once for each “" + first.name() + "”.",
                                        List.of(useCase.id(), first.id()))));
                return true;
            }
        }
        return false;
    }

    private void scheduled(UseCase useCase, String id) {
        String words = String.valueOf(useCase.schedule());
        long period = Schedule.period(words);
        String label =
                switch ((int) Math.min(period, Integer.MAX_VALUE)) {
                    case 60 -> "1 per minute";
                    case 3600 -> "1 per hour";
                    case 86_400 -> "1 per day";
                    case 604_800 -> "1 per week";
                    case 2_629_746 -> "1 per month";
                    default -> "1 every " + Numbers.print(BigDecimal.valueOf(period), Unit.SECOND);
                };
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
                    .filter(_ -> design.find(peakRate(useCase)).isEmpty())
                    .filter(_ -> design.find("quantity:" + useCase.slug() + "." + part).isEmpty())
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
        return counted(design, actor);
    }

    /** How many there are of somebody or something: as an actor, else as an entity. */
    public static Optional<Quantity> counted(
            Design design, @org.jspecify.annotations.Nullable String name) {
        return name == null
                ? Optional.empty()
                : design.findQuantity("quantity:actor." + Names.slug(name) + ".count")
                        .or(() -> design.findQuantity("quantity:" + Names.slug(name) + ".count"));
    }

    public static String rate(UseCase useCase) {
        return "quantity:" + useCase.slug() + ".rate";
    }

    public static String peakRate(UseCase useCase) {
        return rate(useCase) + "-peak";
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

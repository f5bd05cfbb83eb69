package org.groundplan.architect.workload;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Actor;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/** How often each use case happens in the hours it really happens, and at ten times that. */
final class Peaks {
    private static final Expr DAY = Expr.constant("1 day", 86_400, Unit.SECOND);
    private static final Expr WEEK = Expr.constant("7 days", 604_800, Unit.SECOND);

    /** What comes more often than this from each of a kind comes from a machine. */
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    /** Ten a day. */
    private static final BigDecimal RARE = new BigDecimal("0.000116");

    private final Set<String> waiting = new HashSet<>();
    private final Map<String, UseCase> emitters = new HashMap<>();
    private Design design;

    private Peaks(Design design) {
        this.design = design;
        for (UseCase first : design.all(UseCase.class)) {
            for (Effect effect : first.effects()) {
                if (effect instanceof Effect.Emit m) {
                    emitters.putIfAbsent(m.entity(), first);
                }
            }
        }
    }

    static Design of(Design design) {
        Peaks peaks = new Peaks(design);
        design.all(UseCase.class).forEach(peaks::peak);
        return peaks.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private void peak(UseCase useCase) {
        if (design.find(WorkloadStep.rate(useCase) + "-10x").isPresent()) {
            return;
        }
        Quantity average = design.quantity(WorkloadStep.rate(useCase));
        String id = WorkloadStep.peakRate(useCase);
        if (design.find(id).isEmpty() && related(useCase, id)) {
            tenfold(useCase, id);
            return;
        }
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
                                Expr.ref(
                                        design.findQuantity(
                                                        "quantity:" + useCase.slug() + ".window")
                                                .orElseGet(() ->
                                                        design.quantity("quantity:k.window"))));
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
        tenfold(useCase, id);
    }

    /** The use case it is relative to, or follows, and how often it happens for each. */
    private Optional<UseCase> base(UseCase useCase) {
        Optional<UseCase> stated =
                design.findQuantity("quantity:" + useCase.slug() + ".ratio")
                        .flatMap(r -> design.find(UseCase.class, r.subject()));
        return stated.or(() -> Optional.ofNullable(emitters.get(useCase.slug())));
    }

    /** As often in the busiest hour, too, as what it is relative to. */
    private boolean related(UseCase useCase, String id) {
        boolean own = design.find("quantity:" + useCase.slug() + ".peak-share").isPresent();
        Optional<UseCase> base = own ? Optional.empty() : base(useCase);
        if (base.isEmpty() || !waiting.add(useCase.id())) {
            return false;
        }
        if (design.find(WorkloadStep.peakRate(base.get())).isEmpty()) {
            peak(base.get());
        }
        Expr peak = Expr.ref(design.quantity(WorkloadStep.peakRate(base.get())));
        Expr expr =
                design.findQuantity("quantity:" + useCase.slug() + ".ratio")
                        .map(r -> Expr.times(Expr.ref(r), peak))
                        .orElse(peak);
        add(
                Quantity.of(
                        id,
                        useCase.id(),
                        "rate",
                        "peak",
                        expr,
                        Origin.derived(
                                "workload",
                                "Busy when “" + base.get().name() + "” is.",
                                List.of(useCase.id(), base.get().id()))));
        return true;
    }

    private void tenfold(UseCase useCase, String id) {
        boolean timed = useCase.schedule() != null && base(useCase).isEmpty();
        Expr now = Expr.ref(design.quantity(id));
        add(
                Quantity.of(
                        WorkloadStep.rate(useCase) + "-10x",
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
        boolean paced =
                design.findQuantity("quantity:" + useCase.slug() + ".interval")
                        .filter(q -> q.value().compareTo(MINUTE) <= 0)
                        .isPresent();
        String actor = useCase.actor();
        return paced
                || actor != null
                        && design.find(Actor.class, Actor.id(actor))
                                .filter(a -> a.kind() != Actor.Kind.PERSON)
                                .isPresent();
    }
}

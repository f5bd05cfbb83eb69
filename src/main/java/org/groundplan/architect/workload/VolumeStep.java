package org.groundplan.architect.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Assumption;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Trait;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * How many rows of each entity there are when retention has filled up, and how many bytes they
 * take.
 */
public final class VolumeStep {
    private static final BigDecimal YEAR = new BigDecimal("31556952");

    private Design design;

    /** Use cases that write rows of an entity, each as often as it does. */
    private final Map<String, List<Write>> writes = new HashMap<>();

    private record Write(UseCase useCase, Effect effect) {}

    private VolumeStep(Design design) {
        this.design = design;
        for (UseCase useCase : design.all(UseCase.class)) {
            for (Effect effect : useCase.effects()) {
                if (Effects.makes(effect)) {
                    writes.computeIfAbsent(effect.entity(), _ -> new ArrayList<>())
                            .add(new Write(useCase, effect));
                }
            }
        }
    }

    private List<Write> into(Entity entity) {
        return writes.getOrDefault(entity.name(), List.of());
    }

    public static Design apply(Design design) {
        VolumeStep step = new VolumeStep(design);
        List<Entity> waiting = new ArrayList<>(design.all(Entity.class));
        for (int round = 0; round < 4 && !waiting.isEmpty(); round++) {
            waiting.removeIf(step::rows);
        }
        while (!waiting.isEmpty()) {
            // what it belongs to is counted first
            Entity next =
                    waiting.stream()
                            .filter(e ->
                                    waiting.stream()
                                            .noneMatch(w ->
                                                    !w.equals(e) && e.parents().contains(w.name())))
                            .findFirst()
                            .orElse(waiting.getFirst());
            waiting.remove(next);
            step.assumedRows(next);
        }
        step.design.all(Rule.Transitions.class).forEach(step::open);
        design.all(Entity.class)
                .forEach(e ->
                        step.scheduled(e)
                                .filter(_ ->
                                        step.design
                                                .find("quantity:" + Names.slug(e.name()) + ".rows")
                                                .isEmpty())
                                .ifPresent(u -> step.notices(e, u)));
        return step.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private boolean rows(Entity entity) {
        String slug = Names.slug(entity.name());
        String id = "quantity:" + slug + ".rows";
        Optional<Quantity> count =
                design.findQuantity("quantity:" + slug + ".count")
                        .or(() -> design.findQuantity("quantity:actor." + slug + ".count"));
        if (count.isPresent()) {
            add(
                    Quantity.of(
                            id,
                            entity.id(),
                            "count",
                            "now",
                            Expr.ref(count.get()),
                            Origin.derived("volume", "As stated.", List.of(entity.id()))));
            return true;
        }
        if (entity.name().equals(Effect.Emit.MESSAGE)) {
            return waiting(entity, id);
        }
        if (records(entity, id)) {
            return true;
        }
        List<Expr> rates = new ArrayList<>();
        for (Write write : into(entity)) {
            if (write.useCase.schedule() == null) {
                rates.add(written(write.useCase, write.effect));
            }
        }
        if (!rates.isEmpty()) {
            Quantity keep = keep(entity);
            add(
                    Quantity.of(
                            id,
                            entity.id(),
                            "count",
                            "horizon",
                            Expr.times(Expr.plus(rates), Expr.ref(keep)),
                            Origin.derived(
                                    "volume",
                                    "What is written per day, for as long as it is kept.",
                                    List.of(entity.id()))));
            return true;
        }
        return written(entity) || found(Uncounted.children(design, entity));
    }

    /** One record for each row that is shown, for as long as the row is kept. */
    private boolean records(Entity entity, String id) {
        Optional<AccessRule.SharedOnly> rule =
                design.all(AccessRule.SharedOnly.class).stream()
                        .filter(r -> r.logged() && r.record().equals(entity.name()))
                        .findFirst();
        List<Expr> shown = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            boolean shows =
                    rule.isPresent()
                            && !useCase.reads().isEmpty()
                            && useCase.reads().getFirst().equals(rule.get().entity());
            if (shows) {
                shown.add(Expr.ref(design.quantity(WorkloadStep.rate(useCase))));
            }
        }
        if (rule.isEmpty() || shown.isEmpty()) {
            return false;
        }
        add(
                Quantity.of(
                        id,
                        entity.id(),
                        "count",
                        "horizon",
                        Expr.times(
                                Expr.plus(shown),
                                Expr.constant("5 rows shown", 5, Unit.ONE),
                                Expr.ref(keep(design.entity(rule.get().entity())))),
                        Origin.assumed(
                                "volume",
                                "One record for each row shown, five at a time (assumed), kept as long as what was read.",
                                List.of(entity.id(), rule.get().id()))));
        return true;
    }

    /** Messages that come in while the receiver is away for an hour; small numbers are assumed. */
    private boolean waiting(Entity entity, String id) {
        List<Expr> coming = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            useCase.effects().stream()
                    .filter(Effect.Emit.class::isInstance)
                    .forEach(_ ->
                            coming.add(Expr.ref(design.quantity(WorkloadStep.peakRate(useCase)))));
        }
        Quantity hour =
                Quantity.of(
                        id,
                        entity.id(),
                        "count",
                        "outage",
                        Expr.times(Expr.plus(coming), Expr.constant("1 h", 3600, Unit.SECOND)),
                        Origin.assumed(
                                "volume",
                                "A message is deleted when it is delivered; this many wait after an hour in which nobody took any (assumed).",
                                List.of(entity.id())));
        if (hour.value().compareTo(BigDecimal.valueOf(1000)) < 0) {
            return false;
        }
        add(hour);
        return true;
    }

    /** Rows a second: one for each request, two for a posting, several for a list. */
    private Expr written(UseCase useCase, Effect effect) {
        Expr rate = Expr.ref(design.quantity(WorkloadStep.rate(useCase)));
        if (effect instanceof Effect.Append a && a.posts()) {
            return Expr.times(Expr.constant("2", 2, Unit.ONE), rate);
        }
        if (effect instanceof Effect.Insert i && i.many()) {
            String slug = Names.slug(i.entity());
            String id = "quantity:" + slug + ".per-request";
            Optional<Quantity> most = design.findQuantity("quantity:" + useCase.slug() + ".items");
            if (design.find(id).isEmpty() && most.isPresent()) {
                add(
                        Quantity.of(
                                id,
                                Entity.id(i.entity()),
                                "count",
                                "request",
                                Expr.over(Expr.ref(most.get()), Expr.constant("5", 5, Unit.ONE)),
                                Origin.assumed(
                                        "volume",
                                        "A fifth of the most that one request carries (assumed).",
                                        List.of(useCase.id()))));
            } else if (design.find(id).isEmpty()) {
                Assumed.constant(
                                "volume",
                                id,
                                Entity.id(i.entity()),
                                "count",
                                "request",
                                BigDecimal.valueOf(3),
                                Unit.ONE,
                                "",
                                Names.sentence(Names.plural(Names.words(i.entity())))
                                        + " in one request of “"
                                        + useCase.name()
                                        + "”",
                                "Their table grows in proportion.")
                        .forEach(this::add);
            }
            return Expr.times(Expr.ref(design.quantity(id)), rate);
        }
        return rate;
    }

    /**
     * Rows that the clock writes are counted later, when it is known how much is open; true keeps
     * them out until then.
     */
    private boolean written(Entity entity) {
        return scheduled(entity).isPresent();
    }

    private Optional<UseCase> scheduled(Entity entity) {
        return into(entity).stream()
                .filter(w -> w.effect instanceof Effect.Insert)
                .map(Write::useCase)
                .filter(u -> u.schedule() != null && !u.reads().isEmpty())
                .findFirst();
    }

    /**
     * One record a run for each row that is late: one in twenty of those open, for as long as what
     * it tells of is kept.
     */
    private void notices(Entity entity, UseCase useCase) {
        String about = Names.slug(useCase.reads().getFirst());
        String id = "quantity:" + Names.slug(entity.name()) + ".rows";
        Optional<Quantity> open = design.findQuantity("quantity:" + about + ".open");
        Optional<Quantity> keep = design.findQuantity("quantity:" + about + ".keep");
        if (open.isPresent() && keep.isPresent()) {
            String why =
                    "One in twenty of those open is late at any time (assumed), and each run writes a record of it.";
            boolean once =
                    design.all(Rule.AtMost.class).stream()
                            .anyMatch(r ->
                                    r.entity().equals(entity.name())
                                            && r.limit() == 1
                                            && r.per().equals(List.of(useCase.reads().getFirst())));
            if (once) {
                add(
                        Quantity.of(
                                id,
                                entity.id(),
                                "count",
                                "horizon",
                                Expr.times(
                                        Expr.ref(design.quantity("quantity:" + about + ".rows")),
                                        new Expr.Const("5 %", new BigDecimal("0.05"), Unit.ONE)),
                                Origin.assumed(
                                        "volume",
                                        "One in twenty is late at some time (assumed), and has one record of it.",
                                        List.of(entity.id(), useCase.id()))));
                return;
            }
            Expr runs =
                    Expr.times(
                            Expr.ref(design.quantity(WorkloadStep.rate(useCase))),
                            Expr.ref(keep.get()));
            add(
                    Quantity.of(
                            id,
                            entity.id(),
                            "count",
                            "horizon",
                            Expr.times(
                                    Expr.ref(open.get()),
                                    new Expr.Const("5 %", new BigDecimal("0.05"), Unit.ONE),
                                    runs),
                            Origin.assumed("volume", why, List.of(entity.id(), useCase.id()))));
            return;
        }
        Optional<Quantity> each = WorkloadStep.counted(design, useCase.reads().getFirst());
        if (each.isEmpty()) {
            assumedRows(entity);
            return;
        }
        add(
                Quantity.of(
                        id,
                        entity.id(),
                        "count",
                        "horizon",
                        Expr.times(
                                Expr.ref(each.get()),
                                Expr.ref(design.quantity(WorkloadStep.rate(useCase))),
                                Expr.ref(keep(entity))),
                        Origin.assumed(
                                "volume",
                                "Each run of “"
                                        + useCase.name()
                                        + "” writes one for each "
                                        + Names.words(useCase.reads().getFirst())
                                        + " (assumed).",
                                List.of(entity.id(), useCase.id()))));
    }

    private void assumedRows(Entity entity) {
        Uncounted.rows(design, entity).forEach(this::add);
    }

    private boolean found(List<Element> some) {
        some.forEach(this::add);
        return !some.isEmpty();
    }

    private Quantity keep(Entity entity) {
        String id = "quantity:" + Names.slug(entity.name()) + ".keep";
        Optional<Quantity> stated = design.findQuantity(id);
        if (stated.isPresent()) {
            return stated.get();
        }
        if (entity.partOf() != null) {
            Quantity owner = keep(design.entity(entity.partOf()));
            String why =
                    Names.sentence(Names.article(Names.words(entity.name())))
                            + " lives and dies with its "
                            + Names.words(entity.partOf())
                            + ".";
            Quantity same =
                    Quantity.of(
                            id,
                            entity.id(),
                            "retention",
                            "",
                            Expr.ref(owner),
                            Origin.derived("volume", why, List.of(entity.id(), owner.id())));
            add(same);
            return same;
        }
        Optional<UseCase> report =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.kind() == UseCase.Kind.REPORT
                                        && u.reads().contains(entity.name())
                                        && u.by().contains("year"))
                        .findFirst();
        boolean ever = Trait.of(design, entity.id(), "kept").isPresent();
        int years = report.isPresent() && !ever ? 2 : 3;
        String why =
                ever
                        ? "They are kept for ever; sizes are for three years."
                        : report.map(r ->
                                        "“"
                                                + r.name()
                                                + "” in December still needs January of the year before: 24 months.")
                                .orElse(
                                        "Nobody said how long "
                                                + Names.plural(Names.words(entity.name()))
                                                + " are kept.");
        Quantity keep =
                new Quantity(
                        id,
                        entity.id(),
                        "retention",
                        "",
                        new Expr.Const(
                                years + " years",
                                YEAR.multiply(BigDecimal.valueOf(years)),
                                Unit.SECOND),
                        years + " years",
                        Origin.assumed(
                                "volume",
                                why,
                                report.map(r -> List.of(entity.id(), r.id()))
                                        .orElse(List.of(entity.id()))));
        add(keep);
        add(
                new Assumption(
                        "assumption:" + Names.slug(entity.name()) + "-keep",
                        "Years of " + Names.plural(Names.words(entity.name())) + " in the sizes",
                        years + " years",
                        (ever
                                        ? "They grow on, as was asked"
                                        : "Nothing deletes them until somebody says when")
                                + (report.isPresent() ? "; the report needs 24 months." : "."),
                        Origin.assumed("volume", why, List.of(id))));
        return keep;
    }

    /** Little's law: open = arriving × how long each stays open. */
    private void open(Rule.Transitions rule) {
        String slug = Names.slug(rule.entity());
        List<Quantity> rates =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e ->
                                                e instanceof Effect.Insert i
                                                        && i.entity().equals(rule.entity())))
                        .map(u -> design.quantity(WorkloadStep.rate(u)))
                        .toList();
        Optional<Quantity> time = design.findQuantity("quantity:" + slug + ".open-time");
        if (!rates.isEmpty() && time.isPresent()) {
            if (design.findQuantity("quantity:" + slug + ".rows").isEmpty()) {
                Entity entity = design.entity(rule.entity());
                scheduled(entity)
                        .ifPresentOrElse(u -> notices(entity, u), () -> assumedRows(entity));
            }
            Quantity rows = design.quantity("quantity:" + slug + ".rows");
            Expr little =
                    Expr.times(
                            Expr.plus(rates.stream().map(Expr::ref).toList()),
                            Expr.ref(time.get()));
            add(
                    Quantity.of(
                            "quantity:" + slug + ".open",
                            Entity.id(rule.entity()),
                            "count",
                            "open",
                            new Expr.Min(little, Expr.ref(rows)),
                            Origin.derived(
                                    "volume",
                                    "Little's law (Little 1961): arrivals × time open.",
                                    List.of(rule.id()))));
        }
    }
}

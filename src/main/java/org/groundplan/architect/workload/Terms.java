package org.groundplan.architect.workload;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundplan.architect.data.FieldRoles;
import org.groundplan.architect.data.OutboxStep;
import org.groundplan.model.Actor;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/** How long until something is due, and how long a row stays in states that are not final. */
final class Terms {
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private Design design;

    private Terms(Design design) {
        this.design = design;
    }

    static Design of(Design design) {
        Terms terms = new Terms(design);
        terms.all();
        return terms.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private static String id(String entity, Field field) {
        return "quantity:" + Names.slug(entity) + "." + Names.slug(field.name()) + ".term";
    }

    private void all() {
        for (Entity entity : design.all(Entity.class)) {
            for (Field field : entity.fields()) {
                if (FieldRoles.isDue(field)) {
                    boolean promised =
                            design.all(Entity.class).stream()
                                    .flatMap(e -> e.fields().stream())
                                    .anyMatch(f -> f.type() == FieldType.DURATION);
                    String id = id(entity.name(), field);
                    design =
                            Assumed.unlessStated(
                                    design,
                                    id,
                                    entity.id(),
                                    "term",
                                    "",
                                    BigDecimal.valueOf((promised ? 3 : 28) * DAY),
                                    Unit.SECOND,
                                    promised ? "3 days" : "28 days",
                                    "How long until "
                                            + Names.article(Names.words(entity.name()))
                                            + " is due",
                                    "Open "
                                            + Names.plural(Names.words(entity.name()))
                                            + " and what follows from them change in proportion.");
                }
            }
        }
        design.all(Rule.Transitions.class).forEach(this::open);
    }

    /**
     * How long a row is in states that something still leads out of, where it is so for a while.
     */
    private void open(Rule.Transitions rule) {
        String id = openTime(rule.entity());
        boolean there = !Effects.made(design, rule.entity());
        if (design.find(id).isPresent() || there || rests(rule)) {
            return;
        }
        Entity entity = design.entity(rule.entity());
        String one = Names.article(Names.words(rule.entity()));
        Optional<Quantity> due =
                entity.fields().stream()
                        .map(f -> id(rule.entity(), f))
                        .flatMap(i -> design.findQuantity(i).stream())
                        .findFirst();
        if (due.isPresent()) {
            add(stays(rule, due.get(), Names.sentence(one) + " stays open until it is due."));
            return;
        }
        Optional<TimeRule.Lapse> lapse = lapse(rule);
        if (lapse.isPresent() && lapse.get().from().containsAll(rule.moves().keySet())) {
            BigDecimal most = lapse.get().seconds();
            add(
                    Quantity.of(
                            id,
                            entity.id(),
                            "duration",
                            "open",
                            new Expr.Const(Numbers.print(most, Unit.SECOND), most, Unit.SECOND),
                            Origin.derived(
                                    "workload",
                                    Names.sentence(one) + " lapses after that at the latest.",
                                    List.of(rule.id(), lapse.get().id()))));
            return;
        }
        Optional<Quantity> above = lapse.isPresent() ? Optional.empty() : above(entity);
        if (above.isPresent()) {
            add(
                    stays(
                            rule,
                            above.get(),
                            Names.sentence(one)
                                    + " stays open no longer than what it belongs to."));
            return;
        }
        long seconds = guess(rule, entity, lapse);
        design =
                Assumed.unlessStated(
                        design,
                        id,
                        entity.id(),
                        "duration",
                        "open",
                        BigDecimal.valueOf(seconds),
                        Unit.SECOND,
                        Numbers.print(BigDecimal.valueOf(seconds), Unit.SECOND),
                        "How long " + one + " stays " + states(rule, entity),
                        "The number of open "
                                + Names.plural(Names.words(rule.entity()))
                                + " changes in proportion.");
    }

    /** The states that something leads out of, in the order of the brief. */
    private static String states(Rule.Transitions rule, Entity entity) {
        List<String> all =
                entity.field(rule.field()).map(Field::values).orElse(List.of()).stream()
                        .filter(rule.moves()::containsKey)
                        .map(Names::words)
                        .toList();
        return all.isEmpty() || all.size() > 3 ? "open" : String.join(" or ", all);
    }

    private static Quantity stays(Rule.Transitions rule, Quantity as, String why) {
        return Quantity.of(
                openTime(rule.entity()),
                Entity.id(rule.entity()),
                "duration",
                "open",
                Expr.ref(as),
                Origin.assumed("workload", why, List.of(rule.id(), as.id())));
    }

    private static String openTime(String entity) {
        return "quantity:" + Names.slug(entity) + ".open-time";
    }

    /**
     * Whether most rows stay in the state they begin with: fewer than a tenth are ever moved on, so
     * that state is no waiting room.
     */
    private boolean rests(Rule.Transitions rule) {
        Entity entity = design.entity(rule.entity());
        List<String> words =
                entity.fields().stream()
                        .filter(f -> f.name().equals(rule.field()))
                        .findFirst()
                        .map(Field::values)
                        .orElse(List.of());
        String first = rule.initial(words);
        double made = 0;
        double moved = 0;
        for (UseCase useCase : design.all(UseCase.class)) {
            double rate =
                    design.findQuantity(WorkloadStep.rate(useCase))
                            .map(q -> q.value().doubleValue())
                            .orElse(0.0);
            for (Effect effect : useCase.effects()) {
                if (effect instanceof Effect.Transition t
                        && t.entity().equals(rule.entity())
                        && t.from().contains(first)) {
                    moved += useCase.schedule() == null ? rate : Double.MAX_VALUE / 4;
                } else if (Effects.makes(effect) && effect.entity().equals(rule.entity())) {
                    made += rate;
                }
            }
        }
        return lapse(rule).isEmpty() && moved < made / 10;
    }

    /** The shortest time after which the clock moves such a row on. */
    private Optional<TimeRule.Lapse> lapse(Rule.Transitions rule) {
        return design.all(TimeRule.Lapse.class).stream()
                .filter(l -> l.entity().equals(rule.entity()))
                .min(Comparator.comparing(TimeRule.Lapse::seconds));
    }

    /** How long what it belongs to stays open. */
    private Optional<Quantity> above(Entity entity) {
        for (String parent : entity.parents()) {
            design.all(Rule.Transitions.class).stream()
                    .filter(r -> r.entity().equals(parent) && !parent.equals(entity.name()))
                    .filter(r ->
                            design.entity(parent).parents().stream()
                                    .noneMatch(entity.name()::equals))
                    .forEach(this::open);
        }
        return entity.parents().stream()
                .flatMap(p -> design.findQuantity(openTime(p)).stream())
                .min(Comparator.comparing(Quantity::value));
    }

    /** What nobody said, in seconds: by who has to do something about it. */
    private long guess(Rule.Transitions rule, Entity entity, Optional<TimeRule.Lapse> lapse) {
        boolean planned =
                entity.fields().stream()
                        .anyMatch(f -> FieldRoles.isTime(f) && !FieldRoles.isRecorded(f));
        if (lapse.isPresent() && !planned) {
            return Math.max(HOUR, 20 * lapse.get().seconds().longValue());
        }
        List<UseCase> about =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream().anyMatch(e -> e.entity().equals(rule.entity()))
                                        || u.reads().contains(rule.entity()))
                        .toList();
        boolean fetched =
                about.stream()
                        .anyMatch(u ->
                                machine(u)
                                        && u.kind() == UseCase.Kind.LIST
                                        && u.by().stream()
                                                .anyMatch(b -> b.startsWith(rule.field())));
        if (fetched) {
            return HOUR; // a machine asks again and again for what is waiting
        }
        if (about.stream().anyMatch(u -> u.kind() == UseCase.Kind.NOTIFY && u.followsOn())) {
            return DAY; // somebody is told at once
        }
        boolean banks =
                about.stream()
                        .filter(u -> u.kind() != UseCase.Kind.NOTIFY)
                        .flatMap(u ->
                                Stream.concat(Stream.of(u), OutboxStep.emits(design, u).stream()))
                        .flatMap(u -> u.effects().stream())
                        .filter(Effect.Call.class::isInstance)
                        .flatMap(e ->
                                design.find(Integration.class, Integration.id(e.entity())).stream())
                        .anyMatch(Integration::pays);
        return planned || !banks ? 14 * DAY : 3 * DAY;
    }

    private boolean machine(UseCase useCase) {
        return useCase.actor() != null
                && design.find(Actor.class, Actor.id(useCase.actor()))
                        .filter(a -> a.kind() != Actor.Kind.PERSON)
                        .isPresent();
    }
}

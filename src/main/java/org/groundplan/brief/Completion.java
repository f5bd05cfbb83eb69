package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Actor;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;
import org.groundplan.model.Windows;
import org.jspecify.annotations.Nullable;

/**
 * What a brief implies without saying it: entities that rules speak of, their fields where no
 * fields are listed at all, references that a rule needs, and use cases that follow others. Where
 * an entity lists its fields, a missing one stays an error.
 */
final class Completion {
    private static final Pattern MONEY =
            Pattern.compile(
                    "(?i).*(amount|price|balance|total|paid|fee|cost|credit|debit|value|sum)$");

    private final Design brief;
    private final Sketch sketch;
    private final List<Element> added = new ArrayList<>();

    private Completion(Design brief, Problems problems) {
        this.brief = brief;
        this.sketch = new Sketch(brief, problems);
    }

    static Design of(Design brief, Problems problems) {
        Completion completion = new Completion(brief, problems);
        brief.all(UseCase.class).forEach(completion::mentioned);
        brief.all(Rule.class).forEach(completion::rule);
        brief.all(UseCase.class).forEach(completion::listing);
        brief.all(UseCase.class).forEach(completion::follow);
        completion.sketch.entities.replaceAll(
                (_, entity) -> completion.sketch.alternatives(entity));
        List.copyOf(completion.sketch.entities.values()).forEach(completion.sketch::opened);
        completion.added.addAll(completion.sketch.entities.values());
        return brief.with(completion.added);
    }

    private void mentioned(UseCase useCase) {
        useCase.reads().forEach(name -> sketch.known(name, useCase));
        useCase.writes().forEach(name -> sketch.known(name, useCase));
        useCase.effects().forEach(effect -> effect(effect, useCase));
    }

    /** What {@code does:} names beyond the lists. */
    private void effect(Effect effect, UseCase useCase) {
        if (effect instanceof Effect.Emit || effect instanceof Effect.Call) {
            return;
        }
        String name = effect.entity();
        sketch.known(name, useCase);
        switch (effect) {
            case Effect.Update u ->
                    u.fields()
                            .forEach(
                                    f -> sketch.field(name, f, FieldType.TEXT, List.of(), useCase));
            case Effect.Adjust a ->
                    sketch.field(name, a.field(), number(a.field()), List.of(), useCase);
            case Effect.Append a when a.posts() -> {
                sketch.field(name, a.moved(), number(a.moved()), List.of(), useCase);
                sketch.reference(name, a.between(), useCase);
            }
            case Effect.Transition t -> {
                List<String> states = new ArrayList<>(t.from());
                Sketch.add(states, t.to());
                String field = t.field().isEmpty() ? "status" : t.field();
                sketch.field(name, field, FieldType.ENUM, states, useCase);
            }
            default -> {}
        }
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Unique r -> {
                sketch.known(r.entity(), r);
                r.fields().forEach(f -> part(r.entity(), f, FieldType.TEXT, r));
            }
            case Rule.AtMost r -> counted(r.entity(), r.per(), r.when(), r);
            case Rule.AtLeast r -> counted(r.entity(), r.per(), r.when(), r);
            case Rule.Transitions r -> {
                sketch.known(r.entity(), r);
                List<String> states = new ArrayList<>();
                r.moves().keySet().stream()
                        .filter(s -> r.moves().values().stream().noneMatch(to -> to.contains(s)))
                        .forEach(states::add);
                r.moves()
                        .forEach((from, to) -> {
                            Sketch.add(states, from);
                            to.forEach(t -> Sketch.add(states, t));
                        });
                sketch.field(r.entity(), r.field(), FieldType.ENUM, states, r);
            }
            case Rule.OnlyWhen r -> {
                sketch.known(r.entity(), r);
                r.same().forEach(s -> sketch.reference(r.entity(), s, r));
                r.others().forEach(s -> sketch.reference(r.entity(), s, r));
                condition(r.entity(), r.when(), r);
                guarded(r);
            }
            case Rule.NeverBelow r -> {
                sketch.known(r.entity(), r);
                sketch.field(r.entity(), r.field(), number(r.field()), List.of(), r);
                condition(r.entity(), r.when(), r);
            }
            case Rule.NeverAbove r -> {
                sketch.known(r.entity(), r);
                sketch.field(r.entity(), r.field(), number(r.field()), List.of(), r);
                if (r.other() != null) {
                    sketch.field(r.entity(), r.other(), number(r.field()), List.of(), r);
                }
            }
            case Rule.NoOverlap r -> {
                counted(r.entity(), r.per(), r.when(), r);
                sketch.field(r.entity(), r.from(), FieldType.INSTANT, List.of(), r);
                sketch.field(r.entity(), r.to(), FieldType.INSTANT, List.of(), r);
            }
            case Rule.AppendOnly r -> sketch.known(r.entity(), r);
            case AccessRule.OwnOnly r -> sketch.known(r.entity(), r);
            case AccessRule.SharedOnly r -> {
                sketch.known(r.entity(), r);
                sketch.known(r.same(), r);
            }
            case AccessRule.Isolated r -> sketch.known(r.entity(), r);
            case SumRule r -> {
                sketch.known(r.entity(), r);
                sketch.known(r.per(), r);
                sketch.reference(r.entity(), r.per(), r);
                sketch.field(r.entity(), r.field(), number(r.field()), List.of(), r);
                if (r.boundField() != null) {
                    sketch.field(r.per(), r.boundField(), number(r.field()), List.of(), r);
                }
                condition(r.entity(), r.when(), r);
            }
            case TimeRule.Deadline r -> {
                if (!r.entity().isEmpty()) {
                    sketch.known(r.entity(), r);
                    sketch.field(r.entity(), r.field(), FieldType.INSTANT, List.of(), r);
                }
            }
            case TimeRule.Lapse r -> {
                if (!r.entity().isEmpty()) {
                    sketch.known(r.entity(), r);
                    lapsing(r);
                }
            }
            case Rule.NotUnderstood _ -> {}
        }
    }

    /** What the use case writes shares the entity with the row that the guard looks for. */
    private void guarded(Rule.OnlyWhen rule) {
        brief.find(UseCase.class, UseCase.id(rule.useCase()))
                .ifPresent(useCase -> {
                    for (String written : useCase.writes()) {
                        Entity entity = sketch.entities.get(Entity.id(written));
                        boolean open =
                                entity != null
                                        && !sketch.listed.getOrDefault(entity.id(), true)
                                        && !written.equals(rule.entity());
                        if (open) {
                            rule.same().stream()
                                    .filter(s -> !s.equals(useCase.actor()))
                                    .filter(s -> !s.equals(rule.entity()))
                                    .forEach(s -> sketch.reference(written, s, rule));
                        }
                    }
                });
    }

    /** A row that lapses has a state for that, one before it, and those that spare it. */
    private void lapsing(TimeRule.Lapse rule) {
        Entity entity = sketch.entities.get(Entity.id(rule.entity()));
        if (entity == null || sketch.listed.getOrDefault(entity.id(), true)) {
            return;
        }
        List<String> states = new ArrayList<>();
        if (entity.states().isEmpty()) {
            states.add("open");
        }
        states.addAll(rule.unless());
        states.add(
                rule.to()
                        .replaceFirst("(?i)(expire|lapse)s?$", "$1d")
                        .replaceFirst("(?i)^ends?$", "ended"));
        String name = entity.states().map(Field::name).orElse("status");
        sketch.field(rule.entity(), name, FieldType.ENUM, states, rule);
    }

    /** A thing of which nothing is said but how it is listed has what it is listed by. */
    private void listing(UseCase useCase) {
        Entity entity =
                useCase.reads().isEmpty()
                        ? null
                        : sketch.entities.get(Entity.id(useCase.reads().getFirst()));
        if (entity == null
                || sketch.listed.getOrDefault(entity.id(), true)
                || !entity.parents().isEmpty()) {
            return;
        }
        List<Entity> named = new ArrayList<>();
        for (String by : useCase.by()) {
            sketch.entities.values().stream()
                    .filter(e -> e.name().equalsIgnoreCase(by.strip()))
                    .filter(e -> !e.id().equals(entity.id()))
                    .forEach(named::add);
        }
        for (Entity parent : named) {
            if (named.stream().noneMatch(o -> !o.equals(parent) && sketch.reaches(o, parent))) {
                sketch.reference(entity.name(), parent.name(), useCase);
            }
        }
        for (String by : useCase.by()) {
            boolean thing = named.stream().anyMatch(e -> e.name().equalsIgnoreCase(by.strip()));
            boolean word = by.matches("\\p{L}[\\p{L}\\p{N}]*") && !Windows.is(by);
            if (!thing && word && !by.matches("near|date|period|id")) {
                sketch.field(entity.name(), by, FieldType.TEXT, List.of(), useCase);
            }
        }
        String sort = useCase.sort() == null ? "" : useCase.sort().split("\\s+")[0];
        if (sort.matches("\\p{L}[\\p{L}\\p{N}]*")) {
            boolean time = sort.matches(".*(At|On|Time|Date)");
            sketch.field(
                    entity.name(),
                    sort,
                    time ? FieldType.INSTANT : FieldType.TEXT,
                    List.of(),
                    useCase);
        }
    }

    private void counted(String entity, List<String> per, @Nullable Condition when, Rule rule) {
        sketch.known(entity, rule);
        per.forEach(p -> part(entity, p, FieldType.TEXT, rule));
        condition(entity, when, rule);
    }

    private static FieldType number(String field) {
        return MONEY.matcher(field).matches() ? FieldType.MONEY : FieldType.INTEGER;
    }

    private void condition(String entity, @Nullable Condition when, Rule rule) {
        if (when == null) {
            return;
        }
        String field = when.field().isEmpty() ? "status" : when.field();
        Entity owner = sketch.entities.get(Entity.id(entity));
        if (owner != null && when.field().isEmpty() && owner.states().isPresent()) {
            return;
        }
        boolean truth = when.values().equals(List.of("true"));
        sketch.field(
                entity,
                field,
                truth ? FieldType.BOOLEAN : FieldType.ENUM,
                truth ? List.of() : when.values(),
                rule);
    }

    /** A field, or a reference to an entity or actor of that name. */
    private void part(String entity, String name, FieldType type, Rule rule) {
        boolean thing =
                sketch.entities.containsKey(Entity.id(name))
                        || brief.find(Actor.id(name)).isPresent();
        Entity owner = sketch.entities.get(Entity.id(entity));
        if (name.isEmpty()) {
            return; // said of the rule, when its names are resolved
        }
        boolean own = owner != null && owner.field(name).isPresent();
        if (own || name.equals(entity)) {
            return;
        }
        if (thing
                || Character.isUpperCase(name.codePointAt(0))
                        && owner != null
                        && owner.fields().isEmpty()) {
            sketch.known(name, rule);
            sketch.reference(entity, name, rule);
        } else if (!Windows.is(name)) {
            sketch.field(entity, name, type, List.of(), rule);
        }
    }

    /** What follows a use case by itself becomes a use case that happens as often. */
    private void follow(UseCase first) {
        for (String name : first.then()) {
            if (!Facts.speaks(name)) {
                continue;
            }
            UseCase next = brief.find(UseCase.class, UseCase.id(name)).orElse(null);
            Origin origin =
                    new Origin(
                            Origin.Kind.DERIVED,
                            "brief",
                            List.of(first.id()),
                            "It follows “" + first.name() + "”.",
                            first.origin().at());
            String when = UseCase.after(first.name());
            if (next == null) {
                List<String> about = first.writes().isEmpty() ? first.reads() : first.writes();
                added.add(
                        new UseCase(
                                UseCase.id(name),
                                name,
                                null,
                                null,
                                about.stream().limit(1).toList(),
                                List.of(),
                                List.of(),
                                null,
                                when,
                                List.of(),
                                null,
                                List.of(),
                                origin));
            } else if (next.actor() == null && next.schedule() == null) {
                added.add(next.scheduled(when));
            }
            String ratio = "quantity:" + Names.slug(name) + ".ratio";
            boolean known =
                    brief.find(ratio).isPresent()
                            || brief.find("quantity:" + Names.slug(name) + ".rate").isPresent()
                            || added.stream().anyMatch(e -> e.id().equals(ratio));
            if (!known && (next == null || next.actor() == null)) {
                added.add(
                        new Quantity(
                                ratio,
                                first.id(),
                                "ratio",
                                first.name(),
                                new Expr.Const("", BigDecimal.ONE, Unit.ONE),
                                "",
                                origin));
            }
        }
    }
}

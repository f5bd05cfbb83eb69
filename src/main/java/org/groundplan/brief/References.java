package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Actor;
import org.groundplan.model.Condition;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Integration;
import org.groundplan.model.Location;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.Tenancy;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;
import org.groundplan.model.Windows;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names. A name in entity position that nobody declared declares an entity, unless it is
 * close to a declared one: then it is an error.
 */
final class References {
    private final Design brief;
    private final Problems problems;
    private final Map<String, Element> added = new TreeMap<>();

    private References(Design brief, Problems problems) {
        this.brief = brief;
        this.problems = problems;
    }

    static Design check(Design brief, Problems problems) {
        References references = new References(brief, problems);
        brief.all(Entity.class).forEach(references::entity);
        brief.all(UseCase.class).forEach(references::useCase);
        brief.all(Rule.class).forEach(references::rule);
        references.cycles();
        brief.all(Quantity.class).forEach(references::quantity);
        brief.all(Integration.class).forEach(references::integration);
        brief.all(Module.class).forEach(references::module);
        return brief.with(references.added.values());
    }

    static Location at(Origin origin) {
        Location at = origin.at();
        return at == null ? new Location("", 1, 1, "") : at;
    }

    private void entity(Entity entity) {
        entity.parents().forEach(parent -> declare(parent, entity.origin()));
    }

    private void useCase(UseCase useCase) {
        useCase.reads().forEach(name -> declare(name, useCase.origin()));
        useCase.writes().forEach(name -> declare(name, useCase.origin()));
        for (Effect effect : useCase.effects()) {
            switch (effect) {
                case Effect.Call call ->
                        known(call.entity(), integrations(), "integration", useCase.origin());
                case Effect.Emit _ -> {}
                case Effect.Update u ->
                        u.fields().forEach(f -> field(u.entity(), f, useCase.origin(), true));
                case Effect.Adjust a -> numeric(a.entity(), a.field(), useCase.origin());
                case Effect.Append a when a.posts() -> {
                    numeric(a.entity(), a.moved(), useCase.origin());
                    field(a.entity(), a.between(), useCase.origin(), true);
                }
                case Effect.Transition t -> moved(t, useCase.origin());
                default -> declare(effect.entity(), useCase.origin());
            }
        }
        String actor = useCase.actor();
        if (actor != null && brief.find(Actor.id(actor)).isEmpty()) {
            List<String> actors = brief.all(Actor.class).stream().map(Actor::name).toList();
            Optional<String> near = Nearest.of(actor, actors);
            if (near.isPresent()) {
                unknown("actor", actor, near.get(), useCase.origin());
            } else {
                added.putIfAbsent(
                        Actor.id(actor),
                        new Actor(
                                Actor.id(actor),
                                actor,
                                Actor.Kind.PERSON,
                                Origin.derived(
                                        "brief",
                                        "Named as the actor of “" + useCase.name() + "”.",
                                        List.of(useCase.id()))));
            }
        }
    }

    /** The states of a move are words of the field. */
    private void moved(Effect.Transition move, Origin origin) {
        if (!move.sameAs().isEmpty()) {
            declare(move.sameAs(), origin);
        }
        List<String> states = new ArrayList<>(move.from());
        states.add(move.to());
        condition(move.entity(), new Condition(move.field(), states), origin);
        entityOf(move.entity(), origin);
    }

    private List<String> integrations() {
        return brief.all(Integration.class).stream().map(Integration::name).toList();
    }

    private void known(String name, Collection<String> known, String what, Origin origin) {
        if (!known.contains(name)) {
            unknown(what, name, Nearest.of(name, known).orElse(""), origin);
        }
    }

    private void unknown(String what, String name, String near, Origin origin) {
        problems.error(
                at(origin),
                "there is no " + what + " “" + name + "”",
                near.isEmpty() ? "a declared " + what : "“" + near + "”?",
                near.isEmpty() ? "declare it, or correct the name" : near);
    }

    private void declare(String name, Origin origin) {
        if (name.isBlank()
                || brief.find(Entity.id(name)).isPresent()
                || added.containsKey(Entity.id(name))) {
            return;
        }
        List<String> entities = brief.all(Entity.class).stream().map(Entity::name).toList();
        Optional<String> near = Nearest.of(name, entities);
        if (near.isPresent() && brief.find(Actor.id(name)).isEmpty()) {
            unknown("entity", name, near.get(), origin);
            return;
        }
        added.put(
                Entity.id(name),
                new Entity(
                        Entity.id(name),
                        name,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        DataClass.INTERNAL,
                        Origin.derived(
                                "brief",
                                "Named where an entity is expected: " + at(origin).text().strip(),
                                List.of())));
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Unique r -> r.fields().forEach(f -> field(r.entity(), f, r.origin(), true));
            case Rule.AtMost r -> counted(r.entity(), r.per(), r.when(), r.origin());
            case Rule.AtLeast r -> counted(r.entity(), r.per(), r.when(), r.origin());
            case Rule.Transitions r -> transitions(r);
            case Rule.OnlyWhen r -> {
                entityOf(r.entity(), r.origin());
                r.same().forEach(s -> field(r.entity(), s, r.origin(), true));
                r.others().forEach(s -> field(r.entity(), s, r.origin(), true));
                condition(r.entity(), r.when(), r.origin());
            }
            case Rule.NeverBelow r -> {
                numeric(r.entity(), r.field(), r.origin());
                condition(r.entity(), r.when(), r.origin());
            }
            case Rule.NeverAbove r -> {
                numeric(r.entity(), r.field(), r.origin());
                if (r.other() != null) {
                    numeric(r.entity(), r.other(), r.origin());
                }
            }
            case Rule.NoOverlap r -> {
                counted(r.entity(), r.per(), r.when(), r.origin());
                timed(r.entity(), r.from(), r.origin());
                timed(r.entity(), r.to(), r.origin());
            }
            case Rule.AppendOnly r -> entityOf(r.entity(), r.origin());
            case AccessRule.OwnOnly r -> {
                entityOf(r.entity(), r.origin());
                known(r.actor(), actorsAndEntities(), "actor", r.origin());
            }
            case AccessRule.SharedOnly r -> {
                entityOf(r.entity(), r.origin());
                entityOf(r.same(), r.origin());
                known(r.actor(), actorsAndEntities(), "actor", r.origin());
            }
            case AccessRule.Isolated r -> {
                entityOf(r.entity(), r.origin());
                r.except().forEach(a -> known(a, actorsAndEntities(), "actor", r.origin()));
            }
            case SumRule r -> {
                numeric(r.entity(), r.field(), r.origin());
                field(r.entity(), r.per(), r.origin(), true);
                if (r.boundField() != null) {
                    numeric(r.per(), r.boundField(), r.origin());
                }
                condition(r.entity(), r.when(), r.origin());
            }
            case TimeRule.Deadline r -> {
                if (!r.entity().isEmpty()) {
                    timed(r.entity(), r.field(), r.origin());
                }
            }
            case TimeRule.Lapse r -> {
                if (!r.entity().isEmpty()) {
                    entityOf(r.entity(), r.origin());
                }
            }
            case Rule.NotUnderstood _ -> {}
        }
    }

    private void counted(String entity, List<String> per, @Nullable Condition when, Origin origin) {
        per.stream().filter(p -> !calendar(entity, p)).forEach(p -> field(entity, p, origin, true));
        entityOf(entity, origin);
        condition(entity, when, origin);
    }

    private boolean calendar(String entity, String word) {
        return brief.find(Entity.class, Entity.id(entity)).isPresent()
                && Windows.is(brief, entity, word);
    }

    private void numeric(String entity, String name, Origin origin) {
        typed(
                entity,
                name,
                List.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY),
                "a number",
                origin);
    }

    private void timed(String entity, String name, Origin origin) {
        typed(
                entity,
                name,
                List.of(FieldType.DATE, FieldType.INSTANT),
                "a date or an instant",
                origin);
    }

    private void typed(
            String entity, String name, List<FieldType> types, String what, Origin origin) {
        field(entity, name, origin, false);
        brief.find(Entity.class, Entity.id(entity))
                .flatMap(e -> e.field(name))
                .filter(f -> !types.contains(f.type()))
                .ifPresent(f ->
                        problems.error(
                                at(origin),
                                entity
                                        + "."
                                        + name
                                        + " is "
                                        + Names.article(f.type().word())
                                        + ", and this rule needs "
                                        + what,
                                "one of "
                                        + String.join(
                                                ", ", types.stream().map(FieldType::word).toList()),
                                name + ": " + types.getLast().word()));
    }

    /** A rate relative to a use case, or per actor, names something that is there. */
    private void quantity(Quantity quantity) {
        if (quantity.kind().equals("ratio")) {
            List<String> useCases = brief.all(UseCase.class).stream().map(UseCase::name).toList();
            if (brief.find(UseCase.class, quantity.subject()).isEmpty()) {
                problems.error(
                        at(quantity.origin()),
                        "a rate per “" + quantity.window() + "”, which is no use case",
                        "one of " + String.join(" · ", useCases) + "; or so many per actor and day",
                        "30 per \""
                                + Nearest.of(quantity.window(), useCases)
                                        .orElse(useCases.getFirst())
                                + "\"");
            } else if (quantity.id()
                    .equals(
                            "quantity:"
                                    + Names.slug(brief.useCase(quantity.subject()).name())
                                    + ".ratio")) {
                problems.error(
                        at(quantity.origin()),
                        "the rate of “" + quantity.window() + "” is relative to itself",
                        "another use case, or a number per day",
                        "9000 per day");
            }
        }
        if (quantity.id().endsWith(".each")) {
            List<String> all = actorsAndEntities();
            String who = quantity.window();
            boolean there =
                    brief.find(Actor.id(who)).isPresent() || brief.find(Entity.id(who)).isPresent();
            if (!there) {
                problems.error(
                        at(quantity.origin()),
                        "a rate per “" + who + "”, which is no actor and no entity",
                        all.isEmpty()
                                ? "an actor with a count"
                                : "one of " + String.join(", ", all),
                        Nearest.of(who, all)
                                .map(n -> "1 per " + n + " every 2 s")
                                .orElse("actors: { " + who + ": { count: 700, kind: device } }"));
            } else if (brief.find("quantity:actor." + Names.slug(who) + ".count").isEmpty()
                    && brief.find("quantity:" + Names.slug(who) + ".count").isEmpty()) {
                problems.error(
                        at(quantity.origin()),
                        "a rate per “" + who + "”, of which nobody says how many there are",
                        "a count",
                        who + ": { count: 700 }");
            }
        }
    }

    private void integration(Integration integration) {
        integration.sends().forEach(name -> declare(name, integration.origin()));
        integration.receives().forEach(name -> declare(name, integration.origin()));
    }

    /** An entity has one owner. */
    private void module(Module module) {
        for (String name : module.owns()) {
            Entity entity = entityOf(name, module.origin());
            brief.all(Module.class).stream()
                    .filter(m ->
                            entity != null
                                    && m.id().compareTo(module.id()) < 0
                                    && m.owns().contains(name))
                    .forEach(m ->
                            problems.error(
                                    at(module.origin()),
                                    name + " is owned by " + m.name() + " and by " + module.name(),
                                    "one owner for each entity",
                                    "take it out of one of the two"));
        }
    }

    private List<String> actorsAndEntities() {
        List<String> names =
                new ArrayList<>(brief.all(Actor.class).stream().map(Actor::name).toList());
        brief.all(Entity.class).forEach(e -> names.add(e.name()));
        return names;
    }

    private @Nullable Entity entityOf(String name, Origin origin) {
        Entity entity = brief.find(Entity.class, Entity.id(name)).orElse(null);
        if (entity == null && !added.containsKey(Entity.id(name))) {
            known(
                    name,
                    brief.all(Entity.class).stream().map(Entity::name).toList(),
                    "entity",
                    origin);
        }
        return entity;
    }

    /** A field of the entity, or (with {@code parents}) an entity it belongs to. */
    private void field(String entityName, String name, Origin origin, boolean parents) {
        Entity entity = entityOf(entityName, origin);
        if (entity == null || entity.field(name).isPresent()) {
            return;
        }
        boolean self = parents && name.equals(entityName);
        boolean tenant =
                parents
                        && Tenancy.of(brief)
                                .filter(t -> t.tenant().equals(name) && t.covers(entityName))
                                .isPresent();
        if (self
                || tenant
                || parents
                        && entity.parents().stream()
                                .anyMatch(p -> Entity.id(p).equals(Entity.id(name)))) {
            return;
        }
        List<String> known = new ArrayList<>(entity.fields().stream().map(Field::name).toList());
        if (parents) {
            known.addAll(entity.parents());
        }
        problems.error(
                at(origin),
                entityName
                        + " has no field"
                        + (parents ? " and belongs to no " : " ")
                        + "“"
                        + name
                        + "”",
                known.isEmpty()
                        ? "fields under entities: " + entityName
                        : "one of " + String.join(", ", known),
                Nearest.of(name, known).orElse("add it to " + entityName));
    }

    private void condition(String entityName, @Nullable Condition when, Origin origin) {
        Entity entity = brief.find(Entity.class, Entity.id(entityName)).orElse(null);
        if (when == null || entity == null) {
            return;
        }
        Optional<Field> field =
                when.field().isEmpty() ? entity.states() : entity.field(when.field());
        if (field.isEmpty()) {
            field(entityName, when.field().isEmpty() ? "status" : when.field(), origin, false);
        } else if (!field.get().values().isEmpty()
                && !field.get().values().containsAll(when.values())) {
            when.values().stream()
                    .filter(v -> !field.get().values().contains(v))
                    .forEach(v -> state(entityName, field.get(), v, origin));
        }
    }

    private void state(String entity, Field field, String value, Origin origin) {
        problems.error(
                at(origin),
                "“" + value + "” is no " + field.name() + " of " + entity,
                "one of " + String.join(", ", field.values()),
                Nearest.of(value, field.values())
                        .orElse("add it to the list of " + entity + "." + field.name()));
    }

    private void transitions(Rule.Transitions rule) {
        field(rule.entity(), rule.field(), rule.origin(), false);
        brief.find(Entity.class, Entity.id(rule.entity()))
                .flatMap(e -> e.field(rule.field()))
                .filter(f -> !f.values().isEmpty())
                .ifPresent(field ->
                        rule.moves()
                                .forEach((from, to) -> {
                                    if (!field.values().contains(from)) {
                                        state(rule.entity(), field, from, rule.origin());
                                    }
                                    to.stream()
                                            .filter(t -> !field.values().contains(t))
                                            .forEach(t ->
                                                    state(rule.entity(), field, t, rule.origin()));
                                }));
    }

    private void cycles() {
        for (Entity start : brief.all(Entity.class)) {
            Entity at = start;
            for (int i = 0;
                    at != null && at.partOf() != null && i <= brief.all(Entity.class).size();
                    i++) {
                at = brief.find(Entity.class, Entity.id(at.partOf())).orElse(null);
                if (at != null && at.id().equals(start.id())) {
                    problems.error(
                            at(start.origin()),
                            start.name() + " is part of itself, through " + start.partOf(),
                            "composition without a cycle",
                            "make one of them belongsTo");
                    break;
                }
            }
        }
    }
}

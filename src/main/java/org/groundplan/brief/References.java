package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groundplan.model.Actor;
import org.groundplan.model.Condition;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Integration;
import org.groundplan.model.Location;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;
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
        return brief.with(references.added.values());
    }

    private static Location at(Origin origin) {
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
        if (near.isPresent()) {
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
                        DataClass.INTERNAL,
                        Origin.derived(
                                "brief",
                                "Named where an entity is expected: " + at(origin).text().strip(),
                                List.of())));
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Unique r -> r.fields().forEach(f -> field(r.entity(), f, r.origin(), true));
            case Rule.AtMost r -> {
                r.per().forEach(p -> field(r.entity(), p, r.origin(), true));
                condition(r.entity(), r.when(), r.origin());
            }
            case Rule.Transitions r -> transitions(r);
            case Rule.OnlyWhen r -> {
                entityOf(r.entity(), r.origin());
                r.same().forEach(s -> field(r.entity(), s, r.origin(), true));
                r.others().forEach(s -> field(r.entity(), s, r.origin(), true));
                condition(r.entity(), r.when(), r.origin());
            }
            case Rule.NeverBelow r -> field(r.entity(), r.field(), r.origin(), false);
            case Rule.OwnOnly r -> {
                entityOf(r.entity(), r.origin());
                known(r.actor(), actorsAndEntities(), "actor", r.origin());
            }
            case Rule.NotUnderstood _ -> {}
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
        if (self
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
                && !field.get().values().contains(when.value())) {
            state(entityName, field.get(), when.value(), origin);
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

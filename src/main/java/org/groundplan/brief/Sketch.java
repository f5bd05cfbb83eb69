package org.groundplan.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Actor;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/**
 * The entities of a brief while they are completed: what is only mentioned is added, and grows the
 * fields and references that somebody needs. What lists its own fields does not grow any.
 */
final class Sketch {
    final Map<String, Entity> entities = new TreeMap<>();
    final Map<String, Boolean> listed = new TreeMap<>();
    private final Design brief;
    private final Problems problems;

    Sketch(Design brief, Problems problems) {
        this.brief = brief;
        this.problems = problems;
        for (Entity entity : brief.all(Entity.class)) {
            entities.put(entity.id(), entity);
            listed.put(entity.id(), !entity.fields().isEmpty());
        }
    }

    /** Declares an entity that is only mentioned; a word close to a declared one stays an error. */
    void known(String name, Element where) {
        if (name.isBlank()
                || entities.containsKey(Entity.id(name))
                || !name.matches("\\p{L}[\\p{L}\\p{N}\\p{M} _-]{0,79}")) {
            return;
        }
        List<String> names = entities.values().stream().map(Entity::name).toList();
        boolean actor = brief.find(Actor.id(name)).isPresent();
        if (!actor && Nearest.of(name, names).isPresent()) {
            return;
        }
        Origin at = where.origin();
        entities.put(
                Entity.id(name),
                new Entity(
                        Entity.id(name),
                        name,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        DataClass.INTERNAL,
                        new Origin(
                                Origin.Kind.DERIVED,
                                "brief",
                                List.of(where.id()),
                                "Named where an entity is expected: " + at.sentence(),
                                at.at())));
        listed.put(Entity.id(name), false);
    }

    void field(String entity, String name, FieldType type, List<String> values, Element rule) {
        Entity owner = entities.get(Entity.id(entity));
        if (owner == null || listed.getOrDefault(owner.id(), true)) {
            return;
        }
        Optional<Field> before = owner.field(name);
        List<Field> fields = new ArrayList<>(owner.fields());
        if (before.isPresent()) {
            if (before.get().type() != FieldType.ENUM
                    || before.get().origin().kind() != Origin.Kind.DERIVED) {
                return;
            }
            List<String> words = new ArrayList<>(before.get().values());
            values.forEach(v -> add(words, v));
            fields.set(
                    fields.indexOf(before.get()),
                    new Field(
                            name,
                            FieldType.ENUM,
                            words,
                            false,
                            owner.data(),
                            before.get().origin()));
        } else {
            fields.add(
                    new Field(
                            name,
                            type,
                            values,
                            false,
                            owner.data(),
                            Origin.derived(
                                    "brief",
                                    "“" + said(rule) + "” needs it.",
                                    List.of(rule.id()))));
        }
        entities.put(owner.id(), owner.withFields(fields));
    }

    void reference(String entity, String parent, Element rule) {
        Entity owner = entities.get(Entity.id(entity));
        known(parent, rule);
        Entity target = entities.get(Entity.id(parent));
        if (owner == null
                || target == null
                || owner.id().equals(target.id())
                || owner.field(parent).isPresent()
                || owner.parents().stream().anyMatch(p -> Entity.id(p).equals(target.id()))) {
            return;
        }
        if (reaches(target, owner)) {
            return; // the other way round: no reference of a thing to its own part
        }
        boolean tenant =
                brief.all(AccessRule.Isolated.class).stream()
                        .anyMatch(r -> r.entity().equals(target.name()));
        if (tenant && reaches(owner, target)) {
            return; // every row of a tenant names it
        }
        List<String> more = new ArrayList<>(owner.belongsTo());
        more.add(target.name());
        entities.put(owner.id(), owner.withBelongsTo(more));
        if (listed.getOrDefault(owner.id(), false)) {
            problems.warning(
                    References.at(rule.origin()),
                    "“"
                            + said(rule)
                            + "” relates "
                            + entity
                            + " to "
                            + parent
                            + ", which its belongsTo does not name; it was added",
                    "the reference under entities",
                    entity + ": { belongsTo: [" + String.join(", ", more) + "] }");
        }
    }

    boolean reaches(Entity from, Entity goal) {
        List<Entity> waiting = new ArrayList<>(List.of(from));
        for (int i = 0; i < waiting.size() && i < 1000; i++) {
            for (String parent : waiting.get(i).parents()) {
                if (waiting.get(i).maybe().contains(parent)) {
                    continue;
                }
                Entity next = entities.get(Entity.id(parent));
                if (next != null && next.id().equals(goal.id())) {
                    return true;
                }
                if (next != null && !waiting.contains(next)) {
                    waiting.add(next);
                }
            }
        }
        return false;
    }

    /**
     * Where references go in a circle no row could be the first: the one that closes it may be
     * missing.
     */
    void opened(Entity before) {
        Entity entity = entities.getOrDefault(before.id(), before);
        for (String parent : entity.belongsTo()) {
            Entity target = entities.get(Entity.id(parent));
            boolean circle =
                    target != null
                            && !entity.maybe().contains(parent)
                            && (target.id().equals(entity.id()) || reaches(target, entity));
            if (circle) {
                List<String> maybe = new ArrayList<>(entity.maybe());
                maybe.add(parent);
                entity = entity.withMaybe(maybe);
                entities.put(entity.id(), entity);
                problems.warning(
                        References.at(entity.origin()),
                        entity.name()
                                + " belongs to "
                                + parent
                                + ", and that leads back to "
                                + entity.name()
                                + ": no row could be the first, so it may be missing",
                        "a reference that may be missing",
                        "belongsTo: " + parent + "?");
            }
        }
    }

    /** A state of which only one word is known needs another to be in. */
    Entity alternatives(Entity entity) {
        if (listed.getOrDefault(entity.id(), true)) {
            return entity;
        }
        List<Field> fields =
                entity.fields().stream()
                        .map(f ->
                                f.type() == FieldType.ENUM && f.values().size() == 1
                                        ? new Field(
                                                f.name(),
                                                f.type(),
                                                List.of(f.values().getFirst(), "other"),
                                                f.optional(),
                                                f.data(),
                                                f.origin())
                                        : f)
                        .toList();
        return fields.equals(entity.fields()) ? entity : entity.withFields(fields);
    }

    static String said(Element element) {
        return switch (element) {
            case Rule r -> r.text();
            case UseCase u -> u.name();
            default -> element.id();
        };
    }

    static void add(List<String> states, String state) {
        if (!states.contains(state)) {
            states.add(state);
        }
    }
}

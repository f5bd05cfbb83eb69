package org.groundplan.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thing the system remembers.
 *
 * @param belongsTo names of the entities it refers to
 * @param partOf name of the entity it lives and dies with
 * @param maybe those of {@code belongsTo} that may be missing ({@code Agent?})
 * @param data strictest class of its fields
 */
public record Entity(
        String id,
        String name,
        List<Field> fields,
        List<String> belongsTo,
        @Nullable String partOf,
        List<String> maybe,
        DataClass data,
        Origin origin)
        implements Element {
    public Entity {
        fields = List.copyOf(fields);
        belongsTo = List.copyOf(belongsTo);
        maybe = List.copyOf(maybe);
    }

    public static String id(String name) {
        return "entity:" + Names.slug(name);
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(f -> f.name().equals(fieldName)).findFirst();
    }

    /** What it refers to and what it is part of. */
    public List<String> parents() {
        if (partOf == null) {
            return belongsTo;
        }
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(partOf), belongsTo.stream())
                .distinct()
                .toList();
    }

    /**
     * The enumeration that carries its life cycle: {@code status} or {@code state} or its only one.
     */
    public Optional<Field> states() {
        List<Field> enums = fields.stream().filter(f -> f.type() == FieldType.ENUM).toList();
        return enums.stream()
                .filter(f -> f.name().equals("status") || f.name().equals("state"))
                .findFirst()
                .or(() -> enums.size() == 1 ? Optional.of(enums.getFirst()) : Optional.empty());
    }

    public Entity withFields(List<Field> more) {
        return new Entity(id, name, more, belongsTo, partOf, maybe, data, origin);
    }

    public Entity withMaybe(List<String> names) {
        return new Entity(id, name, fields, belongsTo, partOf, names, data, origin);
    }

    public Entity withBelongsTo(List<String> names) {
        return new Entity(id, name, fields, names, partOf, maybe, data, origin);
    }
}

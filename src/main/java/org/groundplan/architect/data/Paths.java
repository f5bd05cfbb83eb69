package org.groundplan.architect.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;

/**
 * Where a filter of the brief leads: an own field, else the unique shortest path along foreign
 * keys, else nothing.
 */
final class Paths {
    private final Design design;

    Paths(Design design) {
        this.design = design;
    }

    /**
     * @param entities from the starting entity to the one that has the column
     */
    record Path(List<String> entities, String column, FieldType type, List<String> values) {
        String owner() {
            return entities.getLast();
        }
    }

    /**
     * All shortest readings of a name: empty when it leads nowhere, several when it is ambiguous.
     */
    List<Path> readings(String start, String name) {
        Deque<List<String>> queue = new ArrayDeque<>(List.of(List.of(start)));
        List<Path> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int depth = Integer.MAX_VALUE;
        while (!queue.isEmpty()) {
            List<String> way = queue.removeFirst();
            if (way.size() > depth) {
                break;
            }
            Entity entity = design.entity(way.getLast());
            Optional<Path> here = at(entity, way, name);
            if (here.isPresent()) {
                found.add(here.get());
                depth = way.size();
            }
            for (String parent : entity.parents()) {
                if (seen.add(parent)) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(parent);
                    queue.addLast(longer);
                }
            }
        }
        return found;
    }

    /**
     * For a search by words: a text field of that name anywhere up the keys before an entity of
     * that name.
     */
    List<Path> texts(String start, String name) {
        List<Path> plain = readings(start, name);
        if (plain.size() == 1 && plain.getFirst().column().endsWith("_id")) {
            String parent =
                    design.entity(plain.getFirst().owner()).parents().stream()
                            .filter(p -> fold(p).equals(fold(name)))
                            .findFirst()
                            .orElse(start);
            List<Path> deeper = readings(parent, name);
            if (deeper.size() == 1 && deeper.getFirst().type() == FieldType.TEXT) {
                List<String> way = new ArrayList<>(design.up(start, parent));
                way.addAll(
                        deeper.getFirst()
                                .entities()
                                .subList(1, deeper.getFirst().entities().size()));
                return List.of(
                        new Path(way, deeper.getFirst().column(), FieldType.TEXT, List.of()));
            }
        }
        return plain;
    }

    private static Optional<Path> at(Entity entity, List<String> way, String name) {
        String wanted = fold(name);
        if (wanted.equals("id") && way.size() == 1) {
            return Optional.of(new Path(way, "id", FieldType.UUID, List.of()));
        }
        for (Field field : entity.fields()) {
            if (fold(field.name()).equals(wanted)) {
                return Optional.of(
                        new Path(way, Names.snake(field.name()), field.type(), field.values()));
            }
        }
        for (String parent : entity.parents()) {
            if (fold(parent).equals(wanted)) {
                return Optional.of(
                        new Path(way, SchemaStep.reference(parent), FieldType.UUID, List.of()));
            }
        }
        return Optional.empty();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    static Scalar.Column column(String entity, String column) {
        String table = Names.snake(entity);
        return new Scalar.Column(table, table, column);
    }

    static Sql.Source source(String entity) {
        String table = Names.snake(entity);
        return new Sql.Source(table, table);
    }

    static Predicate equal(Scalar left, Scalar right) {
        return new Predicate.Compare(left, Predicate.Op.EQUAL, right);
    }

    static Predicate refers(String child, String parent) {
        return equal(column(parent, "id"), column(child, SchemaStep.reference(parent)));
    }

    /** The condition of a rule over the columns of an entity. */
    static Predicate meets(Design design, String entity, Condition when) {
        return meets(design, entity, Names.snake(entity), when);
    }

    /** The same for rows under another short name. */
    static Predicate meets(Design design, String entity, String alias, Condition when) {
        Scalar column =
                new Scalar.Column(
                        alias, Names.snake(entity), Columns.of(design, entity, when.field()));
        if (when.values().equals(List.of("true"))) {
            return equal(column, new Scalar.Literal("true"));
        }
        return when.values().size() == 1
                ? equal(column, word(when.first()))
                : new Predicate.In(
                        column, when.values().stream().<Scalar>map(Paths::word).toList());
    }

    static Scalar.Literal word(String value) {
        return new Scalar.Literal("'" + value.replace("'", "''") + "'");
    }

    static Scalar.Param param(String name, FieldType type, String entity, String column) {
        return new Scalar.Param(name, type, Names.snake(entity) + "." + column);
    }
}

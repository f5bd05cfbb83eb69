package org.groundplan.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table with its keys. Checks, uniques and triggers are elements of their own. */
public record Table(
        String id,
        String store,
        String name,
        String entity,
        List<Column> columns,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        Origin origin)
        implements Element {
    /**
     * @param field name of the entity's field it holds; empty for keys and bookkeeping
     * @param defaultSql SQL of the default, or null
     * @param generated expression of a stored generated column, or null
     * @param values legal words of an enumeration
     */
    public record Column(
            String name,
            String field,
            FieldType type,
            String sqlType,
            boolean nullable,
            @Nullable String defaultSql,
            @Nullable String generated,
            List<String> values,
            DataClass data,
            String comment) {
        public Column {
            values = List.copyOf(values);
        }
    }

    /**
     * @param shared a column that both tables have and that must agree too, or null: the tenant
     */
    public record ForeignKey(
            String name,
            String column,
            String references,
            String onDelete,
            @Nullable String shared) {}

    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = List.copyOf(foreignKeys);
    }

    public static String id(String name) {
        return "table:" + name.replace('_', '-');
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    public Optional<Column> columnOf(String field) {
        return columns.stream().filter(c -> c.field().equals(field)).findFirst();
    }

    public Optional<ForeignKey> foreignKeyTo(String tableName) {
        return foreignKeys.stream().filter(k -> k.references().equals(tableName)).findFirst();
    }

    public Table withColumns(List<Column> more) {
        return new Table(id, store, name, entity, more, primaryKey, foreignKeys, origin);
    }

    /** Referenced tables first; names decide among equals. A cycle keeps the order of names. */
    public static List<Table> parentsFirst(List<Table> tables) {
        List<Table> result = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        List<Table> waiting = new ArrayList<>(tables);
        while (!waiting.isEmpty()) {
            List<Table> ready =
                    waiting.stream()
                            .filter(t ->
                                    t.foreignKeys().stream()
                                            .allMatch(k ->
                                                    done.contains(k.references())
                                                            || k.references().equals(t.name())))
                            .toList();
            List<Table> next = ready.isEmpty() ? List.of(waiting.getFirst()) : ready;
            result.addAll(next);
            next.forEach(t -> done.add(t.name()));
            waiting.removeAll(next);
        }
        return result;
    }
}

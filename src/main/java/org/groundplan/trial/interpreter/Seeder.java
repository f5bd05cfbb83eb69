package org.groundplan.trial.interpreter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows there that satisfy the schema: parents first, every value different, states reached by
 * the moves the rules allow. Writes as the owner, so that it can prepare what no use case writes.
 */
public final class Seeder {
    /** A Saturday morning, when this library is busiest; any fixed day does. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 7);

    public static final OffsetDateTime NOW =
            OffsetDateTime.of(2026, 3, 7, 10, 0, 0, 0, ZoneOffset.UTC);

    private final Design design;
    private final Connection connection;
    private final AtomicLong counter;
    private final List<String> trace = new ArrayList<>();

    /**
     * @param connection as the owner, with auto-commit
     * @param first number of the first row, so that two seeders never meet
     */
    public Seeder(Design design, Connection connection, long first) {
        this.design = design;
        this.connection = connection;
        this.counter = new AtomicLong(first);
    }

    /** What was sent since the last call, with literals. */
    public List<String> takeTrace() {
        List<String> taken = List.copyOf(trace);
        trace.clear();
        return taken;
    }

    /**
     * @param given parent rows by table; the others are made
     * @param state the state to bring it to, or null for the first
     */
    public Row row(String entity, Map<String, Row> given, @Nullable String state)
            throws SQLException {
        Table table = design.tableOf(entity);
        Map<String, Row> parents = new TreeMap<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        long number = counter.incrementAndGet();
        values.put("id", Ids.of(number));
        for (Table.ForeignKey key : table.foreignKeys()) {
            Row parent = given.get(key.references());
            if (parent == null) {
                Map<String, Row> rest = new TreeMap<>(given);
                rest.remove(table.name());
                parent = row(entityOf(key.references()), rest, null);
            }
            parents.put(key.references(), parent);
            values.put(key.column(), parent.id());
        }
        for (Table.Column column : table.columns()) {
            boolean filled =
                    values.containsKey(column.name())
                            || column.generated() != null
                            || column.defaultSql() != null;
            if (!filled && !(column.nullable() && column.field().isEmpty())) {
                values.put(
                        column.name(), column.nullable() ? null : sample(entity, column, number));
            }
        }
        insert(table.name(), values);
        if (state != null) {
            move(entity, values, state);
        }
        return new Row(table.name(), values, parents);
    }

    private String entityOf(String tableName) {
        return design.get(Table.class, Table.id(tableName)).entity();
    }

    /** Moves a row along the allowed way to a state. */
    private void move(String entityName, Map<String, @Nullable Object> values, String state)
            throws SQLException {
        Entity entity = design.entity(entityName);
        String column = Names.snake(entity.states().map(Field::name).orElse("status"));
        List<String> way = way(entityName, String.valueOf(values.get(column)), state);
        for (String next : way.subList(Math.min(1, way.size()), way.size())) {
            String table = Names.snake(entityName);
            run(
                    "UPDATE "
                            + Names.sql(table)
                            + " SET "
                            + Names.sql(column)
                            + " = '"
                            + next
                            + "' WHERE id = '"
                            + values.get("id")
                            + "'");
            values.put(column, next);
        }
    }

    private List<String> way(String entity, String from, String to) {
        Rule.Transitions rule =
                design.all(Rule.Transitions.class).stream()
                        .filter(t -> t.entity().equals(entity))
                        .findFirst()
                        .orElse(null);
        if (rule == null || from.equals(to)) {
            return rule == null ? List.of(from, to) : List.of(from);
        }
        Deque<List<String>> queue = new ArrayDeque<>(List.of(List.of(from)));
        Set<String> seen = new HashSet<>(Set.of(from));
        while (!queue.isEmpty()) {
            List<String> way = queue.removeFirst();
            for (String next : rule.moves().getOrDefault(way.getLast(), List.of())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(to)) {
                    return longer;
                }
                if (seen.add(next)) {
                    queue.addLast(longer);
                }
            }
        }
        throw new IllegalStateException(
                "no allowed way of " + entity + " from " + from + " to " + to);
    }

    private Object sample(String entity, Table.Column column, long number) {
        if (!column.values().isEmpty()) {
            return initial(entity, column);
        }
        return Samples.of(column.type(), column.name(), number);
    }

    private String initial(String entity, Table.Column column) {
        for (Rule.Transitions rule : design.all(Rule.Transitions.class)) {
            if (rule.entity().equals(entity) && rule.field().equals(column.field())) {
                return rule.initial(column.values());
            }
        }
        return column.values().getFirst();
    }

    private void insert(String table, Map<String, @Nullable Object> values) throws SQLException {
        List<String> columns = List.copyOf(values.keySet());
        String sql =
                "INSERT INTO "
                        + Names.sql(table)
                        + " ("
                        + String.join(", ", columns.stream().map(Names::sql).toList())
                        + ") VALUES ("
                        + String.join(", ", columns.stream().map(c -> ":" + c).toList())
                        + ")";
        NamedSql named = NamedSql.parse(sql);
        trace.add(named.literal(values));
        try (PreparedStatement statement = named.prepare(connection, values)) {
            statement.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        trace.add(sql);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A value of a type; equal numbers give equal values. */
    public static Object sample(FieldType type, String column, long number) {
        return Samples.of(type, column, number);
    }

    /** Sample values by type. */
    static final class Samples {
        private Samples() {}

        static Object of(FieldType type, String column, long number) {
            return switch (type) {
                case INTEGER, MONEY -> 100 + number;
                case DECIMAL -> java.math.BigDecimal.valueOf(number, 1);
                case BOOLEAN -> false;
                case DATE -> TODAY.minusDays(1);
                case INSTANT -> NOW.plusSeconds(number);
                case UUID -> Ids.of(number);
                case EMAIL -> "person" + number + "@example.org";
                case PHONE -> "+49 30 " + (100_000 + number);
                case URL, FILE -> "https://example.org/" + number;
                case COUNTRY -> "DE";
                case CURRENCY -> "EUR";
                case TIMEZONE -> "Europe/Berlin";
                default -> column.replace('_', '-') + "-" + number;
            };
        }
    }
}

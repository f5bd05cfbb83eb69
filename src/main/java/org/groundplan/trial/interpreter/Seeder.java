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
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
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
    private final @Nullable Tenancy tenancy;
    private @Nullable Row home;

    /**
     * @param connection as the owner, with auto-commit
     * @param first number of the first row, so that two seeders never meet
     */
    public Seeder(Design design, Connection connection, long first) {
        this.design = design;
        this.connection = connection;
        this.counter = new AtomicLong(first);
        this.tenancy = Tenancy.of(design).orElse(null);
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
        return row(entity, given, state, Map.of());
    }

    /** A row that meets a condition, whatever kind of field it is about. */
    public Row meeting(String entity, Map<String, Row> given, @Nullable Condition when)
            throws SQLException {
        return meeting(entity, given, when, Map.of());
    }

    /**
     * @param fixed values that matter beside the condition, by column
     */
    public Row meeting(
            String entity, Map<String, Row> given, @Nullable Condition when, Map<String, ?> fixed)
            throws SQLException {
        if (when == null) {
            return row(entity, given, null, fixed);
        }
        Map<String, Object> values = new TreeMap<>(fixed);
        String states = design.entity(entity).states().map(Field::name).orElse("");
        return when.field().isEmpty() || when.field().equals(states)
                ? row(entity, given, when.first(), values)
                : row(entity, given, null, with(values, when));
    }

    private static Map<String, Object> with(Map<String, Object> values, Condition when) {
        values.put(
                Names.snake(when.field()),
                when.values().equals(List.of("true")) ? (Object) true : when.first());
        return values;
    }

    /**
     * @param fixed values that matter, by column; the others are made
     */
    public Row row(
            String entity, Map<String, Row> known, @Nullable String state, Map<String, ?> fixed)
            throws SQLException {
        Table table = design.tableOf(entity);
        Map<String, Row> parents = new TreeMap<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<String, Row> given = tenanted(entity, known, parents);
        long number = counter.incrementAndGet();
        values.put("id", Ids.of(number));
        for (Table.ForeignKey key : table.foreignKeys()) {
            Row parent = given.get(key.references());
            boolean maybe = table.column(key.column()).map(Table.Column::nullable).orElse(false);
            if (parent == null && maybe) {
                values.put(key.column(), null);
                continue;
            }
            if (parent == null) {
                Map<String, Row> rest = new TreeMap<>(given);
                rest.remove(table.name());
                parent = row(entityOf(key.references()), rest, null);
            }
            parents.put(key.references(), parent);
            values.put(key.column(), parent.id());
        }
        Object tenant = tenancy == null ? null : Tenants.of(design, parents);
        if (tenancy != null && tenant != null && table.column(tenancy.column()).isPresent()) {
            values.putIfAbsent(tenancy.column(), tenant);
        }
        for (Table.Column column : table.columns()) {
            if (fixed.containsKey(column.name())) {
                values.put(column.name(), fixed.get(column.name()));
                continue;
            }
            boolean filled =
                    values.containsKey(column.name())
                            || column.generated() != null
                            || column.defaultSql() != null && !bounds(entity, column);
            if (!filled && !(column.nullable() && column.field().isEmpty())) {
                values.put(
                        column.name(), column.nullable() ? null : sample(entity, column, number));
            }
        }
        List<String> balanced = balanced(entity);
        for (String trigger : balanced) {
            run("ALTER TABLE " + Names.sql(table.name()) + " DISABLE TRIGGER " + trigger);
        }
        insert(table.name(), values);
        for (String trigger : balanced) {
            run("ALTER TABLE " + Names.sql(table.name()) + " ENABLE TRIGGER " + trigger);
        }
        if (state != null) {
            move(entity, values, state);
        }
        Row row = new Row(table.name(), values, parents);
        if (tenancy != null && tenancy.tenant().equals(entity)) {
            home = row;
        }
        return row;
    }

    /** A row of a tenant refers to rows of the same tenant: the given one, or the last one made. */
    private Map<String, Row> tenanted(
            String entity, Map<String, Row> given, Map<String, Row> parents) throws SQLException {
        if (tenancy == null || !tenancy.covers(entity) || tenancy.tenant().equals(entity)) {
            return given;
        }
        Row tenant = Tenants.row(tenancy, given);
        if (tenant == null) {
            tenant = home == null ? row(tenancy.tenant(), Map.of(), null) : home;
        }
        Map<String, Row> all = new TreeMap<>(given);
        all.put(tenancy.table(), tenant);
        parents.put(tenancy.table(), tenant);
        return all;
    }

    /** Everything was deleted: what comes next belongs to a new tenant. */
    public void forget() {
        home = null;
    }

    /** What a sum is compared with has room for samples, whatever its default. */
    private boolean bounds(String entity, Table.Column column) {
        return design.all(SumRule.class).stream()
                .anyMatch(r ->
                        r.comparison() == SumRule.Comparison.AT_MOST
                                && r.per().equals(entity)
                                && column.field().equals(r.boundField()));
    }

    /** Triggers that want several rows at once: one row is what a sample needs. */
    private List<String> balanced(String entity) {
        return design.all(SumRule.class).stream()
                .filter(r -> r.entity().equals(entity) && r.bound() != null)
                .filter(r -> r.comparison() == SumRule.Comparison.EQUAL)
                .flatMap(r ->
                        design.all(TableConstraint.class).stream()
                                .filter(c -> c.rule().equals(r.id())))
                .map(TableConstraint::name)
                .toList();
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
            return from.equals(to) ? List.of(from) : List.of(from, to);
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
        return Fitting.of(design, design.tableOf(entity), column, number);
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

    /** One statement, as the owner. */
    public void run(String sql) throws SQLException {
        trace.add(sql);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An instant or a day, so many seconds from the trial's now. */
    public static Object at(FieldType type, long seconds) {
        return Fitting.at(type, seconds);
    }

    /** A value for a column that the rules allow. */
    public static Object fitting(Design design, Table table, Table.Column column, long number) {
        return Fitting.of(design, table, column, number);
    }

    /** A value of a type; equal numbers give equal values. */
    public static Object sample(FieldType type, String column, long number) {
        return Samples.of(type, column, number);
    }

    /** Sample values by type. */
    static final class Samples {
        private Samples() {}

        private static Object object(String type, String text) {
            try {
                org.postgresql.util.PGobject value = new org.postgresql.util.PGobject();
                value.setType(type);
                value.setValue(text);
                return value;
            } catch (SQLException e) {
                throw new IllegalStateException(type + " " + text, e);
            }
        }

        static Object of(FieldType type, String column, long number) {
            return switch (type) {
                case INTEGER, MONEY -> 100 + number;
                case DECIMAL -> java.math.BigDecimal.valueOf(number, 1);
                case BOOLEAN -> false;
                case JSON -> object("jsonb", "{}");
                case POINT -> object("point", "(" + (7 + number % 1000 / 1000.0) + ",50)");
                case POLYGON -> object("polygon", "((0,0),(1,0),(0,1))");
                case BINARY ->
                        ("sample " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                case DURATION -> object("interval", "30 minutes");
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

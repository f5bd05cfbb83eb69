package org.groundplan.trial.plan;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Seeder;
import org.jspecify.annotations.Nullable;

/**
 * Rows in every table, in the proportions of the brief and with references that are kept: some
 * parents have many, most have few. The same rows each time.
 */
final class Sample {
    private static final int MOST = 4_000;
    private static final int LEAST = 20;

    /** The golden ratio's fraction: multiples of it spread evenly and never repeat. */
    private static final double SPREAD = 0.618_033_988_749_895;

    private final Design design;
    private final Connection owner;
    private final @Nullable Tenancy tenancy;
    private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

    /**
     * @param owner without auto-commit; a superuser, so that rules do not stand in the way of old
     *     rows
     */
    Sample(Design design, Connection owner) {
        this.design = design;
        this.owner = owner;
        this.tenancy = Tenancy.of(design).orElse(null);
    }

    void fill() throws SQLException {
        double largest =
                design.all(Table.class).stream()
                        .mapToDouble(t -> Volume.HORIZON.rows(design, t))
                        .max()
                        .orElse(1);
        run("SET session_replication_role = replica");
        for (Table table : Table.parentsFirst(design.all(Table.class))) {
            double wanted = Volume.HORIZON.rows(design, table) * MOST / largest;
            table(table, (int) Math.clamp(wanted, LEAST, MOST));
        }
        run("SET session_replication_role = origin");
        owner.commit();
        owner.setAutoCommit(true);
        run("ANALYZE");
        owner.setAutoCommit(false);
    }

    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    int tables() {
        return rows.size();
    }

    /** A row in the middle, with its values; null where a table has none. */
    @Nullable Map<String, @Nullable Object> row(String table) {
        List<Map<String, @Nullable Object>> all = rows.getOrDefault(table, List.of());
        return all.isEmpty() ? null : all.get(all.size() / 2);
    }

    /** A row by its id; null when it is not there. */
    @Nullable Map<String, @Nullable Object> byId(String table, Object id) {
        return rows.getOrDefault(table, List.of()).stream()
                .filter(r -> id.equals(r.get("id")))
                .findFirst()
                .orElse(null);
    }

    private void table(Table table, int count) throws SQLException {
        List<Map<String, @Nullable Object>> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> row = values(table, i);
            if (row != null) {
                made.add(row);
            }
        }
        rows.put(table.name(), made);
        if (!made.isEmpty()) {
            insert(table, made);
        }
    }

    /** Square of an even spread: the first tenth of the parents has a third of the rows. */
    private static int skewed(int i, int of, int salt) {
        double even = (i + 1) * SPREAD + salt * 0.37;
        double u = even - Math.floor(even);
        return (int) Math.min(of - 1, Math.floor(u * u * of));
    }

    private @Nullable Map<String, @Nullable Object> values(Table table, int i) {
        long number = 200_000_000L + i + 1_000_000L * rows.size();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", Ids.of(number));
        Object tenant = tenant(table, i);
        for (Table.ForeignKey key : table.foreignKeys()) {
            boolean maybe = table.column(key.column()).map(Table.Column::nullable).orElse(false);
            List<Map<String, @Nullable Object>> parents = parents(key, tenant);
            if (parents.isEmpty() && !maybe) {
                return null;
            }
            row.put(
                    key.column(),
                    parents.isEmpty() || maybe && i % 2 == 1
                            ? null
                            : parents.get(skewed(i, parents.size(), key.column().length()))
                                    .get("id"));
        }
        if (tenancy != null && tenant != null && !table.name().equals(tenancy.table())) {
            row.put(tenancy.column(), tenant);
        }
        for (Table.Column column : table.columns()) {
            boolean filled =
                    row.containsKey(column.name())
                            || column.generated() != null
                            || column.defaultSql() != null;
            if (!filled) {
                row.put(column.name(), value(table, column, i, number));
            }
        }
        return row;
    }

    private @Nullable Object tenant(Table table, int i) {
        if (tenancy == null || !tenancy.coversTable(table.name())) {
            return null;
        }
        List<Map<String, @Nullable Object>> tenants = rows.getOrDefault(tenancy.table(), List.of());
        return tenants.isEmpty() ? null : tenants.get(skewed(i, tenants.size(), 0)).get("id");
    }

    private List<Map<String, @Nullable Object>> parents(
            Table.ForeignKey key, @Nullable Object tenant) {
        List<Map<String, @Nullable Object>> all = rows.getOrDefault(key.references(), List.of());
        String shared = key.shared();
        if (tenancy != null && tenant != null && key.references().equals(tenancy.table())) {
            return all.stream().filter(r -> tenant.equals(r.get("id"))).toList();
        }
        return shared == null || tenant == null
                ? all
                : all.stream().filter(r -> tenant.equals(r.get(shared))).toList();
    }

    private @Nullable Object value(Table table, Table.Column column, int i, long number) {
        if (!column.values().isEmpty()) {
            return word(table, column, i);
        }
        if (column.name().equals("created_at")) {
            return Seeder.NOW.minusMinutes(i * 11L);
        }
        return column.nullable() && i % 3 == 0
                ? null
                : Seeder.fitting(design, table, column, number);
    }

    /** One row in ten is still open. */
    private String word(Table table, Table.Column column, int i) {
        List<String> words = column.values();
        for (Rule.Transitions moves : design.all(Rule.Transitions.class)) {
            if (moves.entity().equals(table.entity()) && moves.field().equals(column.field())) {
                List<String> ends = words.stream().filter(moves::isFinal).toList();
                return ends.isEmpty() || i % 10 == 0
                        ? moves.initial(words)
                        : ends.get(i % ends.size());
            }
        }
        return words.get(i % words.size());
    }

    private void insert(Table table, List<Map<String, @Nullable Object>> made) throws SQLException {
        List<String> columns = List.copyOf(made.getFirst().keySet());
        NamedSql sql =
                NamedSql.parse(
                        "INSERT INTO "
                                + Names.sql(table.name())
                                + " ("
                                + String.join(", ", columns.stream().map(Names::sql).toList())
                                + ") VALUES ("
                                + String.join(", ", columns.stream().map(c -> ":" + c).toList())
                                + ") ON CONFLICT DO NOTHING");
        Savepoint before = owner.setSavepoint();
        try (PreparedStatement batch = owner.prepareStatement(sql.jdbc())) {
            for (Map<String, @Nullable Object> row : made) {
                bind(batch, sql, row);
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (BatchUpdateException e) {
            owner.rollback(before);
            oneByOne(sql, made);
        }
    }

    private static void bind(
            PreparedStatement statement, NamedSql sql, Map<String, @Nullable Object> row)
            throws SQLException {
        for (int c = 0; c < sql.names().size(); c++) {
            statement.setObject(c + 1, row.get(sql.names().get(c)));
        }
    }

    /** Some rows break a check: the others go in. */
    private void oneByOne(NamedSql sql, List<Map<String, @Nullable Object>> made)
            throws SQLException {
        for (Map<String, @Nullable Object> row : new ArrayList<>(made)) {
            Savepoint before = owner.setSavepoint();
            try (PreparedStatement statement = sql.prepare(owner, new TreeMap<>(row))) {
                statement.executeUpdate();
                owner.releaseSavepoint(before);
            } catch (SQLException e) {
                owner.rollback(before);
                made.remove(row);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

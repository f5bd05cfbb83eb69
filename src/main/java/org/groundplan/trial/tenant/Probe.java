package org.groundplan.trial.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Row;
import org.jspecify.annotations.Nullable;

/**
 * The tables themselves, as a role that has been granted everything: what stands between it and
 * another tenant's rows is row-level security and the keys, and nothing else.
 */
final class Probe {
    private static final String ROLE = "groundplan_probe";

    private final Design design;
    private final Tenancy tenancy;
    private final NamedSql first;
    private final Connection connection;

    /**
     * @param first the published statement that says for which tenant a transaction is
     * @param connection of the owner, without auto-commit; ours
     */
    Probe(Design design, Tenancy tenancy, NamedSql first, Connection connection) {
        this.design = design;
        this.tenancy = tenancy;
        this.first = first;
        this.connection = connection;
    }

    /**
     * @param table name
     * @param faults what another tenant could do, in words; empty when nothing
     * @param references to rows of another tenant that were refused as if they did not exist
     */
    record Result(String table, List<String> faults, int references) {
        Result {
            faults = List.copyOf(faults);
        }
    }

    void grant() throws SQLException {
        run("DROP ROLE IF EXISTS " + ROLE);
        run("CREATE ROLE " + ROLE + " NOLOGIN");
        run("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + ROLE);
        connection.commit();
    }

    void revoke() throws SQLException {
        run("RESET ROLE");
        run("DROP OWNED BY " + ROLE);
        run("DROP ROLE " + ROLE);
        connection.commit();
    }

    /**
     * @param theirs a row of the other tenant
     * @param mine a row of the caller's tenant in the same table
     */
    Result of(Row theirs, Row mine) throws SQLException {
        String table = Names.sql(theirs.table());
        List<String> faults = new ArrayList<>();
        begin(null);
        check(faults, count(table, "") > 0, "shows rows before a tenant is named");
        connection.rollback();
        begin(mine);
        String where = " WHERE id = '" + theirs.id() + "'";
        check(faults, count(table, where) > 0, "shows another's row by its id");
        check(faults, count(table, "") != own(mine), "counts another's rows");
        connection.commit();
        as();
        check(faults, count(table, "") > 0, "remembers the tenant after the commit");
        connection.rollback();
        begin(mine);
        connection.rollback();
        as();
        check(faults, count(table, "") > 0, "remembers the tenant after a rollback");
        connection.rollback();
        check(
                faults,
                changes(mine, "UPDATE " + table + " SET created_at = created_at" + where),
                "changes another's row");
        check(faults, changes(mine, "DELETE FROM " + table + where), "deletes another's row");
        Map<String, @Nullable Object> foreign = new TreeMap<>(theirs.values());
        foreign.put("id", Ids.next());
        check(faults, inserted(mine, theirs.table(), foreign).isEmpty(), "takes a row for another");
        return new Result(theirs.table(), faults, references(theirs, mine, faults));
    }

    /** A reference to another's row is answered like one to a row that does not exist. */
    private int references(Row theirs, Row mine, List<String> faults) throws SQLException {
        int tried = 0;
        for (Table.ForeignKey key : design.get(Table.class, Table.id(mine.table())).foreignKeys()) {
            Object other = theirs.values().get(key.column());
            if (key.shared() == null || other == null) {
                continue;
            }
            Map<String, @Nullable Object> row = new TreeMap<>(mine.values());
            row.put("id", Ids.next());
            row.put(key.column(), other);
            String there = inserted(mine, mine.table(), row);
            row.put("id", Ids.next());
            row.put(key.column(), Ids.next());
            String nowhere = inserted(mine, mine.table(), row);
            check(faults, there.isEmpty(), "refers to another's " + key.references());
            check(
                    faults,
                    !there.isEmpty() && !there.equals(nowhere),
                    "tells whether another has such a row (“"
                            + line(there)
                            + "”, and for none “"
                            + line(nowhere)
                            + "”)");
            tried++;
        }
        return tried;
    }

    private static String line(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static void check(List<String> faults, boolean wrong, String what) {
        if (wrong) {
            faults.add(what);
        }
    }

    private void as() throws SQLException {
        run("SET LOCAL ROLE " + ROLE);
    }

    private void begin(@Nullable Row tenant) throws SQLException {
        as();
        if (tenant != null) {
            try (PreparedStatement statement =
                    first.prepare(connection, Map.of(first.names().getFirst(), tenantOf(tenant)))) {
                statement.execute();
            }
        }
    }

    private Object tenantOf(Row row) {
        Object id = row.values().get(tenancy.columnOf(row.table()));
        return id == null ? row.id() : id;
    }

    /** Rows of the caller's tenant, asked as the owner. */
    private long own(Row mine) throws SQLException {
        run("RESET ROLE");
        long rows =
                count(
                        Names.sql(mine.table()),
                        " WHERE "
                                + Names.sql(tenancy.columnOf(mine.table()))
                                + " = '"
                                + tenantOf(mine)
                                + "'");
        as();
        return rows;
    }

    private long count(String table, String where) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table + where)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean changes(Row mine, String sql) throws SQLException {
        begin(mine);
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql) > 0;
        } catch (SQLException e) {
            return false;
        } finally {
            connection.rollback();
        }
    }

    /** Empty when the row was written, else how it was refused, without ids. */
    private String inserted(Row mine, String table, Map<String, @Nullable Object> values)
            throws SQLException {
        Table known = design.get(Table.class, Table.id(table));
        List<String> columns =
                values.keySet().stream()
                        .filter(c -> known.column(c).filter(k -> k.generated() == null).isPresent())
                        .toList();
        NamedSql sql =
                NamedSql.parse(
                        "INSERT INTO "
                                + Names.sql(table)
                                + " ("
                                + String.join(", ", columns.stream().map(Names::sql).toList())
                                + ") VALUES ("
                                + String.join(", ", columns.stream().map(c -> ":" + c).toList())
                                + ")");
        begin(mine);
        try (PreparedStatement statement = sql.prepare(connection, values)) {
            statement.executeUpdate();
            // what is checked at the commit is checked now
            run("SET CONSTRAINTS ALL IMMEDIATE");
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage())
                    .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…")
                    .strip();
        } finally {
            connection.rollback();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

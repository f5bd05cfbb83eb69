package org.groundplan.trial.plan;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Seeder;
import org.jspecify.annotations.Nullable;

/** Asks PostgreSQL how it would run a published statement, in the role that runs it. */
final class Planner {
    private static final long SAMPLE = 500_000;

    private final Design design;
    private final Artefacts artefacts;
    private final String role;
    private final @Nullable Tenancy tenancy;
    private final boolean jobs;

    Planner(Design design, Artefacts artefacts, String role) {
        this.design = design;
        this.artefacts = artefacts;
        this.role = role;
        this.tenancy = Tenancy.of(design).orElse(null);
        this.jobs = tenancy != null && !tenancy.lookers().isEmpty();
    }

    /** The row that everything in a plan is asked for. */
    static Object asked() {
        return Seeder.sample(FieldType.UUID, "id", SAMPLE);
    }

    /** Every statement that reads or writes a table. */
    List<Statement> planned() {
        return design.all(Statement.class).stream()
                .filter(s -> !s.id().equals(Tenancy.STATEMENT))
                .filter(s -> !s.id().equals(Tenancy.STATEMENT_NEW))
                .toList();
    }

    /**
     * PostgreSQL runs its reference checks as the owner of the table, and so are functions.
     *
     * @param connection of the owner, without auto-commit; the transaction is the caller's to end
     */
    Plan plan(Connection connection, Statement statement) throws SQLException {
        boolean called = statement.sql() instanceof Sql.Called;
        return plan(connection, statement, statement.useCase().isEmpty() || called);
    }

    /** A function's query as if the application sent it itself, under row-level security. */
    Plan plain(Connection connection, Statement statement) throws SQLException {
        return plan(connection, statement, false);
    }

    private Plan plan(Connection connection, Statement statement, boolean owner)
            throws SQLException {
        become(connection, statement, owner);
        NamedSql sql =
                NamedSql.parse(
                        statement.sql() instanceof Sql.Called c
                                ? SqlPrinter.print(c.body())
                                : artefacts.text("db/main/statements/" + statement.file()));
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Scalar.Param param : SqlWalk.params(statement.sql())) {
            values.put(param.name(), sample(param));
        }
        Savepoint before = connection.setSavepoint();
        if (!owner && statement.sql() instanceof Sql.Called) {
            grant(connection, statement);
            become(connection, statement, false);
        }
        NamedSql explained =
                new NamedSql(sql.text(), "EXPLAIN (FORMAT JSON) " + sql.jdbc(), sql.names());
        Plan plan;
        try (PreparedStatement prepared = explained.prepare(connection, values);
                ResultSet row = prepared.executeQuery()) {
            row.next();
            plan = Plan.parse(row.getString(1));
        }
        connection.rollback(before);
        run(connection, "RESET ROLE");
        return fetched(connection, plan);
    }

    /**
     * How long the published statement takes.
     *
     * @param connection of the owner, without auto-commit; the caller rolls back
     * @return milliseconds of execution, planning apart
     */
    double time(Connection connection, Statement statement, Map<String, @Nullable Object> values)
            throws SQLException {
        Object tenant =
                tenancy == null ? null : values.get(((Scalar.Param) tenancy.caller()).name());
        become(connection, statement, false);
        if (tenancy != null && tenant != null) {
            run(connection, "SET LOCAL " + tenancy.setting() + " = '" + tenant + "'");
        }
        NamedSql sql = NamedSql.parse(artefacts.text("db/main/statements/" + statement.file()));
        NamedSql explained =
                new NamedSql(
                        sql.text(),
                        "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + sql.jdbc(),
                        sql.names());
        try (PreparedStatement prepared = explained.prepare(connection, values);
                ResultSet row = prepared.executeQuery()) {
            row.next();
            return Plan.executionTime(row.getString(1));
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    /** What the function may read and the application may not; taken back with the savepoint. */
    private void grant(Connection connection, Statement statement) throws SQLException {
        run(connection, "RESET ROLE");
        for (String table : SqlWalk.tables(statement.sql())) {
            run(connection, "GRANT SELECT ON " + Names.sql(table) + " TO " + Names.sql(role));
        }
    }

    private void become(Connection connection, Statement statement, boolean owner)
            throws SQLException {
        boolean across =
                tenancy != null
                        && !statement.useCase().isEmpty()
                        && tenancy.across(design.useCase(statement.useCase()));
        String as = tenancy != null && across && jobs ? tenancy.jobs() : role;
        run(connection, owner ? "RESET ROLE" : "SET LOCAL ROLE " + Names.sql(as));
        if (tenancy != null) {
            run(connection, "SET LOCAL " + tenancy.setting() + " = '" + asked() + "'");
        }
    }

    /** How many rows each access reads before it throws some away. */
    private Plan fetched(Connection connection, Plan plan) throws SQLException {
        List<Plan.Scan> known = new ArrayList<>();
        for (Plan.Scan scan : plan.scans()) {
            known.add(
                    scan.fetched() >= 0
                            ? scan
                            : new Plan.Scan(
                                    scan.table(),
                                    scan.index(),
                                    scan.condition(),
                                    scan.rows(),
                                    read(connection, scan)));
        }
        return plan.withScans(known);
    }

    private static double read(Connection connection, Plan.Scan scan) throws SQLException {
        String sql =
                scan.condition().isEmpty()
                        ? "SELECT reltuples FROM pg_class WHERE relname = '"
                                + (scan.index().isEmpty() ? scan.table() : scan.index())
                                + "'"
                        : "EXPLAIN (FORMAT JSON) SELECT 1 FROM "
                                + Names.sql(scan.table())
                                + " WHERE "
                                + scan.condition();
        Savepoint before = connection.setSavepoint();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return scan.condition().isEmpty()
                    ? row.getDouble(1)
                    : Plan.parse(row.getString(1)).rows();
        } catch (SQLException e) {
            connection.rollback(before);
            return scan.rows(); // a condition that cannot be asked on its own
        }
    }

    private Object sample(Scalar.Param param) {
        String[] bind = param.bind().replace("maybe:", "").split("\\.", 2);
        if (param.bind().startsWith("$geo.")) {
            return param.bind().endsWith("metres")
                    ? (Object) 3000L
                    : new BigDecimal(param.bind().endsWith("longitude") ? "7.5" : "50");
        }
        if (param.bind().startsWith("$page.limit")) {
            return 20L;
        }
        List<String> words =
                design.find(Table.class, Table.id(bind[0]))
                        .flatMap(t -> t.column(bind.length > 1 ? bind[1] : ""))
                        .map(Table.Column::values)
                        .orElse(List.of());
        if (!words.isEmpty()) {
            return words.getFirst();
        }
        boolean day = param.type() == FieldType.DATE || param.type() == FieldType.INSTANT;
        if (day && param.name().startsWith("from_")) {
            return Seeder.TODAY.minusYears(1);
        }
        if (day && param.name().startsWith("until_") || param.bind().equals("$clock.today")) {
            return Seeder.TODAY;
        }
        if (param.name().startsWith("after_")) {
            return switch (param.type()) {
                case UUID -> new UUID(0, 0);
                case DATE -> java.time.LocalDate.of(1, 1, 1);
                case INSTANT ->
                        Seeder.NOW.withYear(param.bind().equals("$page.highest") ? 9999 : 1);
                default -> param.type().isText() ? "" : 0L;
            };
        }
        return Seeder.sample(param.type(), bind[bind.length - 1], SAMPLE);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

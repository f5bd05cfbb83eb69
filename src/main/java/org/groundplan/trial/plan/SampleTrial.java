package org.groundplan.trial.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Sql;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.groundplan.trial.Tried;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Runs every statement of every use case on a sample of rows, in the role that runs it, and takes
 * the time. The times are measured values and stand aside; that all of them ran is evidence.
 */
public final class SampleTrial {
    private static final int TIMES = 5;

    private final Design design;
    private final Planner planner;
    private final Sample sample;
    private final Connection connection;

    private SampleTrial(Design design, Planner planner, Sample sample, Connection connection) {
        this.design = design;
        this.planner = planner;
        this.sample = sample;
        this.connection = connection;
    }

    /**
     * @param database with the migrations applied and no rows; ours to fill
     */
    public static Tried run(Design design, Artefacts artefacts, Database database, String role)
            throws SQLException {
        Tried.Collector tried = new Tried.Collector();
        try (Connection owner = database.connect()) {
            owner.setAutoCommit(false);
            Sample sample = new Sample(design, owner);
            sample.fill();
            new SampleTrial(design, new Planner(design, artefacts, role), sample, owner).all(tried);
        }
        return tried.collected();
    }

    private void all(Tried.Collector tried) throws SQLException {
        List<String> faults = new ArrayList<>();
        int ran = 0;
        int refused = 0;
        for (Transaction transaction : design.all(Transaction.class)) {
            for (Transaction.Step step : transaction.steps()) {
                if (step.role() == Transaction.Role.TENANT) {
                    continue;
                }
                Statement statement = design.get(Statement.class, step.statement());
                try {
                    double[] times = new double[TIMES];
                    for (int i = 0; i < TIMES; i++) {
                        times[i] = planner.time(connection, statement, values(transaction, step));
                        connection.rollback();
                    }
                    Arrays.sort(times);
                    tried.measured(
                            "sample", statement.file().replace(".sql", ""), times[TIMES / 2]);
                    ran++;
                } catch (SQLException e) {
                    connection.rollback();
                    if (refused(e)) {
                        refused++;
                    } else {
                        faults.add(statement.file() + ": " + Failures.said(e));
                    }
                }
            }
        }
        String how =
                faults.isEmpty()
                        ? ran
                                + " statements ran on "
                                + Numbers.plain(java.math.BigDecimal.valueOf(sample.size()))
                                + " rows in "
                                + sample.tables()
                                + " tables"
                                + (refused == 0
                                        ? ""
                                        : ", and a rule refused "
                                                + refused
                                                + (refused == 1 ? " more" : " others"))
                                + ", in the proportions of the brief and unevenly spread; their times stand under evidence/measured, for this machine and this size."
                        : "On a sample of rows failed: " + String.join("; ", faults) + ".";
        tried.evidence(
                new Evidence(
                        "evidence:sample",
                        "statements",
                        faults.isEmpty() ? Evidence.Verdict.OBSERVED : Evidence.Verdict.BROKEN,
                        Evidence.Basis.REAL_COMPONENT,
                        how,
                        "",
                        Origin.derived("sample", how, List.of())));
    }

    /** A rule that says no is an answer like any other. */
    private static boolean refused(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("23");
    }

    private Map<String, @Nullable Object> values(Transaction transaction, Transaction.Step step) {
        Map<String, Row> context = new TreeMap<>();
        UseCase useCase = design.useCase(transaction.useCase());
        for (Transaction.Step each : transaction.steps()) {
            Sql sql = design.get(Statement.class, each.statement()).sql();
            for (String table : SqlWalk.tables(sql)) {
                add(table, context);
            }
        }
        add(Names.snake(String.valueOf(useCase.actor())), context);
        Map<String, @Nullable Object> values =
                Bindings.of(design, transaction, context, Ids.next(), 7);
        boolean founds =
                transaction.steps().stream()
                        .anyMatch(x -> x.statement().equals(Tenancy.STATEMENT_NEW));
        if (founds) {
            Tenancy.of(design)
                    .ifPresent(t ->
                            values.put(((Sql.Scalar.Param) t.caller()).name(), values.get("id")));
        }
        for (var param : SqlWalk.params(design.get(Statement.class, step.statement()).sql())) {
            if (param.bind().equals("$row.id")) {
                Row row = context.get(param.name().replaceFirst("_id$", ""));
                values.put(param.name(), row == null ? Ids.next() : row.id());
            }
        }
        return values;
    }

    private void add(String table, Map<String, Row> context) {
        Map<String, @Nullable Object> values = sample.row(table);
        if (values != null && !context.containsKey(table)) {
            context.put(table, new Row(table, values, Map.of()));
            design.find(Table.class, Table.id(table)).stream()
                    .flatMap(t -> t.foreignKeys().stream())
                    .forEach(k -> parent(k, values, context));
        }
    }

    private void parent(
            Table.ForeignKey key, Map<String, @Nullable Object> child, Map<String, Row> context) {
        Object id = child.get(key.column());
        Map<String, @Nullable Object> values =
                id == null ? null : sample.byId(key.references(), id);
        if (values != null && !context.containsKey(key.references())) {
            context.put(key.references(), new Row(key.references(), values, Map.of()));
            design.find(Table.class, Table.id(key.references())).stream()
                    .flatMap(t -> t.foreignKeys().stream())
                    .forEach(k -> parent(k, values, context));
        }
    }
}

package org.groundplan.trial.plan;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.FieldType;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;
import org.groundplan.trial.Tried;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * Plans every published statement at today's and ten times the volume, as the application's role,
 * and drops each index in turn.
 */
public final class PlanTrial {
    private static final int LARGE = 5_000;

    /** Parents of which each has more than a hundredth of the rows. */
    private static final double FEW = 100;

    /** A plan has got worse when its cost grows by more than a tenth. */
    private static final double WORSE = 1.1;

    private final Design design;
    private final Artefacts artefacts;
    private final Tried.Collector tried = new Tried.Collector();
    private final Map<String, Map<Integer, Plan>> plans = new TreeMap<>();

    private final String role;
    private final boolean jobs;

    private PlanTrial(Design design, Artefacts artefacts, String role) {
        this.design = design;
        this.artefacts = artefacts;
        this.role = role;
        this.jobs =
                Tenancy.of(design)
                        .filter(t ->
                                artefacts
                                        .text("db/main/V002__application_role.sql")
                                        .contains(" TO " + Names.sql(t.jobs()) + ";"))
                        .isPresent();
    }

    /**
     * @param database with the migrations applied and no rows; ours to spoil
     */
    public static Tried run(
            Design design, Artefacts artefacts, Postgres server, Database database, String role)
            throws SQLException, IOException {
        PlanTrial trial = new PlanTrial(design, artefacts, role);
        List<String[]> dropped = new ArrayList<>();
        try (Connection owner = database.connect();
                Connection application = database.connect()) {
            for (int factor : new int[] {1, 10}) {
                new Statistics(design, owner, server.dataDirectory(), factor).apply();
                trial.all(application, factor);
            }
            trial.drops(owner, dropped);
        }
        trial.report(dropped);
        return trial.tried.collected();
    }

    private void all(Connection connection, int factor) throws SQLException {
        connection.setAutoCommit(false);
        for (Statement statement : planned()) {
            become(connection, statement);
            plans.computeIfAbsent(statement.id(), _ -> new LinkedHashMap<>())
                    .put(factor, explain(connection, statement));
            connection.rollback();
        }
    }

    /** Every statement that reads or writes a table. */
    private List<Statement> planned() {
        return design.all(Statement.class).stream()
                .filter(s -> !s.id().equals(Tenancy.STATEMENT))
                .filter(s -> !s.id().equals(Tenancy.STATEMENT_NEW))
                .toList();
    }

    /** PostgreSQL runs its reference checks as the owner of the table, and so are functions. */
    private void become(Connection connection, Statement statement) throws SQLException {
        Tenancy tenancy = Tenancy.of(design).orElse(null);
        try (java.sql.Statement set = connection.createStatement()) {
            boolean owner = statement.useCase().isEmpty() || statement.sql() instanceof Sql.Called;
            boolean across =
                    tenancy != null
                            && !statement.useCase().isEmpty()
                            && tenancy.across(design.useCase(statement.useCase()));
            String as = tenancy != null && across && jobs ? tenancy.jobs() : role;
            set.execute(owner ? "RESET ROLE" : "SET LOCAL ROLE " + Names.sql(as));
            if (tenancy != null) {
                set.execute(
                        "SET LOCAL "
                                + tenancy.setting()
                                + " = '"
                                + Seeder.sample(FieldType.UUID, tenancy.column(), 500_000)
                                + "'");
            }
        }
    }

    private Plan explain(Connection connection, Statement statement) throws SQLException {
        NamedSql sql =
                NamedSql.parse(
                        statement.sql() instanceof Sql.Called c
                                ? SqlPrinter.print(c.body()) // as the function runs it
                                : artefacts.text("db/main/statements/" + statement.file()));
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Scalar.Param param : SqlWalk.params(statement.sql())) {
            values.put(param.name(), sample(param));
        }
        NamedSql explained =
                new NamedSql(sql.text(), "EXPLAIN (FORMAT JSON) " + sql.jdbc(), sql.names());
        try (PreparedStatement prepared = explained.prepare(connection, values);
                ResultSet row = prepared.executeQuery()) {
            row.next();
            return Plan.parse(row.getString(1));
        }
    }

    private Object sample(Scalar.Param param) {
        String[] bind = param.bind().replace("maybe:", "").split("\\.", 2);
        if (param.bind().startsWith("$geo.")) {
            return param.bind().endsWith("metres")
                    ? (Object) 3000L
                    : new java.math.BigDecimal(param.bind().endsWith("longitude") ? "7.5" : "50");
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
                case UUID -> new java.util.UUID(0, 0);
                case DATE -> java.time.LocalDate.of(1, 1, 1);
                case INSTANT ->
                        Seeder.NOW.withYear(param.bind().equals("$page.highest") ? 9999 : 1);
                default -> param.type().isText() ? "" : 0L;
            };
        }
        return Seeder.sample(param.type(), bind[bind.length - 1], 500_000);
    }

    private void drops(Connection owner, List<String[]> report) throws SQLException {
        owner.setAutoCommit(false);
        for (Index index : design.all(Index.class)) {
            String worst = "";
            double most = 0;
            try (java.sql.Statement statement = owner.createStatement()) {
                statement.execute("DROP INDEX " + Names.sql(index.name()));
            }
            for (String id : index.serves()) {
                Statement served = design.get(Statement.class, id);
                become(owner, served);
                double before = plan(id, 10).cost();
                double after = explain(owner, served).cost();
                if (after / Math.max(before, 0.01) > most) {
                    most = after / Math.max(before, 0.01);
                    worst = id;
                }
            }
            owner.rollback();
            judge(index, most, worst, report);
        }
        owner.setAutoCommit(true);
    }

    private Plan plan(String statement, int factor) {
        Plan plan = plans.getOrDefault(statement, Map.of()).get(factor);
        if (plan == null) {
            throw new IllegalStateException("no plan of " + statement + " at " + factor);
        }
        return plan;
    }

    private void judge(Index index, double ratio, String statement, List<String[]> report) {
        boolean worse = ratio > WORSE;
        boolean kept = worse || !index.rule().isEmpty();
        String shown =
                statement.isEmpty()
                        ? "serves its rule only"
                        : "`"
                                + statement.substring("statement:".length())
                                + "` costs "
                                + Numbers.plain(java.math.BigDecimal.valueOf(ratio))
                                + " times as much";
        report.add(
                new String[] {
                    index.name(),
                    shown,
                    index.rule().isEmpty()
                            ? "–"
                            : "enforces “"
                                    + design.get(org.groundplan.model.Rule.class, index.rule())
                                            .text()
                                    + "”"
                });
        String how = "Dropped in turn at ten times the volume: " + shown.replace("`", "") + ".";
        tried.evidence(
                new Evidence(
                        "evidence:index-" + index.name().replace('_', '-'),
                        index.id(),
                        kept ? Evidence.Verdict.PREDICTED : Evidence.Verdict.BROKEN,
                        Evidence.Basis.PLANNER,
                        kept ? how : how + " No statement needs it.",
                        "evidence/plans.md",
                        Origin.derived("plan", how, List.of(index.id()))));
    }

    private void report(List<String[]> dropped) {
        StringBuilder page = new StringBuilder("# What the planner would do\n\n");
        page.append(
                "PostgreSQL's own planner, as the application's role, with statistics made from the volumes in the brief; no rows. Costs are the planner's unit (about one sequential page read), not milliseconds.\n\n");
        page.append(
                "| statement | now | cost | at 10x | cost |\n| --- | --- | --- | --- | --- |\n");
        for (Statement statement : planned()) {
            Plan now = plan(statement.id(), 1);
            Plan later = plan(statement.id(), 10);
            page.append("| `")
                    .append(statement.file().replace(".sql", ""))
                    .append("` | ")
                    .append(now.describe())
                    .append(" | ")
                    .append(cost(now))
                    .append(" | ")
                    .append(later.describe())
                    .append(" | ")
                    .append(cost(later))
                    .append(" |\n");
            verdict(statement, now, later);
        }
        page.append(
                "\n## Each index dropped in turn, at 10x\n\n| index | without it | and |\n| --- | --- | --- |\n");
        dropped.forEach(d ->
                page.append("| `")
                        .append(d[0])
                        .append("` | ")
                        .append(d[1])
                        .append(" | ")
                        .append(d[2])
                        .append(" |\n"));
        tried.file("evidence/plans.md", page.toString());
    }

    private static String cost(Plan plan) {
        return String.format(Locale.ROOT, "%.2f", plan.cost());
    }

    /**
     * Whether what is looked for is one of so few that an index would not help to find its rows.
     */
    private boolean few(Statement statement) {
        return SqlWalk.params(statement.sql()).stream()
                .map(p -> p.bind().split("\\.")[0])
                .anyMatch(t -> design.find(Table.class, Table.id(t)).isPresent() && rows(t) < FEW);
    }

    /**
     * Reading a large table from end to end is right for a report and wrong for everything else.
     */
    private void verdict(Statement statement, Plan now, Plan later) {
        boolean report =
                !statement.useCase().isEmpty()
                        && design.useCase(statement.useCase()).kind() == UseCase.Kind.REPORT;
        List<String> large =
                later.wholeTables().stream().filter(t -> rows(t) * 10 > LARGE).distinct().toList();
        boolean unselective =
                statement.useCase().isEmpty()
                        && !large.isEmpty()
                        && (later.rows() > 0.01 * rows(large.getFirst()) * 10 || few(statement));
        boolean broken = !large.isEmpty() && !report && !unselective;
        String how =
                "Now "
                        + now.describe()
                        + ", cost "
                        + cost(now)
                        + "; at ten times the volume "
                        + later.describe()
                        + ", cost "
                        + cost(later)
                        + "."
                        + (broken
                                ? " It reads all of " + String.join(", ", large) + "."
                                : report && !large.isEmpty()
                                        ? " It reads everything on purpose."
                                        : unselective
                                                ? " So few values that an index would not pay."
                                                : "");
        tried.evidence(
                new Evidence(
                        "evidence:" + statement.id().replace(':', '-'),
                        statement.id(),
                        broken ? Evidence.Verdict.BROKEN : Evidence.Verdict.PREDICTED,
                        Evidence.Basis.PLANNER,
                        how,
                        "evidence/plans.md",
                        Origin.derived("plan", how, List.of(statement.id()))));
    }

    private double rows(String table) {
        return design.find(Table.class, Table.id(table))
                .map(t ->
                        design.findQuantity("quantity:" + Names.slug(t.entity()) + ".rows")
                                .map(q -> q.value().doubleValue())
                                .orElse(0.0))
                .orElse(0.0);
    }
}

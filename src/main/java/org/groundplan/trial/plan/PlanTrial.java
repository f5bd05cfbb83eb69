package org.groundplan.trial.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.UseCase;
import org.groundplan.trial.Tried;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Postgres;

/**
 * Plans every published statement after a year, when retention has filled up and at ten times that,
 * with rows spread evenly and unevenly, in the role that runs it; and drops each index in turn.
 */
public final class PlanTrial {
    private static final int LARGE = 5_000;

    /** Rows that a job may go through at ten times the volume. */
    private static final int MANY = 1_000_000;

    /** Parents of which each has more than a hundredth of the rows. */
    private static final double FEW = 100;

    /** A plan has got worse when its cost grows by more than a tenth. */
    private static final double WORSE = 1.1;

    /** Rows read for one that is kept, above which the access path is wrong. */
    private static final double WASTE = 100;

    private final Design design;
    private final Planner planner;
    private final Tried.Collector tried = new Tried.Collector();
    private final Map<String, Map<Volume, Plan>> plans = new TreeMap<>();
    private final Map<String, Map<Shape, Plan>> shaped = new TreeMap<>();
    private final Map<String, Plan> plain = new TreeMap<>();

    private PlanTrial(Design design, Planner planner) {
        this.design = design;
        this.planner = planner;
    }

    /**
     * @param database with the migrations applied and no rows; ours to spoil
     */
    public static Tried run(
            Design design, Artefacts artefacts, Postgres server, Database database, String role)
            throws SQLException, IOException {
        PlanTrial trial = new PlanTrial(design, new Planner(design, artefacts, role));
        List<String[]> dropped = new ArrayList<>();
        try (Connection owner = database.connect();
                Connection asking = database.connect()) {
            asking.setAutoCommit(false);
            for (Volume volume : Volume.values()) {
                trial.fill(owner, server, volume, Shape.EVEN);
                trial.all(asking, volume);
            }
            for (Shape shape : List.of(Shape.HOT, Shape.TOGETHER)) {
                trial.fill(owner, server, Volume.TEN, shape);
                trial.all(asking, shape);
            }
            trial.fill(owner, server, Volume.TEN, Shape.EVEN);
            trial.drops(owner, dropped);
        }
        trial.report(dropped);
        return trial.tried.collected();
    }

    private void fill(Connection owner, Postgres server, Volume volume, Shape shape)
            throws SQLException, IOException {
        new Statistics(design, owner, server.dataDirectory(), volume, shape).apply();
    }

    private void all(Connection connection, Volume volume) throws SQLException {
        for (Statement statement : planner.planned()) {
            plans.computeIfAbsent(statement.id(), _ -> new EnumMap<>(Volume.class))
                    .put(volume, planner.plan(connection, statement));
            connection.rollback();
            if (volume == Volume.HORIZON && statement.sql() instanceof Sql.Called) {
                plain.put(statement.id(), planner.plain(connection, statement));
                connection.rollback();
            }
        }
    }

    private void all(Connection connection, Shape shape) throws SQLException {
        for (Statement statement : planner.planned()) {
            shaped.computeIfAbsent(statement.id(), _ -> new EnumMap<>(Shape.class))
                    .put(shape, planner.plan(connection, statement));
            connection.rollback();
        }
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
                double before = plan(id, Volume.TEN).cost();
                double after = planner.plan(owner, design.get(Statement.class, id)).cost();
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

    private Plan plan(String statement, Volume volume) {
        Plan plan = plans.getOrDefault(statement, Map.of()).get(volume);
        if (plan == null) {
            throw new IllegalStateException("no plan of " + statement + " " + volume.words());
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
                                + Numbers.plain(BigDecimal.valueOf(ratio))
                                + " times as much";
        report.add(
                new String[] {
                    index.name(),
                    shown,
                    index.rule().isEmpty()
                            ? "–"
                            : "enforces “" + design.get(Rule.class, index.rule()).text() + "”"
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
                "PostgreSQL's own planner, in the role that runs the statement, with statistics made from the volumes in the brief; no rows. Costs are the planner's unit (about one sequential page read), not milliseconds. *Read for one kept*: rows an access reads for one that passes its filter, where it is worst, at ten times the volume; 1 where the index finds just what is wanted.\n\n");
        page.append(
                "| statement | plan when retention has filled up | cost after a year | then | at 10x | read for one kept | another plan |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Statement statement : planner.planned()) {
            Plan full = plan(statement.id(), Volume.HORIZON);
            Plan later = plan(statement.id(), Volume.TEN);
            List<String> others = others(statement);
            page.append("| `")
                    .append(statement.file().replace(".sql", ""))
                    .append("` | ")
                    .append(full.describe())
                    .append(" | ")
                    .append(cost(plan(statement.id(), Volume.YEAR)))
                    .append(" | ")
                    .append(cost(full))
                    .append(" | ")
                    .append(cost(later))
                    .append(" | ")
                    .append(Numbers.plain(BigDecimal.valueOf(Math.max(1, later.waste()))))
                    .append(" | ")
                    .append(others.isEmpty() ? "–" : String.join("; ", others))
                    .append(" |\n");
            verdict(statement, full, later, others);
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

    /** Where the planner would do something else. */
    private List<String> others(Statement statement) {
        List<String> result = new ArrayList<>();
        String usual = plan(statement.id(), Volume.HORIZON).describe();
        for (Volume volume : List.of(Volume.YEAR, Volume.TEN)) {
            Plan other = plan(statement.id(), volume);
            if (!other.describe().equals(usual)) {
                result.add(volume.words() + ": " + other.describe());
            }
        }
        String large = plan(statement.id(), Volume.TEN).describe();
        shaped.getOrDefault(statement.id(), Map.of())
                .forEach((shape, other) -> {
                    if (!other.describe().equals(large)) {
                        result.add(shape.words() + ": " + other.describe() + " at " + cost(other));
                    }
                });
        return result;
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
     * Reading a large table from end to end is right for a report and wrong for everything else; so
     * is reading a hundred rows for one that is wanted.
     */
    private void verdict(Statement statement, Plan full, Plan later, List<String> others) {
        boolean report =
                !statement.useCase().isEmpty()
                        && (design.useCase(statement.useCase()).origin().step().equals("retention")
                                || design.useCase(statement.useCase()).kind() == UseCase.Kind.REPORT
                                || design.useCase(statement.useCase()).kind()
                                        == UseCase.Kind.EXPORT);
        List<String> large =
                later.wholeTables().stream().filter(t -> rows(t) * 10 > LARGE).distinct().toList();
        report = report || goesThroughAll(statement, large);
        boolean unselective =
                statement.useCase().isEmpty()
                        && !large.isEmpty()
                        && (later.rows() > 0.01 * rows(large.getFirst()) * 10 || few(statement));
        boolean whole = !large.isEmpty() && !report && !unselective;
        boolean waste =
                !report
                        && !unselective
                        && later.scans().stream()
                                .anyMatch(s ->
                                        s.fetched() > LARGE
                                                && s.fetched() / Math.max(1, s.rows()) > WASTE);
        String how =
                Names.sentence(Volume.HORIZON.words())
                        + " "
                        + full.describe()
                        + ", cost "
                        + cost(full)
                        + "; "
                        + Volume.TEN.words()
                        + " "
                        + later.describe()
                        + ", cost "
                        + cost(later)
                        + "."
                        + (whole
                                ? " It reads all of " + String.join(", ", large) + "."
                                : waste
                                        ? " It reads "
                                                + Numbers.plain(BigDecimal.valueOf(later.waste()))
                                                + " rows for one that it keeps."
                                        : report && (!large.isEmpty() || later.waste() > WASTE)
                                                ? " It reads everything on purpose."
                                                : unselective
                                                        ? " So few values that an index would not pay."
                                                        : "")
                        + (others.isEmpty()
                                ? ""
                                : " Another plan " + String.join("; ", others) + ".")
                        + plainly(statement, full);
        tried.evidence(
                new Evidence(
                        "evidence:" + statement.id().replace(':', '-'),
                        statement.id(),
                        whole || waste ? Evidence.Verdict.BROKEN : Evidence.Verdict.PREDICTED,
                        Evidence.Basis.PLANNER,
                        how,
                        "evidence/plans.md",
                        Origin.derived("plan", how, List.of(statement.id()))));
    }

    /** A job that comes round once an hour or less often and looks at each of a few rows. */
    private boolean goesThroughAll(Statement statement, List<String> large) {
        return !statement.useCase().isEmpty()
                && design.useCase(statement.useCase()).schedule() != null
                && design.findQuantity(
                                "quantity:" + design.useCase(statement.useCase()).slug() + ".rate")
                        .filter(q -> q.value().doubleValue() <= 1.0 / 3600)
                        .isPresent()
                && large.stream().allMatch(t -> rows(t) * 10 <= MANY);
    }

    private String plainly(Statement statement, Plan full) {
        Plan bare = plain.get(statement.id());
        return bare == null
                ? ""
                : " As a plain statement under row-level security it would cost "
                        + Numbers.plain(BigDecimal.valueOf(bare.cost()))
                        + " instead of "
                        + Numbers.plain(BigDecimal.valueOf(full.cost()))
                        + " ("
                        + bare.describe()
                        + ", "
                        + Numbers.plain(BigDecimal.valueOf(Math.max(1, bare.waste())))
                        + " rows read for one kept).";
    }

    private double rows(String table) {
        return design.find(Table.class, Table.id(table))
                .map(t -> Volume.HORIZON.rows(design, t))
                .orElse(0.0);
    }
}

package org.groundplan.trial.contract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;
import org.groundplan.trial.Tried;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.Interpreter;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Outcome;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * Own rows only: the owner succeeds, another is refused or sees nothing, and without the predicate
 * the other would succeed.
 */
public final class AccessTrial {
    private final Design design;
    private final Artefacts artefacts;

    private AccessTrial(Design design, Artefacts artefacts) {
        this.design = design;
        this.artefacts = artefacts;
    }

    public static Tried run(Design design, Artefacts artefacts, Database database, String role)
            throws SQLException {
        Tried.Collector tried = new Tried.Collector();
        AccessTrial trial = new AccessTrial(design, artefacts);
        long first = 40_000_000;
        String tenant = Tenancy.of(design).map(Tenancy::tenant).orElse("");
        for (Rule rule : design.all(Rule.class)) {
            boolean shows = Effects.shows(design, rule);
            if (rule instanceof AccessRule.SharedOnly s && s.same().equals(tenant)) {
                continue; // the policies see to it, and are tried as a whole
            }
            if (!(rule instanceof AccessRule.OwnOnly)
                    && !(rule instanceof AccessRule.SharedOnly)
                    && !shows) {
                continue;
            }
            try (Connection owner = database.connect();
                    Connection application = database.connectAs(Names.sql(role))) {
                application.setAutoCommit(false);
                tried.evidence(
                        trial.rule(rule, new Seeder(design, owner, first), owner, application));
                first += 100_000;
            }
        }
        return tried.collected();
    }

    private Evidence rule(Rule rule, Seeder seeder, Connection owner, Connection application)
            throws SQLException {
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (Transaction transaction : design.all(Transaction.class)) {
            if (transaction.steps().stream().anyMatch(s -> guards(s, rule))) {
                if (rule instanceof Rule.OnlyWhen shown) {
                    new ShownTrial(design, seeder, application)
                            .run(
                                    shown,
                                    transaction,
                                    Script.of(design, artefacts, transaction),
                                    without(rule, Script.of(design, artefacts, transaction)),
                                    (hidden, seen, teeth) ->
                                            judge(
                                                    name(transaction),
                                                    hidden,
                                                    seen,
                                                    teeth,
                                                    good,
                                                    bad));
                } else if (entity(rule).equals(actor(rule))) {
                    self(rule, transaction, seeder, application, good, bad);
                } else {
                    one(rule, transaction, seeder, owner, application, good, bad);
                }
            }
        }
        String id = "evidence:rule-" + Names.file(rule.text());
        if (good.isEmpty() && bad.isEmpty()) {
            String why =
                    rule instanceof Rule.OnlyWhen g
                            ? "No statement of “" + g.useCase() + "” asks for it."
                            : "No operation of this design reaches a "
                                    + Names.words(entity(rule))
                                    + " as "
                                    + Names.article(Names.words(actor(rule)))
                                    + ".";
            return new Evidence(
                    id,
                    rule.id(),
                    Evidence.Verdict.NOT_RUN,
                    Evidence.Basis.NONE,
                    why,
                    "",
                    Origin.derived("access", why, List.of(rule.id())));
        }
        String how =
                bad.isEmpty()
                        ? (rule instanceof Rule.OnlyWhen
                                        ? "Who may sees the row and who may not sees nothing: "
                                        : "The owner succeeded and another "
                                                + Names.words(actor(rule))
                                                + " was refused or saw nothing: ")
                                + String.join(", ", good)
                                + "; without the predicate the other one would have succeeded."
                                + (rule instanceof AccessRule.SharedOnly s && s.logged()
                                        ? " The read left one record, the refused one none; "
                                                + past(s, design, application)
                                        : "")
                        : "Broken: " + String.join("; ", bad) + ".";
        return new Evidence(
                id,
                rule.id(),
                bad.isEmpty() ? Evidence.Verdict.OBSERVED : Evidence.Verdict.BROKEN,
                Evidence.Basis.INTERPRETED_DESIGN,
                how,
                "",
                Origin.derived("access", how, List.of(rule.id())));
    }

    /** The state in which the use case finds the row. */
    private org.groundplan.model.@Nullable Condition state(Transaction transaction, String entity) {
        var useCase = design.useCase(transaction.useCase());
        for (var effect : useCase.effects()) {
            if (effect instanceof Effect.Transition t && t.entity().equals(entity)) {
                return new Condition(t.field(), t.from().getFirst());
            }
        }
        for (String by : useCase.by()) {
            var m = java.util.regex.Pattern.compile("(\\w+)\\s*(?:=|is)\\s*(\\w+)").matcher(by);
            if (m.matches() && design.entity(entity).field(m.group(1)).isPresent()) {
                return new Condition(m.group(1), m.group(2));
            }
        }
        return null;
    }

    private static Map<String, Row> context(Row row, Row self) {
        Map<String, Row> all = new TreeMap<>(row.context());
        all.put(self.table(), self);
        return all;
    }

    private static String actor(Rule rule) {
        return rule instanceof AccessRule.OwnOnly o
                ? o.actor()
                : rule instanceof AccessRule.SharedOnly s ? s.actor() : "";
    }

    private static String entity(Rule rule) {
        return rule instanceof AccessRule.OwnOnly o
                ? o.entity()
                : rule instanceof AccessRule.SharedOnly s ? s.entity() : "";
    }

    /**
     * Rows between the caller and what is the caller's, so that optional references lead there too.
     */
    private Map<String, Row> way(Seeder seeder, Rule rule, Row self) throws SQLException {
        Map<String, Row> given = new TreeMap<>(self.context());
        String goal = rule instanceof AccessRule.SharedOnly s ? s.same() : actor(rule);
        List<String> way = design.up(entity(rule), goal);
        List<String> between = way.size() <= 2 ? List.of() : way.subList(1, way.size() - 1);
        for (String entity : between.reversed()) {
            given.putAll(seeder.row(entity, given, null).context());
        }
        return given;
    }

    private String name(Transaction transaction) {
        return design.find(Operation.class, transaction.id().replace("transaction:", "operation:"))
                .map(o -> o.method() + " " + o.path())
                .orElse(transaction.id());
    }

    private boolean guards(Transaction.Step step, Rule rule) {
        return SqlWalk.guards(design.get(Statement.class, step.statement()).sql())
                .contains(rule.id());
    }

    private void one(
            Rule rule,
            Transaction transaction,
            Seeder seeder,
            Connection owner,
            Connection application,
            List<String> good,
            List<String> bad)
            throws SQLException {
        String name = name(transaction);
        Script script = Script.of(design, artefacts, transaction);
        Row self = seeder.row(actor(rule), Map.of(), null);
        Condition state = state(transaction, entity(rule));
        Row row = seeder.meeting(entity(rule), way(seeder, rule, self), state);
        Row stranger = seeder.row(actor(rule), Map.of(), null);
        Map<String, @Nullable Object> own =
                Bindings.of(design, transaction, context(row, self), Ids.next(), 1);
        Map<String, @Nullable Object> other = new TreeMap<>(own);
        other.put("actor_id", stranger.id());
        Outcome refused = Interpreter.execute(application, script, other);
        Outcome bare = Interpreter.execute(application, without(rule, script), other);
        boolean reads =
                script.lines().size() == 1 && script.lines().getFirst().kind() == Script.Kind.READ;
        Row again =
                bare.succeeded() && !reads
                        ? seeder.meeting(entity(rule), way(seeder, rule, self), state)
                        : row;
        Outcome allowed =
                Interpreter.execute(
                        application,
                        script,
                        Bindings.of(design, transaction, context(again, self), Ids.next(), 2));
        boolean hidden = reads ? refused.rows().isEmpty() : !refused.succeeded();
        boolean seen = reads ? !allowed.rows().isEmpty() : allowed.succeeded();
        boolean teeth = reads ? !bare.rows().isEmpty() : bare.succeeded();
        judge(name, hidden, seen, teeth, good, bad);
        if (rule instanceof AccessRule.SharedOnly s && s.logged() && reads) {
            long kept = records(s, owner, again.id(), self.id());
            long refusedToo = records(s, owner, again.id(), stranger.id());
            if (kept != 1 || refusedToo != 0) {
                bad.add(
                        name
                                + " left "
                                + kept
                                + " records of one read, and "
                                + refusedToo
                                + " of a refused one");
            }
        }
    }

    private static void judge(
            String name,
            boolean hidden,
            boolean seen,
            boolean teeth,
            List<String> good,
            List<String> bad) {
        if (hidden && seen && teeth) {
            good.add(name);
        } else {
            bad.add(
                    name
                            + (hidden ? "" : " shows another's row")
                            + (seen ? "" : " refuses the owner")
                            + (teeth ? "" : " cannot be told apart without its predicate"));
        }
    }

    /**
     * The row is the caller: no request can name another's, so what counts is which row was shown
     * or written.
     */
    private void self(
            Rule rule,
            Transaction transaction,
            Seeder seeder,
            Connection application,
            List<String> good,
            List<String> bad)
            throws SQLException {
        Script script = Script.of(design, artefacts, transaction);
        Row self = seeder.row(actor(rule), Map.of(), null);
        Row stranger = seeder.row(actor(rule), Map.of(), null);
        Map<String, @Nullable Object> own =
                Bindings.of(design, transaction, self.context(), Ids.next(), 1);
        Map<String, @Nullable Object> other = new TreeMap<>(own);
        other.put("actor_id", stranger.id());
        boolean hidden = !touches(application, script, other, self);
        boolean seen = touches(application, script, own, self);
        boolean teeth = touches(application, without(rule, script), other, self);
        judge(name(transaction), hidden, seen, teeth, good, bad);
    }

    /** Whether a run shows a row, or leaves it in another version than before. */
    private static boolean touches(
            Connection application, Script script, Map<String, @Nullable Object> values, Row row)
            throws SQLException {
        String before = version(application, row);
        Outcome outcome = Interpreter.execute(application, script, values);
        boolean shown =
                outcome.rows().stream()
                        .anyMatch(r -> row.id().toString().equals(String.valueOf(r.get("id"))));
        return shown || !before.equals(version(application, row));
    }

    /** The transaction that wrote a row last; empty when it is gone. */
    private static String version(Connection application, Row row) throws SQLException {
        try (PreparedStatement statement =
                application.prepareStatement(
                        "SELECT xmin::text FROM " + Names.sql(row.table()) + " WHERE id = ?")) {
            statement.setObject(1, row.id());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getString(1) : "";
            }
        } finally {
            application.rollback();
        }
    }

    private Script without(Rule rule, Script script) {
        List<Script.Line> lines = new ArrayList<>();
        for (Script.Line line : script.lines()) {
            Statement statement = design.get(Statement.class, line.statement());
            NamedSql sql =
                    NamedSql.parse(SqlPrinter.print(SqlWalk.without(statement.sql(), rule.id())));
            lines.add(
                    new Script.Line(
                            line.kind(),
                            sql,
                            line.refusals(),
                            line.mayBeEmpty(),
                            line.statement()));
        }
        boolean called =
                transaction(script).stream()
                        .anyMatch(s ->
                                design.get(Statement.class, s.statement()).sql()
                                        instanceof Sql.Called);
        // what only a function may read is read as its owner
        return called
                ? script.withLines(lines).first(NamedSql.parse("SET LOCAL ROLE NONE"))
                : script.withLines(lines);
    }

    private List<Script.Line> transaction(Script script) {
        return script.lines().stream().filter(l -> !l.statement().isEmpty()).toList();
    }

    /** Whether the application's role could read the rows without leaving a record. */
    private static String past(AccessRule.SharedOnly rule, Design design, Connection application)
            throws SQLException {
        String table = Names.snake(rule.entity());
        List<String> open = new ArrayList<>();
        for (Table.Column column : design.tableOf(rule.entity()).columns()) {
            try (java.sql.Statement statement = application.createStatement()) {
                statement.execute(
                        "SELECT "
                                + Names.sql(column.name())
                                + " FROM "
                                + Names.sql(table)
                                + " LIMIT 1");
                if (!column.field().isEmpty()) {
                    open.add(column.name());
                }
            } catch (SQLException e) {
                // refused, as it should be
            } finally {
                application.rollback();
            }
        }
        return open.isEmpty()
                ? "the application's role cannot read what " + table + " says any other way."
                : "but the application's role may also read "
                        + String.join(", ", open)
                        + " of "
                        + table
                        + ", because other statements need it: a new statement could leave no record.";
    }

    /** Records of reads of a row by a caller. */
    private static long records(
            AccessRule.SharedOnly rule, Connection owner, Object row, Object reader)
            throws SQLException {
        String sql =
                "SELECT count(*) FROM "
                        + Names.sql(Names.snake(rule.record()))
                        + " WHERE "
                        + Names.sql(Names.limit(Names.snake(rule.entity()) + "_id"))
                        + " = ? AND reader = ?";
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setObject(1, row);
            statement.setObject(2, reader);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}

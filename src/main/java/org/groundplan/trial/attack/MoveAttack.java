package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.jspecify.annotations.Nullable;

/** State transitions: two that both take the same row out of the same state. */
final class MoveAttack {
    private final Setting setting;

    MoveAttack(Setting setting) {
        this.setting = setting;
    }

    List<Scenario> of(Rule.Transitions rule) {
        List<Scenario> result = new ArrayList<>();
        for (Transaction transaction :
                setting.doing(e ->
                        e instanceof Effect.Transition t
                                && t.entity().equals(rule.entity())
                                && t.sameAs().isEmpty())) {
            if (!setting.useCase(transaction).job()
                    && setting.main(transaction) instanceof Effect.Transition main
                    && main.entity().equals(rule.entity())) {
                result.add(by(rule, transaction));
            }
        }
        if (result.isEmpty()) {
            result.add(direct(rule));
        }
        return result;
    }

    private List<String> instruments(Rule.Transitions rule) {
        String table = Names.sql(Names.snake(rule.entity()));
        String column = Names.sql(Names.snake(rule.field()));
        return List.of(
                "CREATE TABLE groundplan_moves (was text, is_now text)",
                "CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_moves VALUES (OLD."
                        + column
                        + ", NEW."
                        + column
                        + "); RETURN NULL; END $$",
                "CREATE TRIGGER zz_groundplan_note AFTER UPDATE OF "
                        + column
                        + " ON "
                        + table
                        + " FOR EACH ROW EXECUTE FUNCTION groundplan_note()");
    }

    private static String violations(Rule.Transitions rule) {
        List<String> pairs = new ArrayList<>();
        rule.moves()
                .forEach((from, to) -> to.forEach(t -> pairs.add("('" + from + "', '" + t + "')")));
        return "SELECT count(*) FROM groundplan_moves WHERE (was, is_now) NOT IN ("
                + String.join(", ", pairs)
                + ")";
    }

    private Scenario by(Rule.Transitions rule, Transaction transaction) {
        Effect.Transition move =
                setting.useCase(transaction).effects().stream()
                        .filter(e ->
                                e instanceof Effect.Transition t
                                        && t.entity().equals(rule.entity())
                                        && t.sameAs().isEmpty())
                        .map(Effect.Transition.class::cast)
                        .findFirst()
                        .orElseThrow();
        Script script = setting.script(transaction);
        String table = Names.sql(Names.snake(rule.entity()));
        String column = Names.sql(Names.snake(rule.field()));
        String words =
                move.from().stream().map(f -> "'" + f + "'").collect(Collectors.joining(", "));
        String check =
                "SELECT "
                        + column
                        + " IN ("
                        + words
                        + ") AS may_move FROM "
                        + table
                        + " WHERE id = :row_id";
        Script mutant =
                setting.checkedOnly(
                        script,
                        check,
                        line -> {
                            Statement statement =
                                    setting.design.get(Statement.class, line.statement());
                            String bare =
                                    SqlPrinter.print(SqlWalk.without(statement.sql(), rule.id()));
                            return new Script.Line(
                                    line.kind(), NamedSql.parse(bare), List.of(), true, "");
                        });
        return new Scenario(
                rule.id(),
                setting.useCase(transaction).slug() + "-twice",
                preparation(rule, transaction, script, move.from().getFirst()),
                preparation(rule, transaction, mutant, move.from().getFirst()),
                setting.disarm(rule),
                violations(rule),
                instruments(rule),
                false);
    }

    private Scenario.Preparation preparation(
            Rule.Transitions rule, Transaction transaction, Script script, String from) {
        return (seeder, number) -> {
            Map<String, Row> caller = setting.actorRow(seeder, transaction);
            Row row = seeder.row(rule.entity(), caller, from);
            Map<String, Object> more = Map.of("row_id", row.id());
            Map<String, Row> context = new TreeMap<>(row.context());
            caller.forEach(context::putIfAbsent);
            String who = setting.useCase(transaction).name();
            return new Scenario.Pair(
                    setting.attacker(who, transaction, script, context, number * 2, more),
                    setting.attacker(who, transaction, script, context, number * 2 + 1, more));
        };
    }

    /**
     * No use case moves it by itself: two plain updates of the owner, to different states where
     * there are two.
     */
    private Scenario direct(Rule.Transitions rule) {
        String from =
                rule.moves().entrySet().stream()
                        .max(
                                java.util.Comparator.comparingInt(
                                                (Map.Entry<String, List<String>> e) ->
                                                        e.getValue().size())
                                        .thenComparing(Map.Entry::getKey))
                        .orElseThrow()
                        .getKey();
        List<String> to = rule.moves().getOrDefault(from, List.of());
        String table = Names.sql(Names.snake(rule.entity()));
        String column = Names.sql(Names.snake(rule.field()));
        String update = "UPDATE " + table + " SET " + column + " = :to_state WHERE id = :row_id";
        String check =
                "SELECT "
                        + column
                        + " = '"
                        + from
                        + "' AS may_move FROM "
                        + table
                        + " WHERE id = :row_id";
        Script script = Setting.direct("move " + Names.words(rule.entity()), update, known(rule));
        Script mutant = setting.checkedOnly(script, check, l -> l);
        return new Scenario(
                rule.id(),
                "move-" + Names.slug(rule.entity()) + "-twice",
                pair(rule, from, to, script),
                pair(rule, from, to, mutant),
                setting.disarm(rule),
                violations(rule),
                instruments(rule),
                true);
    }

    /** The trigger's refusal is wanted here, so it has a name. */
    private Map<String, String> known(Rule.Transitions rule) {
        Map<String, String> constraints = new TreeMap<>(Script.constraints(setting.design));
        setting.design.all(org.groundplan.model.TableConstraint.class).stream()
                .filter(c -> c.rule().equals(rule.id()))
                .forEach(c -> constraints.put(c.name(), "refusal:" + Names.slug(c.name())));
        return constraints;
    }

    private static Scenario.Preparation pair(
            Rule.Transitions rule, String from, List<String> to, Script script) {
        return (seeder, _) -> {
            Row row = seeder.row(rule.entity(), Map.of(), from);
            Map<String, @Nullable Object> a =
                    new TreeMap<>(Map.of("row_id", row.id(), "to_state", to.getFirst()));
            Map<String, @Nullable Object> b =
                    new TreeMap<>(Map.of("row_id", row.id(), "to_state", to.getLast()));
            return new Scenario.Pair(
                    new Attacker(script.name(), script, a), new Attacker(script.name(), script, b));
        };
    }
}

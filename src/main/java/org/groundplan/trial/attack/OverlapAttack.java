package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Transaction;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;

/** No overlap: two that each find the hour free. */
final class OverlapAttack {
    private final Setting setting;
    private final Plain plain;

    OverlapAttack(Setting setting) {
        this.setting = setting;
        this.plain = new Plain(setting);
    }

    List<Scenario> of(Rule.NoOverlap rule) {
        List<Scenario> result = new ArrayList<>();
        boolean counts =
                rule.when() == null
                        || rule.when().values().contains(setting.initial(rule.entity()));
        if (counts) {
            for (Transaction t :
                    setting.doing(e ->
                            e instanceof Effect.Insert i
                                    && i.entity().equals(rule.entity())
                                    && !i.many())) {
                result.add(by(rule, t));
            }
            if (result.isEmpty()) {
                Script script = plain.insert(rule.entity());
                result.add(
                        scenario(
                                rule,
                                "insert-" + Names.slug(rule.entity()) + "-twice",
                                script,
                                true,
                                (seeder, shared, number, s) ->
                                        plain.pair(
                                                s,
                                                rule.entity(),
                                                rest(seeder, rule, shared),
                                                number,
                                                hour(rule, number))));
            }
        } else {
            result.add(entering(rule));
        }
        return result;
    }

    private Map<String, Row> rest(Seeder seeder, Rule.NoOverlap rule, Map<String, Row> shared)
            throws java.sql.SQLException {
        return setting.parents(seeder, rule.entity(), null, shared, Setting.fresh());
    }

    /** The same hour for both. */
    private Map<String, Object> hour(Rule.NoOverlap rule, long number) {
        Map<String, Object> fixed = new TreeMap<>();
        boolean dates =
                setting.design
                        .tableOf(rule.entity())
                        .columnOf(rule.from())
                        .map(c -> c.type() == org.groundplan.model.FieldType.DATE)
                        .orElse(false);
        long day = 10 + number % 3000;
        fixed.put(
                Names.snake(rule.from()),
                dates ? (Object) Seeder.TODAY.plusDays(day) : Seeder.NOW.plusDays(day));
        fixed.put(
                Names.snake(rule.to()),
                dates
                        ? (Object) Seeder.TODAY.plusDays(day + 2)
                        : Seeder.NOW.plusDays(day).plusHours(1));
        return fixed;
    }

    private interface Sides {
        Scenario.Pair of(Seeder seeder, Map<String, Row> shared, long number, Script script)
                throws java.sql.SQLException;
    }

    private Scenario by(Rule.NoOverlap rule, Transaction transaction) {
        Script script = setting.script(transaction);
        String who = setting.useCase(transaction).name();
        return scenario(
                rule,
                setting.useCase(transaction).slug() + "-twice",
                script,
                false,
                (seeder, shared, number, s) -> {
                    Map<String, Object> more = new TreeMap<>(hour(rule, number));
                    Map<String, Row> a =
                            setting.parents(
                                    seeder,
                                    rule.entity(),
                                    setting.useCase(transaction),
                                    shared,
                                    Setting.fresh());
                    Map<String, Row> b =
                            setting.parents(
                                    seeder,
                                    rule.entity(),
                                    setting.useCase(transaction),
                                    shared,
                                    Setting.fresh());
                    return new Scenario.Pair(
                            setting.attacker(
                                    who, transaction, s, a, number * 2, keyed(rule, a, more)),
                            setting.attacker(
                                    who, transaction, s, b, number * 2 + 1, keyed(rule, b, more)));
                });
    }

    private Map<String, Object> keyed(
            Rule.NoOverlap rule, Map<String, Row> rows, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(more);
        for (String per : rule.per()) {
            Row row = rows.get(Names.snake(per));
            if (row != null) {
                all.put(setting.column(rule.entity(), per), row.id());
            }
        }
        return all;
    }

    private Scenario scenario(
            Rule.NoOverlap rule, String name, Script script, boolean asOwner, Sides sides) {
        Script mutant = setting.checkedOnly(script, free(rule), l -> l);
        return new Scenario(
                rule.id(),
                name,
                (seeder, number) -> sides.of(seeder, shared(seeder, rule), number, script),
                (seeder, number) -> sides.of(seeder, shared(seeder, rule), number, mutant),
                setting.disarm(rule),
                violations(rule),
                List.of(),
                asOwner);
    }

    private Map<String, Row> shared(Seeder seeder, Rule.NoOverlap rule)
            throws java.sql.SQLException {
        Map<String, Row> shared = new TreeMap<>();
        for (String per : rule.per()) {
            if (setting.design.entity(rule.entity()).parents().contains(per)) {
                shared.putAll(seeder.row(per, Map.of(), null).context());
            }
        }
        return shared;
    }

    /** What a program would ask before it writes. */
    private String free(Rule.NoOverlap rule) {
        String keys =
                rule.per().stream()
                        .map(p -> setting.column(rule.entity(), p))
                        .map(c -> " AND o." + Names.sql(c) + " = :" + c)
                        .collect(Collectors.joining());
        return "SELECT NOT EXISTS (SELECT 1 FROM "
                + Names.sql(Names.snake(rule.entity()))
                + " AS o WHERE o."
                + Names.sql(Names.snake(rule.from()))
                + " < :"
                + Names.snake(rule.to())
                + " AND o."
                + Names.sql(Names.snake(rule.to()))
                + " > :"
                + Names.snake(rule.from())
                + keys
                + setting.condition("o.", rule.entity(), rule.when())
                + ") AS free";
    }

    private String violations(Rule.NoOverlap rule) {
        String table = Names.sql(Names.snake(rule.entity()));
        String keys =
                rule.per().stream()
                        .map(p -> Names.sql(setting.column(rule.entity(), p)))
                        .map(c -> " AND a." + c + " = b." + c)
                        .collect(Collectors.joining());
        String from = Names.sql(Names.snake(rule.from()));
        String to = Names.sql(Names.snake(rule.to()));
        return "SELECT count(*) FROM "
                + table
                + " AS a JOIN "
                + table
                + " AS b ON a.id < b.id AND a."
                + from
                + " < b."
                + to
                + " AND a."
                + to
                + " > b."
                + from
                + keys
                + setting.condition("a.", rule.entity(), rule.when())
                + setting.condition("b.", rule.entity(), rule.when());
    }

    /** Only a later state counts: two rows enter it at once. */
    private Scenario entering(Rule.NoOverlap rule) {
        String to = rule.when() == null ? "" : rule.when().first();
        String column =
                Names.sql(
                        setting.column(
                                rule.entity(), rule.when() == null ? "" : rule.when().field()));
        String table = Names.sql(Names.snake(rule.entity()));
        Script script =
                Setting.direct(
                        "move " + Names.words(rule.entity()),
                        "UPDATE " + table + " SET " + column + " = '" + to + "' WHERE id = :row_id",
                        Script.constraints(setting.design));
        Scenario.Preparation[] both = new Scenario.Preparation[2];
        Script mutant = setting.checkedOnly(script, free(rule), l -> l);
        Script[] scripts = {script, mutant};
        for (int i = 0; i < 2; i++) {
            Script s = scripts[i];
            both[i] =
                    (seeder, number) -> {
                        Map<String, Row> shared = rest(seeder, rule, shared(seeder, rule));
                        Map<String, Object> fixed = keyed(rule, shared, hour(rule, number));
                        String before = setting.before(rule.entity(), to);
                        Row one = seeder.row(rule.entity(), shared, before, hour(rule, number));
                        Row two = seeder.row(rule.entity(), shared, before, hour(rule, number));
                        Map<String, @org.jspecify.annotations.Nullable Object> a =
                                new TreeMap<>(fixed);
                        Map<String, @org.jspecify.annotations.Nullable Object> b =
                                new TreeMap<>(fixed);
                        a.put("row_id", one.id());
                        b.put("row_id", two.id());
                        return new Scenario.Pair(
                                new Attacker(s.name(), s, a), new Attacker(s.name(), s, b));
                    };
        }
        return new Scenario(
                rule.id(),
                "enter-" + Names.slug(to) + "-twice",
                both[0],
                both[1],
                setting.disarm(rule),
                violations(rule),
                List.of(),
                true);
    }
}

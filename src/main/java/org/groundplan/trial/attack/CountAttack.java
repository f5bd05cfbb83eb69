package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.model.Condition;
import org.groundplan.model.Effect;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Transaction;
import org.groundplan.model.Windows;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.jspecify.annotations.Nullable;

/** "At most n" and "unique": two that each still see room for one more. */
final class CountAttack {
    private final Setting setting;
    private final Plain plain;

    CountAttack(Setting setting) {
        this.setting = setting;
        this.plain = new Plain(setting);
    }

    List<Scenario> atMost(Rule.AtMost rule) {
        List<Transaction> inserts =
                setting.doing(e ->
                        (e instanceof Effect.Insert || e instanceof Effect.Append)
                                && e.entity().equals(rule.entity()));
        List<Scenario> result = new ArrayList<>();
        for (Transaction transaction : inserts) {
            result.add(by(rule, transaction));
        }
        boolean enters =
                inserts.isEmpty() || rule.when() == null || startsIn(rule.entity(), rule.when());
        List<Transaction> moves = rule.when() == null ? List.of() : entering(rule);
        if (!enters && !moves.isEmpty()) {
            return moves.stream().map(t -> moving(rule, t)).toList();
        }
        if (inserts.isEmpty()) {
            result.add(
                    direct(
                            rule,
                            rule.entity(),
                            columns(rule.entity(), rule.per()),
                            rule.when(),
                            rule.limit()));
        }
        return result;
    }

    /** Whether a new row counts at once. */
    private boolean startsIn(String entity, Condition when) {
        String states = setting.design.entity(entity).states().map(Field::name).orElse("");
        boolean about = when.field().isEmpty() || when.field().equals(states);
        return !about || when.values().contains(setting.initial(entity));
    }

    /** Use cases by which a row begins to count. */
    private List<Transaction> entering(Rule.AtMost rule) {
        List<String> counted = rule.when() == null ? List.of() : rule.when().values();
        return setting.doing(e ->
                e instanceof Effect.Transition t
                        && t.entity().equals(rule.entity())
                        && t.sameAs().isEmpty()
                        && counted.contains(t.to())
                        && t.from().stream().noneMatch(counted::contains));
    }

    /** Two rows of the same owner that begin to count at once, where one has room. */
    private Scenario moving(Rule.AtMost rule, Transaction transaction) {
        Script script = setting.script(transaction);
        List<String> columns = columns(rule.entity(), rule.per());
        Script mutant =
                setting.checkedFirst(
                        script, check(rule.entity(), columns, rule.when(), rule.limit()));
        return new Scenario(
                rule.id(),
                setting.useCase(transaction).slug() + "-twice",
                twoMove(rule, transaction, script),
                twoMove(rule, transaction, mutant),
                setting.disarm(rule),
                violations(rule.entity(), columns, windows(rule), rule.when(), rule.limit()),
                List.of(),
                false);
    }

    private Scenario.Preparation twoMove(Rule.AtMost rule, Transaction transaction, Script script) {
        Effect.Transition move =
                (Effect.Transition)
                        setting.useCase(transaction).effects().stream()
                                .filter(e ->
                                        e instanceof Effect.Transition t
                                                && t.entity().equals(rule.entity()))
                                .findFirst()
                                .orElseThrow();
        return (seeder, number) -> {
            Map<String, Row> caller = setting.actorRow(seeder, transaction);
            Map<String, Row> shared = new TreeMap<>(caller);
            for (String per : rule.per()) {
                boolean parent = setting.design.entity(rule.entity()).parents().contains(per);
                if (parent && !shared.containsKey(Names.snake(per))) {
                    shared.putAll(seeder.row(per, shared, null).context());
                }
            }
            for (int i = 1; i < rule.limit(); i++) {
                seeder.meeting(rule.entity(), only(shared, rule), rule.when());
            }
            List<Attacker> sides = new ArrayList<>();
            for (int side = 0; side < 2; side++) {
                Row row = seeder.row(rule.entity(), only(shared, rule), move.from().getFirst());
                Map<String, Row> context = new TreeMap<>(row.context());
                caller.forEach(context::putIfAbsent);
                sides.add(
                        setting.attacker(
                                setting.useCase(transaction).name(),
                                transaction,
                                script,
                                context,
                                number * 2 + side,
                                keys(rule, context)));
            }
            return new Scenario.Pair(sides.get(0), sides.get(1));
        };
    }

    List<Scenario> unique(Rule.Unique rule) {
        return List.of(direct(rule, rule.entity(), columns(rule.entity(), rule.fields()), null, 1));
    }

    private List<String> columns(String entity, List<String> names) {
        return names.stream()
                .filter(n -> !Windows.is(setting.design, entity, n))
                .map(n -> setting.column(entity, n))
                .toList();
    }

    private Scenario by(Rule.AtMost rule, Transaction transaction) {
        Script script = setting.script(transaction);
        List<String> columns = columns(rule.entity(), rule.per());
        String check = check(rule.entity(), columns, rule.when(), rule.limit());
        Script mutant = setting.checkedInsert(script, rule.entity(), check);
        String name = setting.useCase(transaction).slug() + "-twice";
        return new Scenario(
                rule.id(),
                name,
                preparation(rule, transaction, script),
                preparation(rule, transaction, mutant),
                setting.disarm(rule),
                violations(rule.entity(), columns, windows(rule), rule.when(), rule.limit()),
                List.of(),
                false);
    }

    private Scenario.Preparation preparation(
            Rule.AtMost rule, Transaction transaction, Script script) {
        return (seeder, number) -> {
            Map<String, Row> shared = new TreeMap<>();
            for (String per : rule.per()) {
                if (setting.design.entity(rule.entity()).parents().contains(per)) {
                    shared.putAll(
                            setting.allowed(seeder, setting.useCase(transaction), per).context());
                }
            }
            for (int i = 1; i < rule.limit(); i++) {
                seeder.meeting(
                        rule.entity(),
                        only(shared, rule),
                        rule.when(),
                        windows(rule).isEmpty()
                                ? Map.of()
                                : Map.of(
                                        "created_at", org.groundplan.trial.interpreter.Seeder.NOW));
            }
            Set<String> satisfied = Setting.fresh();
            Map<String, Row> a =
                    setting.parents(
                            seeder,
                            rule.entity(),
                            setting.useCase(transaction),
                            only(shared, rule),
                            satisfied);
            Map<String, Row> b =
                    setting.parents(
                            seeder,
                            rule.entity(),
                            setting.useCase(transaction),
                            only(shared, rule),
                            satisfied);
            String who = setting.useCase(transaction).name();
            return new Scenario.Pair(
                    setting.attacker(who, transaction, script, a, number * 2, keys(rule, a)),
                    setting.attacker(who, transaction, script, b, number * 2 + 1, keys(rule, b)));
        };
    }

    /** Only the rows the count is per; everything else differs between the two. */
    private static Map<String, Row> only(Map<String, Row> rows, Rule.AtMost rule) {
        Map<String, Row> result = new TreeMap<>();
        for (String per : rule.per()) {
            Row row = rows.get(Names.snake(per));
            if (row != null) {
                result.putAll(row.context());
            }
        }
        return result;
    }

    private Map<String, Object> keys(Rule.AtMost rule, Map<String, Row> context) {
        Map<String, Object> keys = new TreeMap<>();
        for (String per : rule.per()) {
            if (Windows.is(setting.design, rule.entity(), per)) {
                keys.put("now", org.groundplan.trial.interpreter.Seeder.NOW);
                continue;
            }
            Row row = context.get(Names.snake(per));
            keys.put(
                    "key_" + setting.column(rule.entity(), per),
                    row != null ? row.id() : org.groundplan.trial.interpreter.Seeder.TODAY);
        }
        return keys;
    }

    private String check(String entity, List<String> columns, @Nullable Condition when, int limit) {
        return "SELECT count(*) < "
                + limit
                + " AS room FROM "
                + Names.sql(Names.snake(entity))
                + " WHERE "
                + columns.stream()
                        .map(c -> Names.sql(c) + " = :key_" + c)
                        .collect(Collectors.joining(" AND "))
                + setting.condition("", entity, when);
    }

    private List<String> windows(Rule rule) {
        return rule instanceof Rule.AtMost r
                ? r.per().stream().filter(p -> Windows.is(setting.design, r.entity(), p)).toList()
                : List.of();
    }

    private String violations(
            String entity,
            List<String> columns,
            List<String> windows,
            @Nullable Condition when,
            int limit) {
        List<String> keys = new ArrayList<>(columns.stream().map(Names::sql).toList());
        windows.forEach(w ->
                keys.add(
                        "date_trunc('"
                                + w.toLowerCase(java.util.Locale.ROOT)
                                + "', created_at AT TIME ZONE 'UTC')"));
        String key = String.join(", ", keys);
        return "SELECT count(*) FROM (SELECT "
                + key
                + " FROM "
                + Names.sql(Names.snake(entity))
                + " WHERE true"
                + setting.condition("", entity, when)
                + " GROUP BY "
                + key
                + " HAVING count(*) > "
                + limit
                + ") AS too_many";
    }

    /** No use case writes this yet: two plain inserts of the owner. */
    private Scenario direct(
            Rule rule, String entity, List<String> columns, @Nullable Condition when, int limit) {
        Script script = plain.insert(entity);
        Script mutant = setting.checkedOnly(script, check(entity, columns, when, limit), l -> l);
        return new Scenario(
                rule.id(),
                "insert-" + Names.slug(entity) + "-twice",
                rows(entity, columns, script),
                rows(entity, columns, mutant),
                setting.disarm(rule),
                violations(entity, columns, windows(rule), when, limit),
                List.of(),
                true);
    }

    /** Two rows that agree in what the rule is about, and in nothing else. */
    private Scenario.Preparation rows(String entity, List<String> columns, Script script) {
        return (seeder, number) -> {
            Map<String, Row> parents = plain.parents(seeder, entity);
            Map<String, @Nullable Object> shared = plain.values(entity, parents, number, Map.of());
            Map<String, Object> fixed = new TreeMap<>();
            for (String column : columns) {
                Object value = shared.get(column);
                if (value != null) {
                    fixed.put(column, value);
                    fixed.put("key_" + column, value);
                }
            }
            return plain.pair(script, entity, parents, number + 5_000_000, fixed);
        };
    }
}

package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.Transaction;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.jspecify.annotations.Nullable;

/** Never below, never above, at least n: two that each see enough left. */
final class BoundAttack {
    private static final long ENOUGH = 100;
    private static final long PART = 60;

    private final Setting setting;

    BoundAttack(Setting setting) {
        this.setting = setting;
    }

    List<Scenario> below(Rule.NeverBelow rule) {
        boolean kept =
                setting.design.all(SumRule.class).stream()
                        .anyMatch(s ->
                                s.keeps()
                                        && s.per().equals(rule.entity())
                                        && rule.field().equals(s.boundField()));
        if (kept) {
            return postings(rule);
        }
        String column = Names.sql(Names.snake(rule.field()));
        String table = Names.sql(Names.snake(rule.entity()));
        List<Scenario> result = new ArrayList<>();
        for (Transaction t :
                setting.doing(e ->
                        e instanceof Effect.Adjust a
                                && a.sign() < 0
                                && a.entity().equals(rule.entity())
                                && a.field().equals(rule.field()))) {
            result.add(
                    adjusting(
                            rule,
                            t,
                            "SELECT "
                                    + column
                                    + " - :amount >= "
                                    + rule.bound()
                                    + " AS enough FROM "
                                    + table
                                    + " WHERE id = :row_id"));
        }
        if (result.isEmpty()) {
            result.add(
                    plain(
                            rule,
                            rule.entity(),
                            "take-" + Names.slug(rule.field()) + "-twice",
                            "UPDATE "
                                    + table
                                    + " SET "
                                    + column
                                    + " = "
                                    + column
                                    + " - :amount WHERE id = :row_id",
                            "SELECT "
                                    + column
                                    + " - :amount >= "
                                    + rule.bound()
                                    + " AS enough FROM "
                                    + table
                                    + " WHERE id = :row_id",
                            Map.of(Names.snake(rule.field()), rule.bound() + ENOUGH),
                            rule.when()));
        }
        return result;
    }

    private String violations(Rule.NeverBelow rule) {
        return "SELECT count(*) FROM "
                + Names.sql(Names.snake(rule.entity()))
                + " WHERE "
                + Names.sql(Names.snake(rule.field()))
                + " < "
                + rule.bound()
                + setting.condition("", rule.entity(), rule.when());
    }

    List<Scenario> above(Rule.NeverAbove rule) {
        String column = Names.sql(Names.snake(rule.field()));
        String table = Names.sql(Names.snake(rule.entity()));
        String limit =
                rule.other() == null
                        ? String.valueOf(rule.bound())
                        : Names.sql(Names.snake(rule.other()));
        Map<String, Object> fixed = new TreeMap<>();
        if (rule.other() == null) {
            fixed.put(
                    Names.snake(rule.field()), (rule.bound() == null ? 0 : rule.bound()) - ENOUGH);
        } else {
            fixed.put(Names.snake(rule.field()), 0L);
            fixed.put(Names.snake(rule.other()), ENOUGH);
        }
        String update =
                "UPDATE "
                        + table
                        + " SET "
                        + column
                        + " = "
                        + column
                        + " + :amount WHERE id = :row_id";
        String room =
                "SELECT "
                        + column
                        + " + :amount <= "
                        + limit
                        + " AS room FROM "
                        + table
                        + " WHERE id = :row_id";
        return List.of(
                new Scenario(
                        rule.id(),
                        "raise-" + Names.slug(rule.field()) + "-twice",
                        updates(rule.entity(), update, "", fixed, null),
                        updates(rule.entity(), update, room, fixed, null),
                        setting.disarm(rule),
                        "SELECT count(*) FROM " + table + " WHERE " + column + " > " + limit,
                        List.of(),
                        true));
    }

    private Scenario plain(
            Rule.NeverBelow rule,
            String entity,
            String name,
            String update,
            String check,
            Map<String, Object> fixed,
            org.groundplan.model.@Nullable Condition when) {
        return new Scenario(
                rule.id(),
                name,
                updates(entity, update, "", fixed, when),
                updates(entity, update, check, fixed, when),
                setting.disarm(rule),
                violations(rule),
                List.of(),
                true);
    }

    /** Two plain updates of one row, each within the bound. */
    private Scenario.Preparation updates(
            String entity,
            String update,
            String check,
            Map<String, Object> fixed,
            org.groundplan.model.@Nullable Condition when) {
        Script plain =
                Setting.direct(
                        "change " + Names.words(entity),
                        update,
                        Script.constraints(setting.design));
        Script script = check.isEmpty() ? plain : setting.checkedOnly(plain, check, l -> l);
        return (seeder, _) -> {
            Map<String, Object> all = new TreeMap<>(fixed);
            String state = null;
            if (when != null) {
                boolean states =
                        when.field().isEmpty()
                                || setting.design
                                        .entity(entity)
                                        .states()
                                        .filter(f -> f.name().equals(when.field()))
                                        .isPresent();
                boolean moves =
                        setting.design.all(Rule.Transitions.class).stream()
                                .anyMatch(r -> r.entity().equals(entity));
                if (states && moves) {
                    state = when.first();
                } else {
                    all.put(
                            setting.column(entity, when.field()),
                            when.values().equals(List.of("true")) ? (Object) true : when.first());
                }
            }
            Row row = seeder.row(entity, Map.of(), state, all);
            Map<String, @Nullable Object> values = new TreeMap<>();
            values.put("row_id", row.id());
            values.put("amount", PART);
            return new Scenario.Pair(
                    new Attacker(script.name(), script, values),
                    new Attacker(script.name(), script, values));
        };
    }

    private Scenario adjusting(Rule.NeverBelow rule, Transaction transaction, String check) {
        Script script = setting.script(transaction);
        Script mutant = setting.checkedOnly(script, check, l -> l);
        return new Scenario(
                rule.id(),
                setting.useCase(transaction).slug() + "-twice",
                adjusted(rule, transaction, script),
                adjusted(rule, transaction, mutant),
                setting.disarm(rule),
                violations(rule),
                List.of(),
                false);
    }

    private Scenario.Preparation adjusted(
            Rule.NeverBelow rule, Transaction transaction, Script script) {
        return (seeder, number) -> {
            Row row =
                    seeder.row(
                            rule.entity(),
                            Map.of(),
                            null,
                            Map.of(Names.snake(rule.field()), rule.bound() + ENOUGH));
            Map<String, Object> more = Map.of("row_id", row.id(), "amount", PART);
            String who = setting.useCase(transaction).name();
            return new Scenario.Pair(
                    setting.attacker(who, transaction, script, row.context(), number * 2, more),
                    setting.attacker(
                            who, transaction, script, row.context(), number * 2 + 1, more));
        };
    }

    /** The field is a sum: what takes from it are postings. */
    private List<Scenario> postings(Rule.NeverBelow rule) {
        List<Scenario> result = new ArrayList<>();
        for (Transaction t :
                setting.doing(e ->
                        e instanceof Effect.Append a
                                && a.posts()
                                && a.between().equals(rule.entity()))) {
            Effect.Append post = Postings.of(setting, t);
            Postings postings = new Postings(setting, post, rule.when());
            Script script = setting.script(t);
            String column = Names.sql(Names.snake(rule.field()));
            String from = "from_" + Names.snake(rule.entity()) + "_id";
            String check =
                    "SELECT "
                            + column
                            + " - :"
                            + Names.snake(post.moved())
                            + " >= "
                            + rule.bound()
                            + " AS enough FROM "
                            + Names.sql(Names.snake(rule.entity()))
                            + " WHERE id = :"
                            + from;
            result.add(
                    new Scenario(
                            rule.id(),
                            setting.useCase(t).slug() + "-twice",
                            postings.round(t, script, ENOUGH, PART),
                            postings.round(
                                    t,
                                    setting.checkedFirst(setting.unlocked(script), check),
                                    ENOUGH,
                                    PART),
                            setting.disarm(rule),
                            violations(rule),
                            List.of(),
                            false));
        }
        return result;
    }

    /** The last two leave at once. */
    List<Scenario> least(Rule.AtLeast rule) {
        String entity = rule.entity();
        String table = Names.sql(Names.snake(entity));
        String key = Names.sql(setting.column(entity, rule.per().getFirst()));
        String condition = setting.condition("o.", entity, rule.when());
        boolean truth = rule.when() != null && rule.when().values().equals(List.of("true"));
        String leave =
                truth
                        ? "UPDATE "
                                + table
                                + " SET "
                                + Names.sql(
                                        setting.column(
                                                entity,
                                                rule.when() == null ? "" : rule.when().field()))
                                + " = false WHERE id = :row_id"
                        : "DELETE FROM " + table + " WHERE id = :row_id";
        String check =
                "SELECT count(*) > "
                        + rule.limit()
                        + " AS enough FROM "
                        + table
                        + " AS o WHERE o."
                        + key
                        + " = :key_id"
                        + condition;
        Script script =
                Setting.direct(
                        "leave " + Names.words(entity), leave, Script.constraints(setting.design));
        String owner = Names.sql(Names.snake(rule.per().getFirst()));
        String violations =
                "SELECT count(*) FROM "
                        + owner
                        + " AS p WHERE (SELECT count(*) FROM "
                        + table
                        + " AS o WHERE o."
                        + key
                        + " = p.id"
                        + condition
                        + ") < "
                        + rule.limit();
        return List.of(
                new Scenario(
                        rule.id(),
                        "leave-" + Names.slug(entity) + "-twice",
                        leaving(rule, script),
                        leaving(rule, setting.checkedOnly(script, check, l -> l)),
                        setting.disarm(rule),
                        violations,
                        List.of(),
                        true));
    }

    private Scenario.Preparation leaving(Rule.AtLeast rule, Script script) {
        return (seeder, _) -> {
            Row parent = seeder.row(rule.per().getFirst(), Map.of(), null);
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i <= rule.limit(); i++) {
                rows.add(seeder.meeting(rule.entity(), parent.context(), rule.when()));
            }
            return new Scenario.Pair(
                    new Attacker(
                            script.name(),
                            script,
                            new TreeMap<>(
                                    Map.of("row_id", rows.get(0).id(), "key_id", parent.id()))),
                    new Attacker(
                            script.name(),
                            script,
                            new TreeMap<>(
                                    Map.of("row_id", rows.get(1).id(), "key_id", parent.id()))));
        };
    }
}

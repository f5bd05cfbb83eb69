package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.SumRule;
import org.groundplan.model.Transaction;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;

/** Sums: a lost update of what is kept, a bound passed by two, one side without the other. */
final class SumAttack {
    private static final long BOUND = 100;
    private static final long PART = 60;

    private final Setting setting;
    private final Plain plain;

    SumAttack(Setting setting) {
        this.setting = setting;
        this.plain = new Plain(setting);
    }

    List<Scenario> of(SumRule rule) {
        if (setting.disarm(rule).isEmpty()) {
            return List.of();
        }
        if (rule.comparison() == SumRule.Comparison.AT_MOST) {
            return bounded(rule);
        }
        return rule.keeps() ? kept(rule) : List.of(oneSided(rule));
    }

    private String sum(SumRule rule, String owner) {
        return "(SELECT coalesce(sum(x."
                + Names.sql(Names.snake(rule.field()))
                + "), 0) FROM "
                + Names.sql(Names.snake(rule.entity()))
                + " AS x WHERE x."
                + Names.sql(setting.column(rule.entity(), rule.per()))
                + " = "
                + owner
                + setting.condition("x.", rule.entity(), rule.when())
                + ")";
    }

    private String bound(SumRule rule, String alias) {
        return rule.boundField() == null
                ? String.valueOf(rule.bound())
                : alias + Names.sql(Names.snake(rule.boundField()));
    }

    private String violations(SumRule rule, String operator) {
        return "SELECT count(*) FROM "
                + Names.sql(Names.snake(rule.per()))
                + " AS p WHERE "
                + sum(rule, "p.id")
                + " "
                + operator
                + " "
                + bound(rule, "p.");
    }

    /** The program adds up by itself and writes the total: of two, one is lost. */
    private List<Scenario> kept(SumRule rule) {
        List<Scenario> result = new ArrayList<>();
        String owner = Names.snake(rule.per());
        String key = setting.column(rule.entity(), rule.per());
        String update =
                "UPDATE "
                        + Names.sql(owner)
                        + " SET "
                        + Names.sql(Names.snake(String.valueOf(rule.boundField())))
                        + " = "
                        + sum(rule, Names.sql(owner) + ".id")
                        + " WHERE id = :";
        for (Transaction t :
                setting.doing(e ->
                        e instanceof Effect.Append a
                                && a.posts()
                                && a.entity().equals(rule.entity())
                                && a.between().equals(rule.per()))) {
            Effect.Append post = Postings.of(setting, t);
            Postings postings = new Postings(setting, post, null);
            Script script = setting.script(t);
            Script mutant = with(setting.unlocked(script), update + "from_" + owner + "_id");
            result.add(
                    new Scenario(
                            rule.id(),
                            setting.useCase(t).slug() + "-twice",
                            postings.round(t, script, 1000, PART),
                            postings.round(t, mutant, 1000, PART, update + "id"),
                            setting.disarm(rule),
                            violations(rule, "<>"),
                            List.of(),
                            false));
        }
        if (result.isEmpty()) {
            Script script = plain.insert(rule.entity());
            result.add(
                    new Scenario(
                            rule.id(),
                            "insert-" + Names.slug(rule.entity()) + "-twice",
                            inserts(rule, script, Map.of(), PART),
                            inserts(rule, with(script, update + key), Map.of(), PART),
                            setting.disarm(rule),
                            violations(rule, "<>"),
                            List.of(),
                            true));
        }
        return result;
    }

    private static Script with(Script script, String more) {
        List<Script.Line> lines = new ArrayList<>(script.lines());
        lines.removeIf(l -> l.kind().aside());
        lines.add(new Script.Line(Script.Kind.WRITE, NamedSql.parse(more), List.of(), true, ""));
        return script.withLines(lines);
    }

    /** Two rows for one parent. */
    private Scenario.Preparation inserts(
            SumRule rule, Script script, Map<String, Object> parent, long amount) {
        return (seeder, number) -> {
            Row owner = seeder.row(rule.per(), Map.of(), null, parent);
            Map<String, Row> parents =
                    setting.parents(seeder, rule.entity(), null, owner.context(), Setting.fresh());
            Map<String, Object> fixed = new TreeMap<>();
            fixed.put(Names.snake(rule.field()), amount);
            return plain.pair(script, rule.entity(), parents, number, fixed);
        };
    }

    private List<Scenario> bounded(SumRule rule) {
        String key = setting.column(rule.entity(), rule.per());
        String amount = Names.snake(rule.field());
        String check =
                "SELECT "
                        + sum(rule, "p.id")
                        + " + :"
                        + amount
                        + " <= "
                        + bound(rule, "p.")
                        + " AS room FROM "
                        + Names.sql(Names.snake(rule.per()))
                        + " AS p WHERE p.id = :"
                        + key;
        Map<String, Object> parent =
                rule.boundField() == null
                        ? Map.of()
                        : Map.of(Names.snake(rule.boundField()), BOUND);
        long part = rule.bound() == null ? PART : rule.bound().longValue() * 6 / 10 + 1;
        List<Scenario> result = new ArrayList<>();
        for (Transaction t :
                setting.doing(e ->
                        e instanceof Effect.Insert i
                                && i.entity().equals(rule.entity())
                                && !i.many())) {
            if (setting.useCase(t).job()) {
                continue;
            }
            Script script = setting.script(t);
            result.add(
                    new Scenario(
                            rule.id(),
                            setting.useCase(t).slug() + "-twice",
                            by(rule, t, script, parent, part),
                            by(rule, t, setting.checkedOnly(script, check, l -> l), parent, part),
                            setting.disarm(rule),
                            violations(rule, ">"),
                            List.of(),
                            false));
        }
        if (result.isEmpty()) {
            Script script = plain.insert(rule.entity());
            result.add(
                    new Scenario(
                            rule.id(),
                            "insert-" + Names.slug(rule.entity()) + "-twice",
                            inserts(rule, script, parent, part),
                            inserts(rule, setting.checkedOnly(script, check, l -> l), parent, part),
                            setting.disarm(rule),
                            violations(rule, ">"),
                            List.of(),
                            true));
        }
        return result;
    }

    private Scenario.Preparation by(
            SumRule rule,
            Transaction transaction,
            Script script,
            Map<String, Object> parent,
            long amount) {
        return (seeder, number) -> {
            Row owner =
                    seeder.row(
                            rule.per(), Map.of(), setting.wanted(transaction, rule.per()), parent);
            Map<String, Row> context =
                    setting.parents(
                            seeder,
                            rule.entity(),
                            setting.useCase(transaction),
                            owner.context(),
                            Setting.fresh());
            Map<String, Object> more = new TreeMap<>();
            more.put(Names.snake(rule.field()), amount);
            more.put(setting.column(rule.entity(), rule.per()), owner.id());
            String who = setting.useCase(transaction).name();
            return new Scenario.Pair(
                    setting.attacker(who, transaction, script, context, number * 2, more),
                    setting.attacker(who, transaction, script, context, number * 2 + 1, more));
        };
    }

    /** The program dies after the first row: one side alone must not be committed. */
    private Scenario oneSided(SumRule rule) {
        Script script = plain.insert(rule.entity());
        Scenario.Preparation single =
                (Seeder seeder, long number) -> {
                    Map<String, Row> parents = plain.parents(seeder, rule.entity());
                    Map<String, Object> fixed = new TreeMap<>();
                    fixed.put(Names.snake(rule.field()), PART);
                    return plain.pair(script, rule.entity(), parents, number, fixed);
                };
        return new Scenario(
                rule.id(),
                "one-side-alone",
                single,
                single,
                setting.disarm(rule),
                "SELECT count(*) FROM (SELECT 1 FROM "
                        + Names.sql(Names.snake(rule.entity()))
                        + " AS x WHERE true"
                        + setting.condition("x.", rule.entity(), rule.when())
                        + " GROUP BY x."
                        + Names.sql(setting.column(rule.entity(), rule.per()))
                        + " HAVING sum(x."
                        + Names.sql(Names.snake(rule.field()))
                        + ") <> "
                        + rule.bound()
                        + ") AS unbalanced",
                List.of(),
                true);
    }
}

package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.jspecify.annotations.Nullable;

/** Deadlines: a request one second past it, and the clock against a request at it. */
final class TimeAttack {
    private final Setting setting;

    TimeAttack(Setting setting) {
        this.setting = setting;
    }

    List<Scenario> deadline(TimeRule.Deadline rule) {
        List<Scenario> result = new ArrayList<>();
        for (Transaction t : guarded(rule.useCase(), rule)) {
            Effect main = setting.main(t);
            if (main != null) {
                result.add(late(rule, t, main));
            }
        }
        return result;
    }

    /** The row itself forbids it: both sides ask although its state says no. */
    List<Scenario> forbidden(Rule.OnlyWhen rule) {
        List<Scenario> result = new ArrayList<>();
        for (Transaction t : guarded(rule.useCase(), rule)) {
            Effect main = setting.main(t);
            if (main == null || rule.when() == null) {
                continue;
            }
            Script script = setting.script(t);
            result.add(
                    new Scenario(
                            rule.id(),
                            setting.useCase(t).slug() + "-although-forbidden",
                            forbidden(rule, t, main, script),
                            forbidden(rule, t, main, without(script, rule)),
                            List.of(),
                            Notes.COUNT,
                            Notes.of(main.entity(), events(main)),
                            false));
        }
        return result;
    }

    private static String events(Effect main) {
        return Effects.makes(main) ? "INSERT" : main instanceof Effect.Delete ? "DELETE" : "UPDATE";
    }

    private Scenario.Preparation forbidden(
            Rule.OnlyWhen rule, Transaction transaction, Effect main, Script script) {
        return (seeder, number) -> {
            Map<String, Row> context = new TreeMap<>(setting.funded(seeder, transaction, rule));
            Map<String, Object> more = new TreeMap<>(setting.sides(context, transaction));
            if (Effects.makes(main)) {
                if (!context.containsKey(Names.snake(rule.entity()))) {
                    context.putAll(setting.against(seeder, rule, context).context());
                }
                context.putAll(
                        setting.parents(
                                seeder,
                                main.entity(),
                                setting.useCase(transaction),
                                context,
                                Setting.fresh()));
            } else {
                context.putAll(
                        main.entity().equals(rule.entity())
                                ? setting.against(seeder, rule, context).context()
                                : seeder.row(
                                                main.entity(),
                                                setting.against(seeder, rule, context).context(),
                                                setting.wanted(transaction, main.entity()))
                                        .context());
            }
            String who = setting.useCase(transaction).name();
            return new Scenario.Pair(
                    setting.attacker(who, transaction, script, context, number * 2, more),
                    setting.attacker(who, transaction, script, context, number * 2 + 1, more));
        };
    }

    private List<Transaction> guarded(@Nullable String useCase, Rule rule) {
        return guarded(u -> u.name().equals(useCase), rule);
    }

    private List<Transaction> guarded(Predicate<UseCase> about, Rule rule) {
        return setting.doing(Effect::writes).stream()
                .filter(t -> about.test(setting.useCase(t)))
                .filter(t -> guard(t, rule) != null)
                .toList();
    }

    private @Nullable Statement guard(Transaction transaction, Rule rule) {
        return transaction.steps().stream()
                .map(s -> setting.design.get(Statement.class, s.statement()))
                .filter(s -> !SqlWalk.guarding(s.sql(), rule.id()).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The published script with its guard taken out. */
    private Script without(Script script, Rule rule) {
        return script.withLines(
                script.lines().stream()
                        .filter(l -> !l.kind().aside())
                        .map(l -> {
                            Statement statement =
                                    setting.design
                                            .find(Statement.class, l.statement())
                                            .orElse(null);
                            boolean guards =
                                    statement != null
                                            && !SqlWalk.guarding(statement.sql(), rule.id())
                                                    .isEmpty();
                            return guards && statement != null
                                    ? new Script.Line(
                                            l.kind(),
                                            NamedSql.parse(
                                                    SqlPrinter.print(
                                                            SqlWalk.without(
                                                                    statement.sql(), rule.id()))),
                                            l.refusals(),
                                            l.mayBeEmpty(),
                                            "")
                                    : l;
                        })
                        .toList());
    }

    private Scenario late(TimeRule.Deadline rule, Transaction transaction, Effect main) {
        Script script = setting.script(transaction);
        String events = events(main);
        return new Scenario(
                rule.id(),
                setting.useCase(transaction).slug()
                        + (rule.side().until() ? "-too-late" : "-too-early"),
                tooLate(rule, transaction, main, script),
                tooLate(rule, transaction, main, without(script, rule)),
                List.of(),
                Notes.COUNT,
                Notes.of(main.entity(), events),
                false);
    }

    private Scenario.Preparation tooLate(
            TimeRule.Deadline rule, Transaction transaction, Effect main, Script script) {
        return (seeder, number) -> {
            String entity = rule.entity().isEmpty() ? main.entity() : rule.entity();
            String column = rule.field().isEmpty() ? "created_at" : Names.snake(rule.field());
            FieldType type =
                    setting.design
                            .entity(entity)
                            .field(rule.field())
                            .map(f -> f.type())
                            .orElse(FieldType.INSTANT);
            long seconds = rule.seconds().longValue();
            long missed = type == FieldType.DATE ? 86_400L * 2 : 1;
            long shift =
                    switch (rule.side()) {
                        case UNTIL_BEFORE -> seconds - missed;
                        case WITHIN_AFTER -> -seconds - missed;
                        case FROM_BEFORE -> seconds + missed;
                        case FROM_AFTER -> -seconds + missed;
                    };
            Map<String, Object> fixed = Map.of(column, Seeder.at(type, shift));
            Map<String, Row> context = new TreeMap<>();
            if (entity.equals(main.entity())) {
                context.putAll(
                        Effects.makes(main)
                                ? setting.parents(
                                        seeder,
                                        entity,
                                        setting.useCase(transaction),
                                        Map.of(),
                                        Setting.fresh())
                                : seeder.row(
                                                entity,
                                                Map.of(),
                                                setting.wanted(transaction, entity),
                                                fixed)
                                        .context());
            } else {
                Row parent = seeder.row(entity, Map.of(), null, fixed);
                context.putAll(
                        Effects.makes(main)
                                ? setting.parents(
                                        seeder,
                                        main.entity(),
                                        setting.useCase(transaction),
                                        parent.context(),
                                        Setting.fresh())
                                : seeder.row(
                                                main.entity(),
                                                parent.context(),
                                                setting.wanted(transaction, main.entity()))
                                        .context());
            }
            setting.satisfy(seeder, setting.useCase(transaction), context, Setting.fresh());
            Map<String, Object> more = new TreeMap<>();
            more.put("now", Seeder.NOW);
            fixed.forEach(more::putIfAbsent);
            String who = setting.useCase(transaction).name();
            return new Scenario.Pair(
                    setting.attacker(who, transaction, script, context, number * 2, more),
                    setting.attacker(who, transaction, script, context, number * 2 + 1, more));
        };
    }

    /** After the time, and at the very moment. */
    List<Scenario> lapse(TimeRule.Lapse rule) {
        List<Scenario> result = new ArrayList<>();
        if (rule.to().isEmpty()) {
            return result;
        }
        for (Transaction t : guarded(rule::endedBy, rule)) {
            result.add(
                    new Scenario(
                            rule.id(),
                            setting.useCase(t).slug() + "-too-late",
                            waited(rule, t, setting.script(t), t, setting.script(t), 1, 1),
                            waited(
                                    rule,
                                    t,
                                    without(setting.script(t), rule),
                                    t,
                                    without(setting.script(t), rule),
                                    1,
                                    1),
                            List.of(),
                            Notes.COUNT,
                            Notes.of(rule.entity(), "UPDATE"),
                            false));
            for (Transaction job : sweepers(rule)) {
                result.add(
                        new Scenario(
                                rule.id(),
                                setting.useCase(t).slug() + "-against-the-clock",
                                waited(rule, t, setting.script(t), job, setting.script(job), -1, 1),
                                waited(
                                        rule,
                                        t,
                                        unguarded(rule, false),
                                        job,
                                        unguarded(rule, true),
                                        -1,
                                        1),
                                moves(rule),
                                Notes.TWICE,
                                Notes.of(rule.entity(), "UPDATE"),
                                false));
            }
        }
        if (result.isEmpty()) {
            for (Transaction job : sweepers(rule)) {
                result.add(
                        new Scenario(
                                rule.id(),
                                "two-clocks",
                                waited(
                                        rule,
                                        job,
                                        setting.script(job),
                                        job,
                                        setting.script(job),
                                        1,
                                        1),
                                waited(
                                        rule,
                                        job,
                                        unguarded(rule, true),
                                        job,
                                        unguarded(rule, true),
                                        1,
                                        1),
                                moves(rule),
                                Notes.TWICE,
                                Notes.of(rule.entity(), "UPDATE"),
                                false));
            }
        }
        return result;
    }

    /** The state in which the row waits for a use case, or the first that lapses. */
    private String waitingState(TimeRule.Lapse rule, Transaction transaction) {
        return setting.useCase(transaction).effects().stream()
                .filter(e -> e instanceof Effect.Transition t && t.entity().equals(rule.entity()))
                .flatMap(e -> ((Effect.Transition) e).from().stream())
                .filter(rule.from()::contains)
                .findFirst()
                .orElse(rule.from().getFirst());
    }

    private List<Transaction> sweepers(TimeRule.Lapse rule) {
        return setting.design.all(Transaction.class).stream()
                .filter(t -> setting.useCase(t).origin().from().contains(rule.id()))
                .toList();
    }

    private List<String> moves(TimeRule.Lapse rule) {
        return setting.design.all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(rule.entity()))
                .flatMap(r -> setting.disarm(r).stream())
                .toList();
    }

    /** Looks at the state first, and then moves the row whatever has become of it. */
    private Script unguarded(TimeRule.Lapse rule, boolean clock) {
        String table = Names.sql(Names.snake(rule.entity()));
        String column = Names.sql(setting.column(rule.entity(), ""));
        String words = String.join(", ", rule.from().stream().map(w -> "'" + w + "'").toList());
        String to =
                clock
                        ? rule.to()
                        : setting.design.all(Rule.Transitions.class).stream()
                                .filter(r -> r.entity().equals(rule.entity()))
                                .flatMap(r ->
                                        r
                                                .moves()
                                                .getOrDefault(rule.from().getFirst(), List.of())
                                                .stream())
                                .filter(s -> !s.equals(rule.to()))
                                .findFirst()
                                .orElse(rule.to());
        Script plain =
                Setting.direct(
                        clock ? "the clock" : "the request",
                        "UPDATE " + table + " SET " + column + " = '" + to + "' WHERE id = :row_id",
                        Script.constraints(setting.design));
        return setting.checkedOnly(
                plain,
                "SELECT "
                        + column
                        + " IN ("
                        + words
                        + ") AS waiting FROM "
                        + table
                        + " WHERE id = :row_id",
                l -> l);
    }

    private Scenario.Preparation waited(
            TimeRule.Lapse rule,
            Transaction first,
            Script a,
            Transaction second,
            Script b,
            long past,
            long pastOther) {
        return (seeder, number) -> {
            Map<String, Object> fixed = new TreeMap<>();
            fixed.put("created_at", Seeder.NOW);
            String since = setting.column(rule.entity(), "") + "_since";
            if (setting.design.tableOf(rule.entity()).column(since).isPresent()) {
                fixed.put(since, Seeder.NOW);
            }
            Map<String, Row> caller = setting.actorRow(seeder, first);
            Row row = seeder.row(rule.entity(), caller, waitingState(rule, first), fixed);
            Map<String, Row> context = new TreeMap<>(row.context());
            caller.forEach(context::putIfAbsent);
            setting.others(seeder, rule.entity(), setting.useCase(first), context);
            return new Scenario.Pair(
                    side(rule, first, a, row, context, number * 2, past),
                    side(rule, second, b, row, context, number * 2 + 1, pastOther));
        };
    }

    private Attacker side(
            TimeRule.Lapse rule,
            Transaction t,
            Script script,
            Row row,
            Map<String, Row> context,
            long number,
            long past) {
        Map<String, Object> more = new TreeMap<>();
        more.put("row_id", row.id());
        more.put("now", Seeder.NOW.plusSeconds(rule.seconds().longValue() + past));
        more.put("limit", 100L);
        return setting.attacker(setting.useCase(t).name(), t, script, context, number, more);
    }
}

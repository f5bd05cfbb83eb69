package org.groundplan.trial.attack;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Condition;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Transaction;
import org.groundplan.trial.interpreter.Funds;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.jspecify.annotations.Nullable;

/** Rounds in which both sides move something away from the same row. */
final class Postings {
    private final Setting setting;
    private final Effect.Append post;
    private final @Nullable Condition side;

    /**
     * @param side what the row that gives has to meet, so that the rule counts it
     */
    Postings(Setting setting, Effect.Append post, @Nullable Condition side) {
        this.setting = setting;
        this.post = post;
        this.side = side;
    }

    static Effect.Append of(Setting setting, Transaction transaction) {
        return setting.useCase(transaction).effects().stream()
                .filter(e -> e instanceof Effect.Append a && a.posts())
                .map(Effect.Append.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param funds what the giving row has
     * @param amount what each side takes
     */
    Scenario.Preparation round(Transaction transaction, Script script, long funds, long amount) {
        return round(transaction, script, funds, amount, "");
    }

    /**
     * @param after a statement that brings the giving row up to date, with its id put for {@code
     *     :id}; empty where the design does so by itself
     */
    Scenario.Preparation round(
            Transaction transaction, Script script, long funds, long amount, String after) {
        return (seeder, number) -> {
            Map<String, Row> owners = setting.actorRow(seeder, transaction);
            Row from = seeder.meeting(post.between(), owners, side);
            Row to = seeder.meeting(post.between(), Map.of(), side);
            Funds.give(setting.design, seeder, post, from, funds);
            if (!after.isEmpty()) {
                seeder.run(after.replace(":id", "'" + from.id() + "'"));
            }
            Map<String, Object> more = new TreeMap<>();
            String table = Names.snake(post.between());
            more.put("from_" + table + "_id", from.id());
            more.put("to_" + table + "_id", to.id());
            more.put(Names.snake(post.moved()), amount);
            String main = Funds.main(setting.useCase(transaction), post);
            Set<String> done = Setting.fresh();
            Map<String, Row> context = new TreeMap<>(from.context());
            Map<String, Row> a =
                    setting.parents(seeder, main, setting.useCase(transaction), context, done);
            Map<String, Row> b =
                    setting.parents(seeder, main, setting.useCase(transaction), context, done);
            String who = setting.useCase(transaction).name();
            return new Scenario.Pair(
                    setting.attacker(who, transaction, script, a, number * 2, more),
                    setting.attacker(who, transaction, script, b, number * 2 + 1, more));
        };
    }
}

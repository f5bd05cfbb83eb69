package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.jspecify.annotations.Nullable;

/**
 * Guards on other data: one side is allowed at the moment it looks, the other changes what it
 * looked at.
 */
final class GuardAttack {
    private final Setting setting;

    GuardAttack(Setting setting) {
        this.setting = setting;
    }

    List<Scenario> of(Rule.OnlyWhen rule) {
        List<Scenario> result = new ArrayList<>();
        if (rule.self()) {
            result.addAll(new TimeAttack(setting).forbidden(rule));
        }
        for (Transaction guarded : setting.doing(Effect::writes)) {
            boolean about = setting.useCase(guarded).name().equals(rule.useCase());
            // The row that is written is looked at and changed by the same statement.
            boolean own = rule.self() && target(guarded).equals(rule.entity());
            if (about && !own) {
                for (Transaction blocker : setting.doing(e -> blocks(rule, e))) {
                    result.add(pair(rule, guarded, blocker));
                }
            }
        }
        return result;
    }

    /** Effects that make the forbidden row, or take away the required one. */
    private boolean blocks(Rule.OnlyWhen rule, Effect effect) {
        if (!effect.entity().equals(rule.entity())) {
            return false;
        }
        String state = rule.when() == null ? "" : rule.when().first();
        return switch (effect) {
            case Effect.Transition t ->
                    rule.negated() ? t.to().equals(state) : t.from().contains(state);
            case Effect.Insert _, Effect.Append _ ->
                    rule.negated()
                            && (state.isEmpty() || state.equals(setting.initial(rule.entity())));
            case Effect.Delete _ -> !rule.negated();
            case Effect.Update _,
                    Effect.Adjust _,
                    Effect.Lock _,
                    Effect.Read _,
                    Effect.Emit _,
                    Effect.Call _ ->
                    false;
        };
    }

    private Scenario pair(Rule.OnlyWhen rule, Transaction guarded, Transaction blocker) {
        Script script = setting.script(guarded);
        Script other = setting.script(blocker);
        Script mutant = mutant(rule, script);
        String name =
                setting.useCase(guarded).slug() + "-against-" + setting.useCase(blocker).slug();
        return new Scenario(
                rule.id(),
                name,
                preparation(rule, guarded, script, blocker, other),
                preparation(rule, guarded, mutant, blocker, setting.unlocked(other)),
                List.of(),
                violations(rule, guarded),
                List.of(),
                false);
    }

    private Script mutant(Rule.OnlyWhen rule, Script script) {
        Script.Line write =
                script.lines().stream()
                        .filter(l ->
                                l.kind() == Script.Kind.WRITE
                                        && !SqlWalk.guarding(
                                                        setting.design
                                                                .get(Statement.class, l.statement())
                                                                .sql(),
                                                        rule.id())
                                                .isEmpty())
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no statement of "
                                                + script.name()
                                                + " guards "
                                                + rule.id()));
        Sql sql = setting.design.get(Statement.class, write.statement()).sql();
        Predicate guard = SqlWalk.guarding(sql, rule.id()).getFirst();
        Sql bare = SqlWalk.without(sql, rule.id());
        List<Sql.Source> sources = new ArrayList<>();
        List<Predicate> where = List.of();
        if (bare instanceof Sql.Update u) {
            sources.add(u.table());
            sources.addAll(u.from());
            where = u.where();
        } else if (bare instanceof Sql.Insert i) {
            sources.addAll(i.from());
            where = i.where();
        } else if (bare instanceof Sql.Delete d) {
            sources.add(d.table());
            where = d.where();
        }
        Sql.Select check =
                new Sql.Select(
                        List.of(new Sql.Output("allowed", new Sql.Scalar.Truth(guard))),
                        sources.getFirst(),
                        sources.stream()
                                .skip(1)
                                .map(s -> new Sql.Join(s, List.of(), false))
                                .toList(),
                        where,
                        List.of(),
                        List.of(),
                        null,
                        null);
        return setting.checkedOnly(
                script.withLines(List.of(write)),
                SqlPrinter.print(check),
                l ->
                        new Script.Line(
                                l.kind(),
                                NamedSql.parse(SqlPrinter.print(bare)),
                                List.of(),
                                true,
                                ""));
    }

    private Scenario.Preparation preparation(
            Rule.OnlyWhen rule,
            Transaction guarded,
            Script script,
            Transaction blocker,
            Script other) {
        return (seeder, number) -> {
            Map<String, Row> shared = new TreeMap<>();
            for (String same : rule.same()) {
                shared.putAll(
                        (rule.self()
                                        ? seeder.row(same, Map.of(), before(rule, blocker))
                                        : seeder.row(same, Map.of(), null))
                                .context());
            }
            Set<String> satisfied = Setting.fresh();
            // What already exists first: it may be the very row that the other side's guard asks
            // for.
            boolean guardedFirst =
                    setting.useCase(guarded).effects().stream()
                            .noneMatch(e -> e instanceof Effect.Insert);
            Map<String, Row> first =
                    context(seeder, guardedFirst ? guarded : blocker, shared, satisfied, rule);
            Map<String, Row> second =
                    context(seeder, guardedFirst ? blocker : guarded, shared, satisfied, rule);
            Map<String, Row> a = guardedFirst ? first : second;
            Map<String, Row> b = guardedFirst ? second : first;
            return new Scenario.Pair(
                    setting.attacker(
                            setting.useCase(guarded).name(),
                            guarded,
                            script,
                            a,
                            number * 2,
                            Map.of()),
                    setting.attacker(
                            setting.useCase(blocker).name(),
                            blocker,
                            other,
                            b,
                            number * 2 + 1,
                            Map.of()));
        };
    }

    /**
     * Rows for one side: what it changes must be there, in the state it starts from; what it guards
     * for must hold.
     */
    private Map<String, Row> context(
            Seeder seeder,
            Transaction transaction,
            Map<String, Row> shared,
            Set<String> satisfied,
            Rule.OnlyWhen rule)
            throws java.sql.SQLException {
        Map<String, Row> context = new TreeMap<>(shared);
        for (Effect effect : setting.useCase(transaction).effects()) {
            switch (effect) {
                case Effect.Insert i ->
                        context =
                                setting.parents(
                                        seeder,
                                        i.entity(),
                                        setting.useCase(transaction),
                                        context,
                                        satisfied);
                case Effect.Append i ->
                        context =
                                setting.parents(
                                        seeder,
                                        i.entity(),
                                        setting.useCase(transaction),
                                        context,
                                        satisfied);
                case Effect.Update u ->
                        context.putAll(
                                existing(seeder, u.entity(), open(u.entity()), shared, satisfied)
                                        .context());
                case Effect.Transition t when rule.self() && t.entity().equals(rule.entity()) -> {}
                case Effect.Transition t when t.sameAs().isEmpty() ->
                        context.putAll(
                                existing(seeder, t.entity(), t.from().getFirst(), shared, satisfied)
                                        .context());
                case Effect.Transition t when rule.negated() && blocks(rule, t) ->
                        seeder.row(t.entity(), shared, t.from().getFirst());
                default -> {}
            }
        }
        return context;
    }

    /** The state from which the other side moves the row that both sides are about. */
    private @Nullable String before(Rule.OnlyWhen rule, Transaction blocker) {
        String asked = rule.negated() || rule.when() == null ? "" : rule.when().first();
        return setting.useCase(blocker).effects().stream()
                .filter(e -> e instanceof Effect.Transition && blocks(rule, e))
                .map(e -> ((Effect.Transition) e).from())
                .map(from -> from.contains(asked) ? asked : from.getFirst())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String open(String entity) {
        return setting.design.all(Rule.Transitions.class).stream()
                .filter(t -> t.entity().equals(entity))
                .map(t -> t.moves().keySet().iterator().next())
                .findFirst()
                .orElse(null);
    }

    /**
     * A row in some state; it counts as what a positive guard asks for, so that no second one is
     * made.
     */
    private Row existing(
            Seeder seeder,
            String entity,
            @Nullable String state,
            Map<String, Row> shared,
            Set<String> satisfied)
            throws java.sql.SQLException {
        Row row = seeder.row(entity, shared, state);
        for (Rule.OnlyWhen guard : setting.design.all(Rule.OnlyWhen.class)) {
            if (!guard.negated() && guard.entity().equals(entity)) {
                StringBuilder key = new StringBuilder(guard.id());
                guard.same().stream()
                        .map(s -> row.context().get(Names.snake(s)))
                        .filter(java.util.Objects::nonNull)
                        .forEach(r -> key.append(' ').append(r.id()));
                satisfied.add(key.toString());
            }
        }
        return row;
    }

    /** What the guarded use case writes: a new row, else the first it changes. */
    private String target(Transaction guarded) {
        List<Effect> effects = setting.useCase(guarded).effects();
        return effects.stream()
                .filter(e -> e instanceof Effect.Insert)
                .findFirst()
                .or(() -> effects.stream().filter(Effect::writes).findFirst())
                .orElseThrow()
                .entity();
    }

    /**
     * Compares commit times: the forbidden row was there, or the required one gone, before the
     * guarded write committed.
     */
    private String violations(Rule.OnlyWhen rule, Transaction guarded) {
        String target = target(guarded);
        StringBuilder same = new StringBuilder();
        for (String entity : rule.same()) {
            same.append(same.isEmpty() ? "" : " AND ")
                    .append("r.")
                    .append(rule.self() ? "id" : Names.sql(setting.column(rule.entity(), entity)))
                    .append(" = ")
                    .append(setting.id("t", target, entity));
        }
        // Where the target does not say whose it is, the two sides of the scenario differ anyway.
        List<String> others =
                rule.others().stream()
                        .filter(o -> setting.design.entity(target).parents().contains(o))
                        .toList();
        for (String entity : others) {
            same.append(" AND r.")
                    .append(Names.sql(setting.column(rule.entity(), entity)))
                    .append(" <> t.")
                    .append(Names.sql(setting.column(target, entity)));
        }
        String state = setting.condition("r.", rule.entity(), rule.when());
        String table = Names.sql(Names.snake(target));
        String other = Names.sql(Names.snake(rule.entity()));
        String earlier = "pg_xact_commit_timestamp(r.xmin) < pg_xact_commit_timestamp(t.xmin)";
        return rule.negated()
                ? "SELECT count(*) FROM "
                        + table
                        + " AS t JOIN "
                        + other
                        + " AS r ON "
                        + same
                        + " WHERE "
                        + earlier
                        + state
                : "SELECT count(*) FROM "
                        + table
                        + " AS t WHERE NOT EXISTS (SELECT 1 FROM "
                        + other
                        + " AS r WHERE "
                        + same
                        + state
                        + ") AND EXISTS (SELECT 1 FROM "
                        + other
                        + " AS r WHERE "
                        + same
                        + " AND "
                        + earlier
                        + ")";
    }
}

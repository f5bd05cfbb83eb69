package org.groundplan.trial.contract;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Seeder;
import org.jspecify.annotations.Nullable;

/** Brings about the situation in which an operation gives a certain answer. */
final class Provocation {
    private final Design design;
    private final Seeder seeder;
    private long number = 900_000;

    Provocation(Design design, Seeder seeder) {
        this.design = design;
        this.seeder = seeder;
    }

    /**
     * @param values null when the situation could not be brought about
     */
    record Case(@Nullable Map<String, @Nullable Object> values, String why) {}

    /**
     * @param problem id of the wanted refusal, empty for success
     */
    Case provoke(Transaction transaction, String problem) throws SQLException {
        UseCase useCase = design.useCase(transaction.useCase());
        Refusal refusal = problem.isEmpty() ? null : design.get(Refusal.class, problem);
        Rule rule = refusal == null ? null : design.find(Rule.class, refusal.rule()).orElse(null);
        Map<String, Row> context = new TreeMap<>();
        Effect main =
                useCase.effects().stream()
                        .filter(e -> e instanceof Effect.Insert)
                        .findFirst()
                        .or(() ->
                                useCase.effects().stream()
                                        .filter(e ->
                                                e.writes()
                                                        && !(e instanceof Effect.Transition t
                                                                && !t.sameAs().isEmpty()))
                                        .findFirst())
                        .orElse(null);
        if (main instanceof Effect.Insert insert) {
            prepare(insert.entity(), useCase, rule, context);
        } else if (main != null) {
            String state =
                    main instanceof Effect.Transition t ? t.from().getFirst() : open(main.entity());
            boolean other = rule instanceof Rule.Transitions;
            context.putAll(
                    seeder.row(main.entity(), Map.of(), other ? end(main.entity(), state) : state)
                            .context());
            guards(useCase, rule, context);
        } else if (!useCase.reads().isEmpty()) {
            context.putAll(seeder.row(useCase.reads().getFirst(), Map.of(), null).context());
        }
        number++;
        Map<String, @Nullable Object> values =
                Bindings.of(design, transaction, context, Ids.of(number), number);
        if (refusal != null && refusal.problem().endsWith("-changed")) {
            values.replaceAll((name, value) ->
                    name.startsWith("due") && value instanceof java.time.LocalDate day
                            ? day.minusDays(1)
                            : value);
        }
        if (refusal != null && refusal.status() == 404) {
            String entity = refusal.problem().replaceFirst("-not-found$", "");
            boolean changed = missing(transaction, entity, values);
            return changed
                    ? new Case(values, "")
                    : new Case(null, "nothing in the request names a " + entity);
        }
        return new Case(values, "");
    }

    private void prepare(
            String entity, UseCase useCase, @Nullable Rule rule, Map<String, Row> context)
            throws SQLException {
        for (String parent : design.entity(entity).parents()) {
            if (!context.containsKey(Names.snake(parent))) {
                context.putAll(seeder.row(parent, context, null).context());
            }
        }
        if (rule instanceof Rule.AtMost atMost) {
            Map<String, Row> shared = new TreeMap<>();
            atMost.per()
                    .forEach(p -> {
                        Row row = context.get(Names.snake(p));
                        if (row != null) {
                            shared.putAll(row.context());
                        }
                    });
            for (int i = 0; i < atMost.limit(); i++) {
                seeder.row(
                        atMost.entity(),
                        shared,
                        atMost.when() == null ? null : atMost.when().value());
            }
        }
        guards(useCase, rule, context);
    }

    /**
     * Positive guards are satisfied and negative ones left alone, but for the one to be provoked.
     */
    private void guards(UseCase useCase, @Nullable Rule wanted, Map<String, Row> context)
            throws SQLException {
        Set<String> done = new HashSet<>();
        for (Rule.OnlyWhen guard : design.all(Rule.OnlyWhen.class)) {
            if (!guard.useCase().equals(useCase.name()) || !done.add(guard.id())) {
                continue;
            }
            boolean provoked = guard.equals(wanted);
            if (guard.negated() == provoked) {
                Map<String, Row> same = new TreeMap<>();
                guard.same()
                        .forEach(s -> {
                            Row row = context.get(Names.snake(s));
                            if (row != null) {
                                same.putAll(row.context());
                            }
                        });
                Condition when = guard.when();
                seeder.row(guard.entity(), same, when == null ? null : when.value());
            }
        }
    }

    private @Nullable String open(String entity) {
        return design.all(Rule.Transitions.class).stream()
                .filter(t -> t.entity().equals(entity))
                .map(t -> t.moves().keySet().iterator().next())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String end(String entity, @Nullable String otherwise) {
        return design.all(Rule.Transitions.class).stream()
                .filter(t -> t.entity().equals(entity))
                .flatMap(t ->
                        t.moves().values().stream()
                                .flatMap(java.util.List::stream)
                                .filter(t::isFinal))
                .findFirst()
                .orElse(otherwise);
    }

    /** Makes the request name something that is not there. */
    private boolean missing(
            Transaction transaction, String entity, Map<String, @Nullable Object> values) {
        String table = entity.replace('-', '_');
        boolean changed = false;
        for (Transaction.Step step : transaction.steps()) {
            for (var param :
                    org.groundplan.model.SqlWalk.params(
                            design.get(org.groundplan.model.Statement.class, step.statement())
                                    .sql())) {
                if (param.bind().startsWith(table + ".")) {
                    values.put(
                            param.name(), Seeder.sample(param.type(), param.name(), 987_654_321));
                    changed = true;
                }
            }
        }
        return changed;
    }
}

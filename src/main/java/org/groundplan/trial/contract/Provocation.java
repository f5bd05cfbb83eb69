package org.groundplan.trial.contract;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.SumRule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.groundplan.model.Windows;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Funds;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.interpreter.Wanted;
import org.jspecify.annotations.Nullable;

/** Brings about the situation in which an operation gives a certain answer. */
public final class Provocation {
    private static final long PLENTY = 1_000_000;

    private final Design design;
    private final Seeder seeder;
    private long number = 900_000;

    public Provocation(Design design, Seeder seeder) {
        this.design = design;
        this.seeder = seeder;
    }

    /**
     * @param values null when the situation could not be brought about
     */
    public record Case(@Nullable Map<String, @Nullable Object> values, String why) {
        static Case unknown(String why) {
            return new Case(null, why);
        }
    }

    /**
     * @param problem id of the wanted refusal, empty for success
     */
    public Case provoke(Transaction transaction, String problem) throws SQLException {
        UseCase useCase = design.useCase(transaction.useCase());
        Refusal refusal = problem.isEmpty() ? null : design.get(Refusal.class, problem);
        Rule rule = refusal == null ? null : design.find(Rule.class, refusal.rule()).orElse(null);
        seeder.forget();
        Situation situation = new Situation(useCase, rule);
        situation.prepare();
        number++;
        Map<String, @Nullable Object> values =
                Bindings.of(design, transaction, situation.context, Ids.of(number), number);
        situation.more.forEach((name, value) -> {
            if (values.containsKey(name)) {
                values.put(name, value);
            }
        });
        if (refusal == null) {
            return new Case(values, "");
        }
        if (refusal.status() == 404) {
            String entity = refusal.problem().replaceFirst("-not-found$", "");
            return missing(transaction, entity, values)
                    ? new Case(values, "")
                    : Case.unknown("nothing in the request names a " + entity);
        }
        boolean clash = rule instanceof Rule.NoOverlap || rule instanceof Rule.Unique;
        if (clash && refusal.status() == 409 && !situation.inserts()) {
            return Case.unknown("no situation known that leads to it");
        }
        return wrong(refusal, rule, values)
                ? new Case(values, "")
                : Case.unknown("no situation known that leads to it");
    }

    /** Changes the request so that it is refused; true when the situation does so by itself. */
    private boolean wrong(
            Refusal refusal, @Nullable Rule rule, Map<String, @Nullable Object> values) {
        String problem = refusal.problem();
        if (problem.endsWith("-changed")) {
            values.replaceAll((name, value) ->
                    name.startsWith("due") && value instanceof java.time.LocalDate day
                            ? day.minusDays(1)
                            : value);
            return true;
        }
        if (problem.endsWith("-not-positive")) {
            String name = problem.replaceFirst("-not-positive$", "").replace('-', '_');
            return values.replace(name, 0L) != null;
        }
        if (problem.startsWith("same-")) {
            String side = problem.substring(5).replace('-', '_');
            return values.replace("to_" + side + "_id", values.get("from_" + side + "_id")) != null;
        }
        return switch (rule) {
            case null -> false;
            case Rule.NeverBelow r -> below(r, values);
            case SumRule r -> values.replace(Names.snake(r.field()), 4 * PLENTY * PLENTY) != null;
            case Rule.NoOverlap r when refusal.status() == 422 ->
                    values.replace(Names.snake(r.to()), values.get(Names.snake(r.from()))) != null;
            case Rule.NeverAbove r ->
                    values.replace(Names.snake(r.field()), 4 * PLENTY * PLENTY) != null;
            case Rule.AtMost _,
                    Rule.Unique _,
                    Rule.OnlyWhen _,
                    Rule.Transitions _,
                    Rule.NoOverlap _,
                    TimeRule.Deadline _,
                    TimeRule.Lapse _ ->
                    true;
            case Rule.AtLeast _, Rule.AppendOnly _, AccessRule _, Rule.NotUnderstood _ -> false;
        };
    }

    private boolean below(Rule.NeverBelow rule, Map<String, @Nullable Object> values) {
        for (SumRule sum : design.all(SumRule.class)) {
            if (sum.keeps()
                    && sum.per().equals(rule.entity())
                    && rule.field().equals(sum.boundField())) {
                return values.replace(Names.snake(sum.field()), 4 * PLENTY) != null;
            }
        }
        return values.replace("amount", 4 * PLENTY * PLENTY) != null
                || values.replace(Names.snake(rule.field()), rule.bound() - 1) != null;
    }

    /** The rows around one request. */
    private final class Situation {
        private final UseCase useCase;
        private final @Nullable Rule rule;
        private final Map<String, Row> context = new TreeMap<>();
        private final Map<String, Object> more = new TreeMap<>();

        Situation(UseCase useCase, @Nullable Rule rule) {
            this.useCase = useCase;
            this.rule = rule;
        }

        void prepare() throws SQLException {
            Effect main = main();
            actor();
            for (Effect effect : useCase.effects()) {
                if (effect instanceof Effect.Append a && a.posts()) {
                    funds(a);
                }
            }
            if (main instanceof Effect.Insert || main instanceof Effect.Append) {
                inserting(main.entity());
            } else if (main != null) {
                changing(main);
            } else if (!useCase.reads().isEmpty()) {
                String read = useCase.reads().getFirst();
                context.putAll(seeder.row(read, context, null).context());
            }
            others(main);
        }

        boolean inserts() {
            Effect main = main();
            return main != null && Effects.makes(main);
        }

        private @Nullable Effect main() {
            return Effects.main(design, useCase).orElse(null);
        }

        /** The caller's own row, so that what is his can be his. */
        private void actor() throws SQLException {
            String actor = useCase.actor();
            if (actor != null && design.find(Entity.class, Entity.id(actor)).isPresent()) {
                context.putAll(
                        seeder.meeting(actor, context, Wanted.of(design, useCase, actor, rule))
                                .context());
            }
        }

        private void funds(Effect.Append post) throws SQLException {
            var counted =
                    design.all(Rule.NeverBelow.class).stream()
                            .filter(r -> r.entity().equals(post.between()))
                            .map(Rule.NeverBelow::when)
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            Row from = seeder.meeting(post.between(), context, counted);
            Row to = seeder.meeting(post.between(), Map.of(), counted);
            Funds.give(design, seeder, post, from, PLENTY);
            String table = Names.snake(post.between());
            context.put(table, from);
            more.put("from_" + table + "_id", from.id());
            more.put("to_" + table + "_id", to.id());
            more.put(Names.snake(post.moved()), 2_500L);
        }

        private void inserting(String entity) throws SQLException {
            Map<String, Object> late = late(entity);
            ancestors(entity);
            for (String parent : design.entity(entity).parents()) {
                boolean maybe = design.entity(entity).maybe().contains(parent);
                if (!context.containsKey(Names.snake(parent)) && !maybe) {
                    Map<String, ?> fixed =
                            rule instanceof TimeRule.Deadline d && d.entity().equals(parent)
                                    ? late
                                    : Map.of();
                    Row row =
                            seeder.meeting(
                                    parent,
                                    context,
                                    Wanted.of(design, useCase, parent, rule),
                                    fixed);
                    context.putAll(row.context());
                }
            }
            if (rule instanceof TimeRule.Deadline d && d.entity().equals(entity)) {
                more.putAll(late);
            }
            if (rule instanceof Rule.AtMost r) {
                fill(r);
            }
            if (rule instanceof Rule.Unique u && !u.entity().equals(entity)) {
                takenBeside(u);
            } else if (rule instanceof Rule.Unique || rule instanceof Rule.NoOverlap) {
                taken(entity);
            }
            guard();
        }

        private void fill(Rule.AtMost r) throws SQLException {
            Map<String, Row> shared = new TreeMap<>();
            r.per()
                    .forEach(p -> {
                        Row row = context.get(Names.snake(p));
                        if (row != null) {
                            shared.putAll(row.context());
                        }
                    });
            boolean window = r.per().stream().anyMatch(p -> Windows.is(design, r.entity(), p));
            for (int i = 0; i < Math.min(r.limit(), 500); i++) {
                seeder.meeting(
                        r.entity(),
                        shared,
                        r.when(),
                        window ? Map.of("created_at", Seeder.NOW) : Map.of());
            }
        }

        /** A row that has already what the request asks for. */
        private void taken(String entity) throws SQLException {
            var condition = rule instanceof Rule.NoOverlap r ? r.when() : null;
            Row before = seeder.meeting(entity, context, condition);
            before.values()
                    .forEach((column, value) -> {
                        if (value != null && !column.equals("id") && !column.equals("created_at")) {
                            more.put(column, value);
                        }
                    });
        }

        /** A row that has already what is written beside the main row. */
        private void takenBeside(Rule.Unique unique) throws SQLException {
            Row before = seeder.meeting(unique.entity(), context, null);
            for (String field : unique.fields()) {
                String column = Names.snake(field);
                Object value = before.values().get(column);
                if (value != null) {
                    more.put(column, value);
                    more.put(Names.snake(unique.entity()) + "_" + column, value);
                }
            }
        }

        private void changing(Effect main) throws SQLException {
            String state =
                    main instanceof Effect.Transition t ? t.from().getFirst() : open(main.entity());
            boolean other = rule instanceof Rule.Transitions;
            String wanted = other ? end(main, state) : state;
            Map<String, Object> fixed = new TreeMap<>();
            if (rule instanceof TimeRule.Deadline d) {
                if (d.entity().isEmpty() || d.entity().equals(main.entity())) {
                    fixed.putAll(late(main.entity()));
                } else {
                    Row parent = seeder.row(d.entity(), context, null, late(d.entity()));
                    context.putAll(parent.context());
                }
            }
            if (rule instanceof TimeRule.Lapse l && l.entity().equals(main.entity())) {
                fixed.put("created_at", Seeder.NOW.minusSeconds(l.seconds().longValue() + 60));
                design.entity(main.entity())
                        .states()
                        .map(f -> Names.snake(f.name()) + "_since")
                        .filter(c -> design.tableOf(main.entity()).column(c).isPresent())
                        .ifPresent(c ->
                                fixed.put(
                                        c, Seeder.NOW.minusSeconds(l.seconds().longValue() + 60)));
                more.put("now", Seeder.NOW);
            }
            for (Effect effect : useCase.effects()) {
                boolean referred =
                        effect instanceof Effect.Transition t
                                && t.sameAs().isEmpty()
                                && design.entity(main.entity()).parents().contains(t.entity());
                if (referred && effect instanceof Effect.Transition t) {
                    context.putAll(seeder.row(t.entity(), context, t.from().getFirst()).context());
                }
            }
            ancestors(main.entity());
            var own = Wanted.of(design, useCase, main.entity(), rule);
            Row about =
                    own != null && rule instanceof Rule.OnlyWhen
                            ? seeder.meeting(main.entity(), context, own, fixed)
                            : seeder.row(main.entity(), context, wanted, fixed);
            context.putAll(about.context());
            for (Effect effect : useCase.effects()) {
                if (effect instanceof Effect.Update u && u.entity().equals(main.entity())) {
                    for (String field : u.fields()) {
                        boolean reference =
                                design.entity(main.entity()).parents().contains(field)
                                        && !context.containsKey(Names.snake(field));
                        if (reference) {
                            context.putAll(seeder.row(field, context, null).context());
                        }
                    }
                }
            }
            if (rule instanceof Rule.AtMost r) {
                fill(r);
            }
            guard();
        }

        /** What a guard asks of rows further up: of what the row belongs to, and so on. */
        private void ancestors(String entity) throws SQLException {
            for (Rule.OnlyWhen guard : guards()) {
                String above = guard.entity();
                boolean asked =
                        guard.self()
                                && design.up(entity, above).size() > (inserts() ? 2 : 1)
                                && !context.containsKey(Names.snake(above));
                if (asked) {
                    var wanted = Wanted.of(design, useCase, above, rule);
                    context.putAll(seeder.meeting(above, context, wanted).context());
                }
            }
        }

        /** Rows of other entities that the request names. */
        private void others(@Nullable Effect main) throws SQLException {
            for (Effect effect : useCase.effects()) {
                if (!Effects.makes(effect) || effect.equals(main)) {
                    continue;
                }
                for (String parent : design.entity(effect.entity()).parents()) {
                    boolean made =
                            useCase.effects().stream()
                                    .anyMatch(e ->
                                            e instanceof Effect.Insert
                                                    && e.entity().equals(parent));
                    if (!made && !context.containsKey(Names.snake(parent))) {
                        context.putAll(seeder.row(parent, context, null).context());
                    }
                }
            }
        }

        /** The instant of a deadline, on the wrong side of it. */
        private Map<String, Object> late(String entity) {
            if (!(rule instanceof TimeRule.Deadline d)) {
                return Map.of();
            }
            String column = d.field().isEmpty() ? "created_at" : Names.snake(d.field());
            FieldType type =
                    design.entity(entity)
                            .field(d.field())
                            .map(f -> f.type())
                            .orElse(FieldType.INSTANT);
            long day = 2 * 86_400L;
            long shift =
                    switch (d.side()) {
                        case UNTIL_BEFORE -> d.seconds().longValue() - day;
                        case WITHIN_AFTER -> -d.seconds().longValue() - day;
                        case FROM_BEFORE -> d.seconds().longValue() + day;
                        case FROM_AFTER -> -d.seconds().longValue() + day;
                    };
            return Map.of(column, Seeder.at(type, shift));
        }

        private java.util.List<Rule.OnlyWhen> guards() {
            return design.all(Rule.OnlyWhen.class).stream()
                    .filter(g -> g.useCase().equals(useCase.name()))
                    .toList();
        }

        /**
         * Positive guards are satisfied and negative ones left alone, but for the one to be
         * provoked.
         */
        private void guard() throws SQLException {
            Set<String> done = new HashSet<>();
            for (Rule.OnlyWhen guard : guards()) {
                boolean self = guard.self();
                if (self || !done.add(guard.id()) || guard.negated() != guard.equals(rule)) {
                    continue;
                }
                Map<String, Row> same = new TreeMap<>();
                guard.same()
                        .forEach(s -> {
                            Row row = context.get(Names.snake(s));
                            if (row != null) {
                                same.putAll(row.context());
                            }
                        });
                seeder.meeting(guard.entity(), same, guard.when());
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

    /** A state from which the move is not allowed: a final one where there is one. */
    private @Nullable String end(Effect main, @Nullable String otherwise) {
        String entity = main.entity();
        List<String> from = main instanceof Effect.Transition t ? t.from() : List.of();
        Optional<String> another =
                design.entity(entity).states().stream()
                        .flatMap(f -> f.values().stream())
                        .filter(v -> !from.contains(v))
                        .findFirst();
        return design.all(Rule.Transitions.class).stream()
                .filter(t -> t.entity().equals(entity))
                .flatMap(t ->
                        t.moves().values().stream()
                                .flatMap(java.util.List::stream)
                                .filter(t::isFinal))
                .filter(s -> !from.contains(s))
                .findFirst()
                .or(() -> another)
                .orElse(otherwise);
    }

    /** Makes the request name something that is not there. */
    private boolean missing(
            Transaction transaction, String entity, Map<String, @Nullable Object> values) {
        String table = entity.replace('-', '_');
        UseCase useCase = design.useCase(transaction.useCase());
        boolean self = Names.slug(String.valueOf(useCase.actor())).equals(entity);
        boolean changed = false;
        for (Transaction.Step step : transaction.steps()) {
            for (var param : SqlWalk.params(design.get(Statement.class, step.statement()).sql())) {
                boolean caller = self && param.bind().equals("$actor.id");
                if (caller || param.bind().startsWith(table + ".")) {
                    values.put(
                            param.name(), Seeder.sample(param.type(), param.name(), 987_654_321));
                    changed = true;
                } else if (param.bind().startsWith("$rows.")
                        && values.get(param.name()) instanceof String list
                        && list.contains("\"" + table + "_id\"")) {
                    values.put(
                            param.name(),
                            list.replaceAll(
                                    "\"" + table + "_id\":\"[^\"]*\"",
                                    "\"" + table + "_id\":\"" + Ids.of(987_654_321) + "\""));
                    changed = true;
                }
            }
        }
        return changed;
    }
}

package org.groundplan.trial.attack;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.interpreter.Wanted;
import org.jspecify.annotations.Nullable;

/** What all kinds of rules need to set up an attack. */
final class Setting {
    final Design design;
    final Artefacts artefacts;

    Setting(Design design, Artefacts artefacts) {
        this.design = design;
        this.artefacts = artefacts;
    }

    /** Transactions of use cases with an effect. */
    List<Transaction> doing(java.util.function.Predicate<Effect> effect) {
        return design.all(Transaction.class).stream()
                .filter(t -> design.useCase(t.useCase()).effects().stream().anyMatch(effect))
                .toList();
    }

    UseCase useCase(Transaction transaction) {
        return design.useCase(transaction.useCase());
    }

    /** The published script; for work the clock starts, its writing of one row. */
    Script script(Transaction transaction) {
        Script script = Script.of(design, artefacts, transaction);
        List<Script.Line> each =
                script.lines().stream().filter(l -> l.kind() == Script.Kind.EACH).toList();
        if (each.isEmpty()) {
            return script;
        }
        return script.withLines(
                each.stream()
                        .map(l ->
                                new Script.Line(
                                        Script.Kind.WRITE,
                                        l.sql(),
                                        l.refusals(),
                                        true,
                                        l.statement()))
                        .toList());
    }

    /**
     * The first write of a script with a check before it that does not lock: what is written
     * without thinking of others.
     */
    Script checkedOnly(
            Script script, String check, java.util.function.UnaryOperator<Script.Line> change) {
        List<Script.Line> lines = new ArrayList<>();
        lines.add(new Script.Line(Script.Kind.CHECK, NamedSql.parse(check), List.of(), false, ""));
        script.lines().stream()
                .filter(l -> l.kind() == Script.Kind.WRITE)
                .findFirst()
                .map(change)
                .ifPresent(lines::add);
        return script.withLines(lines);
    }

    /**
     * The write of a script that makes a row of an entity, with a check before it that does not
     * lock.
     */
    Script checkedInsert(Script script, String entity, String check) {
        String start = "INSERT INTO " + Names.sql(Names.snake(entity)) + " (";
        List<Script.Line> lines = new ArrayList<>();
        lines.add(new Script.Line(Script.Kind.CHECK, NamedSql.parse(check), List.of(), false, ""));
        script.lines().stream()
                .filter(l -> l.kind() == Script.Kind.WRITE && l.sql().text().startsWith(start))
                .findFirst()
                .ifPresent(lines::add);
        return script.withLines(lines);
    }

    /** All writes of a script, with a check before them that does not lock. */
    Script checkedFirst(Script script, String check) {
        List<Script.Line> lines = new ArrayList<>();
        lines.add(new Script.Line(Script.Kind.CHECK, NamedSql.parse(check), List.of(), false, ""));
        script.lines().stream()
                .filter(l -> l.kind() == Script.Kind.WRITE)
                .map(l -> new Script.Line(l.kind(), l.sql(), l.refusals(), true, l.statement()))
                .forEach(lines::add);
        return script.withLines(lines);
    }

    /** What a use case writes first of all. */
    @Nullable Effect main(Transaction transaction) {
        return Effects.main(design, useCase(transaction)).orElse(null);
    }

    /** The state in which a use case wants a row of an entity, or null for any. */
    @Nullable String wanted(Transaction transaction, String entity) {
        for (Effect effect : useCase(transaction).effects()) {
            if (effect instanceof Effect.Transition t && t.entity().equals(entity)) {
                return t.from().getFirst();
            }
        }
        return design.all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(entity))
                .map(r -> initial(entity))
                .findFirst()
                .orElse(null);
    }

    /** A state from which a row can enter another one. */
    @Nullable String before(String entity, String state) {
        return design.all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(entity))
                .flatMap(r -> r.sources(state).stream())
                .findFirst()
                .orElse(null);
    }

    /** A row whose own state says no to a guard. */
    Row against(Seeder seeder, Rule.OnlyWhen rule, Map<String, Row> given) throws SQLException {
        Condition when = rule.when();
        if (when == null || rule.negated()) {
            return seeder.meeting(rule.entity(), given, when);
        }
        String field =
                when.field().isEmpty()
                        ? design.entity(rule.entity()).states().map(Field::name).orElse("status")
                        : when.field();
        if (when.values().equals(List.of("true"))) {
            return seeder.row(rule.entity(), given, null, Map.of(Names.snake(field), false));
        }
        String other =
                design
                        .entity(rule.entity())
                        .field(field)
                        .map(Field::values)
                        .orElse(List.of())
                        .stream()
                        .filter(v -> !when.values().contains(v))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("every " + field + " allows it"));
        return seeder.meeting(rule.entity(), given, new Condition(field, other));
    }

    /**
     * The caller (with the wrong state for a rule about callers) and, where something is posted, a
     * funded side.
     */
    Map<String, Row> funded(Seeder seeder, Transaction transaction, Rule.OnlyWhen rule)
            throws SQLException {
        String actor = useCase(transaction).actor();
        Map<String, Row> context = new TreeMap<>();
        if (rule.entity().equals(actor)) {
            context.putAll(against(seeder, rule, Map.of()).context());
        } else {
            context.putAll(actorRow(seeder, transaction));
        }
        for (Effect effect : useCase(transaction).effects()) {
            if (effect instanceof Effect.Append a && a.posts()) {
                Row from = seeder.row(a.between(), context, null);
                org.groundplan.trial.interpreter.Funds.give(design, seeder, a, from, 1_000_000);
                context.put(Names.snake(a.between()), from);
                context.put(
                        "to " + Names.snake(a.between()), seeder.row(a.between(), Map.of(), null));
            }
        }
        return context;
    }

    /** Parameters of the two sides of a posting. */
    Map<String, Object> sides(Map<String, Row> context, Transaction transaction) {
        Map<String, Object> more = new TreeMap<>();
        for (Effect effect : useCase(transaction).effects()) {
            if (effect instanceof Effect.Append a && a.posts()) {
                String table = Names.snake(a.between());
                Row from = context.get(table);
                Row to = context.get("to " + table);
                if (from != null && to != null) {
                    more.put("from_" + table + "_id", from.id());
                    more.put("to_" + table + "_id", to.id());
                    more.put(Names.snake(a.moved()), 60L);
                }
            }
        }
        return more;
    }

    /** A row of an entity in the state in which the guards of a use case let it happen. */
    Row allowed(Seeder seeder, UseCase useCase, String entity) throws SQLException {
        return seeder.meeting(entity, Map.of(), Wanted.of(design, useCase, entity, null));
    }

    /** The caller's own row, where the caller is an entity. */
    Map<String, Row> actorRow(Seeder seeder, Transaction transaction) throws SQLException {
        String actor = useCase(transaction).actor();
        boolean entity = actor != null && design.find(Entity.class, Entity.id(actor)).isPresent();
        if (!entity || actor == null) {
            return Map.of();
        }
        return allowed(seeder, useCase(transaction), actor).context();
    }

    Script unlocked(Script script) {
        return script.withLines(
                script.lines().stream().filter(l -> l.kind() != Script.Kind.LOCK).toList());
    }

    static Script direct(String name, String sql, Map<String, String> constraints) {
        return new Script(
                name,
                List.of(),
                List.of(
                        new Script.Line(
                                Script.Kind.WRITE, NamedSql.parse(sql), List.of(), false, "")),
                constraints);
    }

    /** Parent rows for a new row of an entity, with whatever the use case's guards want to find. */
    Map<String, Row> parents(
            Seeder seeder,
            String entity,
            @Nullable UseCase useCase,
            Map<String, Row> given,
            Set<String> satisfied)
            throws SQLException {
        Map<String, Row> context = new TreeMap<>(given);
        for (String parent : design.entity(entity).parents()) {
            boolean maybe = design.entity(entity).maybe().contains(parent);
            if (!context.containsKey(Names.snake(parent)) && !maybe) {
                Condition wanted =
                        useCase == null ? null : Wanted.of(design, useCase, parent, null);
                context.putAll(seeder.meeting(parent, context, wanted).context());
            }
        }
        if (useCase != null) {
            others(seeder, entity, useCase, context);
            satisfy(seeder, useCase, context, satisfied);
        }
        return context;
    }

    /** What the parts of a list, and whatever else is written, refer to. */
    void others(Seeder seeder, String main, UseCase useCase, Map<String, Row> context)
            throws SQLException {
        for (Effect effect : useCase.effects()) {
            if (!Effects.makes(effect) || effect.entity().equals(main)) {
                continue;
            }
            for (String parent : design.entity(effect.entity()).parents()) {
                boolean made =
                        useCase.effects().stream()
                                .anyMatch(e -> Effects.makes(e) && e.entity().equals(parent));
                boolean maybe = design.entity(effect.entity()).maybe().contains(parent);
                if (!made && !maybe && !context.containsKey(Names.snake(parent))) {
                    context.putAll(seeder.row(parent, context, null).context());
                }
            }
        }
    }

    /** Puts there what a positive guard asks for, once for each row it is about. */
    void satisfy(Seeder seeder, UseCase useCase, Map<String, Row> context, Set<String> satisfied)
            throws SQLException {
        for (Rule.OnlyWhen guard : design.all(Rule.OnlyWhen.class)) {
            boolean self = guard.self();
            if (self || guard.negated() || !guard.useCase().equals(useCase.name())) {
                continue;
            }
            Map<String, Row> same = new TreeMap<>();
            StringBuilder key = new StringBuilder(guard.id());
            for (String entity : guard.same()) {
                Row row = context.get(Names.snake(entity));
                if (row != null) {
                    same.put(row.table(), row);
                    key.append(' ').append(row.id());
                }
            }
            if (satisfied.add(key.toString())) {
                seeder.meeting(guard.entity(), same, guard.when());
            }
        }
    }

    Attacker attacker(
            String who,
            Transaction transaction,
            Script script,
            Map<String, Row> context,
            long number,
            Map<String, ?> more) {
        Map<String, @Nullable Object> values =
                Bindings.of(design, transaction, context, Ids.of(20_000_000 + number), number);
        for (Script.Line line : script.lines()) {
            for (String name : line.sql().names()) {
                Row row =
                        name.endsWith("_id")
                                ? context.get(name.substring(0, name.length() - 3))
                                : null;
                if (row != null) {
                    values.putIfAbsent(name, row.id());
                }
            }
        }
        values.putAll(more);
        return new Attacker(who, script, values);
    }

    /** What takes a rule's mechanism out of a database. */
    List<String> disarm(Rule rule) {
        List<String> result = new ArrayList<>();
        design.all(TableConstraint.class).stream()
                .filter(c -> c.rule().equals(rule.id()))
                .forEach(c -> result.addAll(c.drop()));
        design.all(Index.class).stream()
                .filter(i -> i.rule().equals(rule.id()))
                .forEach(i -> result.add("DROP INDEX " + Names.sql(i.name())));
        return result;
    }

    String column(String entityName, String name) {
        Entity entity = design.entity(entityName);
        if (name.isEmpty()) {
            return Names.snake(entity.states().map(Field::name).orElse("status"));
        }
        if (entity.field(name).isPresent()) {
            return Names.snake(name);
        }
        return design.tableOf(entityName)
                .foreignKeyTo(Names.snake(name))
                .map(Table.ForeignKey::column)
                .or(() ->
                        Tenancy.of(design)
                                .filter(t -> t.tenant().equals(name) && t.covers(entityName))
                                .map(Tenancy::column))
                .orElse(Names.snake(name));
    }

    /**
     * The id of what a row leads to by its keys, as an expression.
     *
     * @param alias of the row
     */
    String id(String alias, String entity, String goal) {
        List<String> way = design.up(entity, goal);
        if (way.size() <= 2) {
            return alias + "." + Names.sql(entity.equals(goal) ? "id" : column(entity, goal));
        }
        String next = way.get(1);
        return "(SELECT "
                + id(alias + "1", next, goal)
                + " FROM "
                + Names.sql(Names.snake(next))
                + " AS "
                + alias
                + "1 WHERE "
                + alias
                + "1.id = "
                + alias
                + "."
                + Names.sql(column(entity, next))
                + ")";
    }

    String condition(String alias, String entity, @Nullable Condition when) {
        return when == null
                ? ""
                : " AND " + when.sql(alias + Names.sql(column(entity, when.field())));
    }

    /** The state a new row has; empty when it has none. */
    String initial(String entity) {
        return design.entity(entity)
                .states()
                .map(field ->
                        design.all(Rule.Transitions.class).stream()
                                .filter(r ->
                                        r.entity().equals(entity) && r.field().equals(field.name()))
                                .findFirst()
                                .map(r -> r.initial(field.values()))
                                .orElse(field.values().isEmpty() ? "" : field.values().getFirst()))
                .orElse("");
    }

    static Set<String> fresh() {
        return new HashSet<>();
    }
}

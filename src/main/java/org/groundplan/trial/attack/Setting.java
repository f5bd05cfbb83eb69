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
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
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

    Script unlocked(Script script) {
        return script.withLines(
                script.lines().stream().filter(l -> l.kind() != Script.Kind.LOCK).toList());
    }

    static Script direct(String name, String sql, Map<String, String> constraints) {
        return new Script(
                name,
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
            if (!context.containsKey(Names.snake(parent))) {
                context.putAll(seeder.row(parent, context, null).context());
            }
        }
        if (useCase != null) {
            satisfy(seeder, useCase, context, satisfied);
        }
        return context;
    }

    /** Puts there what a positive guard asks for, once for each row it is about. */
    void satisfy(Seeder seeder, UseCase useCase, Map<String, Row> context, Set<String> satisfied)
            throws SQLException {
        for (Rule.OnlyWhen guard : design.all(Rule.OnlyWhen.class)) {
            if (guard.negated() || !guard.useCase().equals(useCase.name())) {
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
                seeder.row(
                        guard.entity(), same, guard.when() == null ? null : guard.when().value());
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
                .orElse(Names.snake(name));
    }

    String condition(String alias, String entity, @Nullable Condition when) {
        return when == null
                ? ""
                : " AND "
                        + alias
                        + Names.sql(column(entity, when.field()))
                        + " = '"
                        + when.value()
                        + "'";
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

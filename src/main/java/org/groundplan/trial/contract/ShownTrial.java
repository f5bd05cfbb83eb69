package org.groundplan.trial.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.Interpreter;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.jspecify.annotations.Nullable;

/** A guard on what is shown: the same request where the rule allows it, and where it does not. */
final class ShownTrial {
    private final Design design;
    private final Seeder seeder;
    private final Connection application;

    ShownTrial(Design design, Seeder seeder, Connection application) {
        this.design = design;
        this.seeder = seeder;
        this.application = application;
    }

    /** Whether the row was hidden, shown where allowed, and shown without the predicate. */
    interface Judge {
        void of(boolean hidden, boolean seen, boolean teeth);
    }

    void run(Rule.OnlyWhen rule, Transaction transaction, Script script, Script bare, Judge judge)
            throws SQLException {
        Map<String, @Nullable Object> allowed = request(rule, transaction, !rule.negated());
        Map<String, @Nullable Object> refused = request(rule, transaction, rule.negated());
        judge.of(!shows(script, refused), shows(script, allowed), shows(bare, refused));
    }

    private boolean shows(Script script, Map<String, @Nullable Object> values) throws SQLException {
        return !Interpreter.execute(application, script, values).rows().isEmpty();
    }

    /**
     * @param there whether the row that the rule is about is there, in the state it names
     */
    private Map<String, @Nullable Object> request(
            Rule.OnlyWhen rule, Transaction transaction, boolean there) throws SQLException {
        UseCase useCase = design.useCase(transaction.useCase());
        String main = useCase.reads().getFirst();
        Map<String, Row> context = new TreeMap<>();
        String above = rule.entity();
        Condition when = rule.when();
        if (rule.self()) {
            Condition state = there ? when : other(above, when);
            Row row = seeder.meeting(above, Map.of(), state);
            context.putAll(row.context());
        }
        Map<String, Row> all =
                new TreeMap<>(
                        rule.self() && above.equals(main)
                                ? context
                                : seeder.row(main, context, null).context());
        String actor = useCase.actor();
        if (actor != null && design.find(Entity.class, Entity.id(actor)).isPresent()) {
            all.put(Names.snake(actor), seeder.row(actor, Map.of(), null));
        }
        if (!rule.self() && there) {
            Map<String, Row> same = new TreeMap<>();
            for (String entity : rule.same()) {
                Row shared = all.get(Names.snake(entity));
                if (shared != null) {
                    same.put(shared.table(), shared);
                }
            }
            seeder.meeting(above, same, when);
        }
        return Bindings.of(design, transaction, all, Ids.next(), 1);
    }

    /** A state that is not the one named; null where a fresh row will do. */
    private @Nullable Condition other(String entity, @Nullable Condition when) {
        if (when == null) {
            return null;
        }
        List<String> values =
                design.entity(entity).fields().stream()
                        .filter(f ->
                                when.field().isEmpty()
                                        ? design.entity(entity)
                                                .states()
                                                .map(Field::name)
                                                .filter(f.name()::equals)
                                                .isPresent()
                                        : f.name().equals(when.field()))
                        .findFirst()
                        .map(Field::values)
                        .orElse(List.of());
        return values.stream()
                .filter(v -> !when.values().contains(v))
                .findFirst()
                .map(v -> new Condition(when.field(), v))
                .orElse(null);
    }
}

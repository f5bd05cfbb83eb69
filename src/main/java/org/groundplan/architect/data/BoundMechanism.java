package org.groundplan.architect.data;

import java.util.List;
import org.groundplan.model.Condition;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.jspecify.annotations.Nullable;

/** Never below and never above: a check on the row. */
final class BoundMechanism {
    private final Workbench bench;

    BoundMechanism(Workbench bench) {
        this.bench = bench;
    }

    void below(Rule.NeverBelow rule) {
        String column = Names.sql(bench.columnOf(rule.entity(), rule.field()));
        String subject =
                Names.words(rule.field()).equals("balance") ? "funds" : Names.words(rule.field());
        check(
                rule,
                rule.entity(),
                rule.field(),
                "min",
                column + " >= " + rule.bound(),
                rule.when(),
                Names.slug(rule.entity()) + "-" + Names.slug(rule.field()) + "-too-low",
                "not enough " + subject,
                "the " + Names.words(rule.field()) + " would fall below " + rule.bound());
    }

    void above(Rule.NeverAbove rule) {
        String column = Names.sql(bench.columnOf(rule.entity(), rule.field()));
        String limit =
                rule.other() == null
                        ? String.valueOf(rule.bound())
                        : Names.sql(bench.columnOf(rule.entity(), rule.other()));
        check(
                rule,
                rule.entity(),
                rule.field(),
                "max",
                column + " <= " + limit,
                null,
                Names.slug(rule.entity()) + "-" + Names.slug(rule.field()) + "-too-high",
                Names.words(rule.field()) + " at its limit",
                "the " + Names.words(rule.field()) + " would rise above " + rule.limit());
    }

    private void check(
            Rule rule,
            String entity,
            String field,
            String suffix,
            String condition,
            @Nullable Condition when,
            String problem,
            String title,
            String refusedWhen) {
        String table = Names.snake(entity);
        String column = bench.columnOf(entity, field);
        String name =
                Names.limit(
                        table
                                + "_"
                                + column
                                + "_"
                                + suffix
                                + (when == null ? "" : "_" + Names.snake(when.value())));
        String full =
                when == null
                        ? condition
                        : "NOT (" + bench.predicate("", entity, when) + ") OR " + condition;
        bench.constraint(
                table,
                name,
                "check",
                List.of(Workbench.addCheck(table, name, full)),
                List.of(Workbench.dropConstraint(table, name)),
                "A check on the row holds at every commit, whoever writes and however many at once.",
                rule);
        bench.refuse(problem, 409, Names.sentence(title), refusedWhen, name, "23514", rule);
    }
}

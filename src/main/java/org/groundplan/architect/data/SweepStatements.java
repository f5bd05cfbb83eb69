package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Transaction;
import org.groundplan.model.Unit;

/**
 * A job of the clock: one statement moves a batch of what has waited too long, and skips what
 * others hold.
 */
final class SweepStatements {
    private final Design design;
    private final TimeRule.Lapse rule;
    private final StatementStep.Script script;

    SweepStatements(Design design, TimeRule.Lapse rule, StatementStep.Script script) {
        this.design = design;
        this.rule = rule;
        this.script = script;
    }

    void build() {
        String entity = rule.entity();
        String table = Names.snake(entity);
        Scalar now = new Scalar.Param("now", FieldType.INSTANT, "$clock.now");
        Scalar since = Guards.waitingSince(design, rule);
        List<Predicate> due = new ArrayList<>();
        String field =
                design.entity(entity).states().map(f -> Names.snake(f.name())).orElse("status");
        if (!rule.from().isEmpty()) {
            due.add(
                    new Predicate.In(
                            Paths.column(entity, field),
                            rule.from().stream().<Scalar>map(Paths::word).toList()));
        }
        due.add(
                new Predicate.Compare(
                        since,
                        Predicate.Op.LESS_OR_EQUAL,
                        Guards.shifted(now, "-", rule.seconds())));
        Sql.Select batch =
                new Sql.Select(
                        List.of(new Sql.Output("id", Paths.column(entity, "id"))),
                        Paths.source(entity),
                        List.of(),
                        due,
                        List.of(),
                        List.of(
                                new Sql.Order(since, false),
                                new Sql.Order(Paths.column(entity, "id"), false)),
                        new Scalar.Param("limit", FieldType.INTEGER, "$page.limit"),
                        new Sql.Lock(table, Sql.Lock.Mode.NEXT));
        List<Predicate> where = List.of(new Predicate.Within(Paths.column(entity, "id"), batch));
        List<Sql.Assignment> set = new ArrayList<>();
        if (!rule.to().isEmpty()) {
            set.add(new Sql.Assignment(field, Paths.word(rule.to())));
            String sinceColumn = Columns.since(field);
            if (design.tableOf(entity).column(sinceColumn).isPresent()) {
                set.add(new Sql.Assignment(sinceColumn, now));
            }
            design.entity(entity).fields().stream()
                    .filter(f -> FieldRoles.isRecordedFor(f, rule.to()))
                    .forEach(f ->
                            set.add(
                                    new Sql.Assignment(
                                            Names.snake(f.name()), CommandStatements.clock(f))));
        }
        script.step(
                rule.to().isEmpty()
                        ? new Sql.Delete(Paths.source(entity), where)
                        : new Sql.Update(Paths.source(entity), set, List.of(), where),
                "sweep",
                "A batch of "
                        + Names.plural(Names.words(entity))
                        + " that waited "
                        + Numbers.print(rule.seconds(), Unit.SECOND)
                        + (rule.to().isEmpty() ? " is taken away" : " becomes " + rule.to())
                        + "; several instances may run it at once, each skips what another holds.",
                Transaction.Role.WRITE,
                List.of(),
                true,
                List.of(rule.id()));
    }
}

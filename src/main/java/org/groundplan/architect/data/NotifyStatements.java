package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * What the clock starts: read what is due and not yet told, then for each row write the record
 * first and send after it, so that a rerun finds the record.
 */
final class NotifyStatements extends ReadStatements {
    NotifyStatements(Design design, UseCase useCase, StatementStep.Script script) {
        super(design, useCase, script);
    }

    @Override
    void build() {
        useCase.by().forEach(f -> filter(f, null));
        List<Sql.Output> outputs = new ArrayList<>(outputs());
        Optional<String> record =
                useCase.effects().stream()
                        .filter(Effect.Insert.class::isInstance)
                        .map(Effect::entity)
                        .findFirst();
        record.filter(r -> design.entity(r).parents().contains(main)).ifPresent(this::notYet);
        List<Sql.Order> order = new ArrayList<>();
        where.stream()
                .filter(p ->
                        p instanceof Predicate.Compare c
                                && c.op() != Predicate.Op.EQUAL
                                && c.left() instanceof Scalar.Column col
                                && col.table().equals(Names.snake(main)))
                .findFirst()
                .ifPresent(p -> order.add(new Sql.Order(((Predicate.Compare) p).left(), false)));
        order.add(new Sql.Order(Paths.column(main, "id"), false));
        where.add(after(order));
        script.step(
                new Sql.Select(
                        outputs,
                        Paths.source(main),
                        List.copyOf(joins.values()),
                        where,
                        List.of(),
                        order,
                        new Scalar.Param("limit", FieldType.INTEGER, "$page.limit"),
                        null),
                "due",
                "The "
                        + Names.plural(Names.words(main))
                        + " for which “"
                        + useCase.name()
                        + "” has something to send and no record of having sent it.",
                Transaction.Role.READ,
                List.of(),
                true,
                because);
        record.filter(r -> design.entity(r).parents().contains(main)).ifPresent(this::write);
    }

    private void notYet(String record) {
        List<Predicate> same =
                new ArrayList<>(
                        List.of(
                                Paths.equal(
                                        Paths.column(record, SchemaStep.reference(main)),
                                        Paths.column(main, "id"))));
        once(record)
                .ifPresent(rule -> {
                    because.add(rule.id());
                    for (String per : rule.per()) {
                        design.entity(record)
                                .field(per)
                                .filter(FieldRoles::isRecorded)
                                .ifPresent(f ->
                                        same.add(
                                                Paths.equal(
                                                        Paths.column(record, Names.snake(f.name())),
                                                        CommandStatements.clock(f))));
                    }
                });
        where.add(
                new Predicate.Not(
                        new Predicate.Exists(
                                new Sql.Select(
                                        List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                                        Paths.source(record),
                                        List.of(),
                                        same,
                                        List.of(),
                                        List.of(),
                                        null,
                                        null))));
    }

    private Optional<Rule.AtMost> once(String record) {
        return design.all(Rule.AtMost.class).stream()
                .filter(r -> r.limit() == 1 && r.entity().equals(record))
                .findFirst();
    }

    /** The first word of an enumeration, or what the job works out for the row. */
    private Scalar worked(Entity entity, Field field, String column) {
        return field.type() == FieldType.ENUM
                ? Paths.word(
                        design.all(Rule.Transitions.class).stream()
                                .filter(r ->
                                        r.entity().equals(entity.name())
                                                && r.field().equals(field.name()))
                                .findFirst()
                                .map(r -> r.initial(field.values()))
                                .orElse(field.values().getFirst()))
                : Paths.param(column, field.type(), entity.name(), column);
    }

    private void write(String record) {
        Entity entity = design.entity(record);
        Map<String, Scalar> values = new LinkedHashMap<>();
        values.put("id", new Scalar.Param("id", FieldType.UUID, "$new.id"));
        values.put(
                SchemaStep.reference(main),
                new Scalar.Param(Names.snake(main) + "_id", FieldType.UUID, "$row.id"));
        for (Field field : entity.fields()) {
            String column = Names.snake(field.name());
            boolean given =
                    !field.optional()
                            && field.computed() == null
                            && !Kept.is(design, record, field);
            if (FieldRoles.isRecorded(field)) {
                values.put(column, CommandStatements.clock(field));
            } else if (given) {
                values.put(column, worked(entity, field, column));
            }
        }
        values.put("created_at", new Scalar.Param("now", FieldType.INSTANT, "$clock.now"));
        script.step(
                new Sql.Insert(
                        Names.snake(record),
                        values.entrySet().stream()
                                .map(e -> new Sql.Assignment(e.getKey(), e.getValue()))
                                .toList(),
                        List.of(),
                        List.of(),
                        true,
                        List.of()),
                "record",
                "Claims one row before the mail leaves: nothing written means another run has it.",
                Transaction.Role.EACH,
                List.of(),
                true,
                once(record).map(r -> List.of(r.id())).orElse(List.of()));
    }
}

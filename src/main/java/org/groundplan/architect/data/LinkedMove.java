package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/** A row that the main one refers to, or that refers to it, moves in the same transaction. */
final class LinkedMove {
    private final Design design;
    private final UseCase useCase;
    private final StatementStep.Script script;
    private final Locator locator;
    private final Guards guards;

    LinkedMove(
            Design design,
            UseCase useCase,
            StatementStep.Script script,
            Locator locator,
            Guards guards) {
        this.design = design;
        this.useCase = useCase;
        this.script = script;
        this.locator = locator;
        this.guards = guards;
    }

    /**
     * @param main the entity the use case is about; its row is there already
     */
    void move(Effect.Transition move, String main) {
        if (!move.sameAs().isEmpty()) {
            along(move);
            return;
        }
        String name = move.entity();
        Entity entity = design.entity(name);
        boolean up = design.entity(main).parents().contains(name);
        boolean down = entity.parents().contains(main);
        List<Predicate> where = new ArrayList<>();
        if (!up && !down) {
            // nothing leads from one to the other: whoever asks names both
            where.add(
                    Paths.equal(
                            Paths.column(name, "id"),
                            Paths.param(Names.snake(name) + "_id", FieldType.UUID, name, "id")));
            String actor = useCase.actor();
            if (actor != null) {
                Access access = new Access(design);
                access.of(actor, name).forEach(l -> where.add(l.predicate()));
                access.mine(useCase, name).ifPresent(where::add);
            }
        } else if (up) {
            where.add(Paths.refers(main, name));
            where.add(Paths.equal(Paths.column(main, "id"), row()));
        } else {
            where.add(Paths.equal(Paths.column(name, SchemaStep.reference(main)), row()));
        }
        List<Sql.Assignment> set = new ArrayList<>();
        set.add(new Sql.Assignment(Names.snake(move.field()), Paths.word(move.to())));
        String since = Columns.since(move.field());
        if (design.tableOf(name).column(since).isPresent()) {
            set.add(
                    new Sql.Assignment(
                            since, new Scalar.Param("now", FieldType.INSTANT, "$clock.now")));
        }
        entity.fields().stream()
                .filter(f -> FieldRoles.isRecordedFor(f, move.to()))
                .forEach(f ->
                        set.add(
                                new Sql.Assignment(
                                        Names.snake(f.name()), CommandStatements.clock(f))));
        Guards.Guarded state = guards.states(move, entity).orElseThrow();
        where.add(state.predicate());
        script.step(
                new Sql.Update(
                        Paths.source(name),
                        set,
                        up ? List.of(Paths.source(main)) : List.of(),
                        where),
                "move",
                Names.sentence(useCase.name()) + " also " + move.describe() + ".",
                Transaction.Role.WRITE,
                List.of(state.refusal()),
                down,
                List.of());
    }

    private Scalar row() {
        boolean made =
                org.groundplan.model.Effects.main(design, useCase)
                        .filter(org.groundplan.model.Effects::makes)
                        .isPresent();
        return made ? new Scalar.Param("id", FieldType.UUID, "$new.id") : locator.targetId();
    }

    /** Whatever moves along with it: the oldest row of the same parent, or all of them. */
    private void along(Effect.Transition t) {
        String name = t.entity();
        String same = t.sameAs();
        List<Predicate> row =
                new ArrayList<>(
                        List.of(
                                new Predicate.In(
                                        Paths.column(name, Names.snake(t.field())),
                                        t.from().stream().<Scalar>map(Paths::word).toList())));
        row.add(
                Paths.equal(
                        Paths.column(name, SchemaStep.reference(same)), Paths.column(same, "id")));
        row.addAll(locator.predicatesOf(same));
        Sql.Assignment set = new Sql.Assignment(Names.snake(t.field()), Paths.word(t.to()));
        Sql.Update update;
        if (t.oldest()) {
            Sql.Select oldest =
                    new Sql.Select(
                            List.of(new Sql.Output("id", Paths.column(name, "id"))),
                            Paths.source(name),
                            List.of(
                                    new Sql.Join(
                                            Paths.source(same),
                                            List.of(
                                                    Paths.equal(
                                                            Paths.column(same, "id"),
                                                            Paths.column(
                                                                    name,
                                                                    SchemaStep.reference(same)))),
                                            false)),
                            row.stream().filter(p -> !p.equals(row.get(1))).toList(),
                            List.of(),
                            List.of(
                                    new Sql.Order(Paths.column(name, "created_at"), false),
                                    new Sql.Order(Paths.column(name, "id"), false)),
                            new Scalar.Literal("1"),
                            null);
            update =
                    new Sql.Update(
                            Paths.source(name),
                            List.of(set),
                            List.of(),
                            List.of(Paths.equal(Paths.column(name, "id"), new Scalar.One(oldest))));
        } else {
            update =
                    new Sql.Update(
                            Paths.source(name), List.of(set), List.of(Paths.source(same)), row);
        }
        script.step(
                update,
                "also",
                Names.sentence(useCase.name()) + " also " + t.describe() + ", if there is one.",
                Transaction.Role.WRITE,
                List.of(),
                true,
                List.of());
    }
}

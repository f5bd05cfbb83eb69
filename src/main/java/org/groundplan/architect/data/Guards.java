package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.UseCase;

/** The conditions under which a use case may write, each with what it is refused with. */
final class Guards {
    private final Design design;
    private final UseCase useCase;
    private final StatementStep.Script script;

    Guards(Design design, UseCase useCase, StatementStep.Script script) {
        this.design = design;
        this.useCase = useCase;
        this.script = script;
    }

    /**
     * @param predicate as it stands in the statement
     * @param bare the same, not marked as a guard
     * @param refusal id of the refusal
     */
    record Guarded(Predicate predicate, Predicate bare, String refusal) {}

    /** The states a change may start from: those of the transition, or any that is not final. */
    Optional<Guarded> states(Effect effect, Entity entity) {
        List<String> from;
        String field;
        if (effect instanceof Effect.Transition t) {
            from = t.from();
            field = t.field();
        } else {
            Optional<Rule.Transitions> rule = moves(entity);
            if (rule.isEmpty() || effect instanceof Effect.Delete) {
                return Optional.empty();
            }
            from =
                    entity.field(rule.get().field()).map(Field::values).orElse(List.of()).stream()
                            .filter(s -> !rule.get().isFinal(s))
                            .toList();
            field = rule.get().field();
        }
        String rule = moves(entity).map(Rule.Transitions::id).orElse("");
        Predicate in =
                new Predicate.In(
                        Paths.column(entity.name(), Names.snake(field)),
                        from.stream().<Scalar>map(Paths::word).toList());
        String problem =
                Names.slug(entity.name())
                        + "-not-"
                        + String.join("-or-", from.stream().map(Names::slug).toList());
        String refusal =
                script.refusal(
                        problem,
                        409,
                        Names.sentence(
                                Names.words(entity.name())
                                        + " is not "
                                        + String.join(" or ", from)),
                        "the "
                                + Names.words(entity.name())
                                + " is not "
                                + String.join(" or ", from)
                                + " (any more)",
                        rule);
        return Optional.of(new Guarded(new Predicate.Guard(rule, refusal, in), in, refusal));
    }

    /**
     * A due date is moved only from where the caller saw it, so that a repeated request does not
     * move it twice.
     */
    Optional<Guarded> unchanged(Effect effect, Entity entity) {
        if (!(effect instanceof Effect.Update u)) {
            return Optional.empty();
        }
        return entity.fields().stream()
                .filter(f -> u.fields().contains(f.name()) && FieldRoles.isDue(f))
                .findFirst()
                .map(field -> {
                    String column = Names.snake(field.name());
                    Predicate same =
                            Paths.equal(
                                    Paths.column(entity.name(), column),
                                    Paths.param(column, field.type(), entity.name(), column));
                    String words = Names.words(entity.name());
                    String refusal =
                            script.refusal(
                                    Names.slug(entity.name()) + "-changed",
                                    409,
                                    Names.sentence(words + " has changed"),
                                    "the "
                                            + words
                                            + " is not as the caller last saw it; this request may have been carried out already",
                                    "");
                    return new Guarded(new Predicate.Guard("", refusal, same), same, refusal);
                });
    }

    Optional<Rule.Transitions> moves(Entity entity) {
        return design.all(Rule.Transitions.class).stream()
                .filter(t -> t.entity().equals(entity.name()))
                .findFirst();
    }

    Guarded guard(Rule.OnlyWhen rule, String target, boolean inserting) {
        List<Predicate> row = new ArrayList<>();
        for (String same : rule.same()) {
            row.add(
                    Paths.equal(
                            Paths.column(rule.entity(), SchemaStep.reference(same)),
                            reference(target, same, inserting)));
        }
        for (String other : rule.others()) {
            row.add(
                    new Predicate.Compare(
                            Paths.column(rule.entity(), SchemaStep.reference(other)),
                            Predicate.Op.DIFFERENT,
                            reference(target, other, inserting)));
        }
        if (rule.when() != null) {
            row.add(
                    Paths.equal(
                            Paths.column(
                                    rule.entity(),
                                    Columns.of(design, rule.entity(), rule.when().field())),
                            Paths.word(rule.when().value())));
        }
        Predicate exists =
                new Predicate.Exists(
                        new Sql.Select(
                                List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                                Paths.source(rule.entity()),
                                List.of(),
                                row,
                                List.of(),
                                List.of(),
                                null,
                                null));
        Predicate bare = rule.negated() ? new Predicate.Not(exists) : exists;
        String refusal =
                design.all(Refusal.class).stream()
                        .filter(r -> r.rule().equals(rule.id()))
                        .map(Refusal::id)
                        .findFirst()
                        .orElseThrow();
        return new Guarded(new Predicate.Guard(rule.id(), refusal, bare), bare, refusal);
    }

    /**
     * The reference of what the use case is about; the caller, where that is the entity and the
     * target has no such key.
     */
    private Scalar reference(String target, String entity, boolean inserting) {
        if (design.entity(target).parents().contains(entity)) {
            return inserting
                    ? Paths.column(entity, "id")
                    : Paths.column(target, SchemaStep.reference(entity));
        }
        if (entity.equals(target) && !inserting) {
            return Paths.column(target, "id");
        }
        if (!entity.equals(useCase.actor())) {
            script.unresolved(
                    entity,
                    "“"
                            + useCase.name()
                            + "” is about "
                            + Names.article(target)
                            + ", which does not refer to "
                            + Names.article(entity)
                            + ".");
        }
        return new Scalar.Param("actor_id", FieldType.UUID, "actor.id");
    }
}

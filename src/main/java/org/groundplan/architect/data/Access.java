package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;

/** Whose rows a caller may see: the rows' own reference, or one further up the foreign keys. */
final class Access {
    private final Design design;

    Access(Design design) {
        this.design = design;
    }

    /** The signed-in caller. */
    static Scalar caller() {
        return new Scalar.Param("actor_id", FieldType.UUID, "$actor.id");
    }

    /** A rule and what it adds to a statement. */
    record Limit(Rule rule, Predicate predicate) {}

    /** Limits for an actor on rows of an entity. */
    List<Limit> of(String actor, String entity) {
        List<Limit> result = new ArrayList<>();
        for (AccessRule.OwnOnly rule : design.all(AccessRule.OwnOnly.class)) {
            if (rule.actor().equals(actor) && rule.entity().equals(entity)) {
                at(entity, rule.actor(), caller())
                        .ifPresent(p -> result.add(new Limit(rule, guard(rule, entity, p))));
            }
        }
        String tenant = Tenancy.of(design).map(Tenancy::tenant).orElse("");
        for (AccessRule.SharedOnly rule : design.all(AccessRule.SharedOnly.class)) {
            if (rule.same().equals(tenant)) {
                continue; // row-level security sees to it, in every statement
            }
            boolean known =
                    design.find(Entity.class, Entity.id(rule.actor()))
                            .filter(e -> e.parents().contains(rule.same()))
                            .isPresent();
            if (rule.actor().equals(actor) && rule.entity().equals(entity) && known) {
                Scalar own =
                        new Scalar.One(
                                new Sql.Select(
                                        List.of(
                                                new Sql.Output(
                                                        SchemaStep.reference(rule.same()),
                                                        new Scalar.Column(
                                                                "caller",
                                                                Names.snake(actor),
                                                                SchemaStep.reference(
                                                                        rule.same())))),
                                        new Sql.Source(Names.snake(actor), "caller"),
                                        List.of(),
                                        List.of(
                                                Paths.equal(
                                                        new Scalar.Column(
                                                                "caller", Names.snake(actor), "id"),
                                                        caller())),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null));
                at(entity, rule.same(), own)
                        .ifPresent(p -> result.add(new Limit(rule, guard(rule, entity, p))));
            }
        }
        return result;
    }

    /** A use case that says "my" is about rows of its caller, also where no rule says so. */
    Optional<Predicate> mine(UseCase useCase, String entity) {
        String actor = useCase.actor();
        return actor != null && of(actor, entity).isEmpty() && useCase.mineOf(design.entity(entity))
                ? Optional.of(
                        Paths.equal(Paths.column(entity, SchemaStep.reference(actor)), caller()))
                : Optional.empty();
    }

    private static Predicate guard(Rule rule, String entity, Predicate predicate) {
        return new Predicate.Guard(
                rule.id(), "refusal:" + Names.slug(entity) + "-not-found", predicate);
    }

    /** The reference to an entity, in the row itself or in one it leads to, has a value. */
    private Optional<Predicate> at(String entity, String wanted, Scalar value) {
        List<String> way = design.up(entity, wanted);
        if (way.size() < 2) {
            return way.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Paths.equal(Paths.column(entity, "id"), value));
        }
        String last = way.get(way.size() - 2);
        Predicate here = Paths.equal(Paths.column(last, SchemaStep.reference(wanted)), value);
        for (int i = way.size() - 2; i > 0; i--) {
            here =
                    new Predicate.Exists(
                            new Sql.Select(
                                    List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                                    Paths.source(way.get(i)),
                                    List.of(),
                                    List.of(Paths.refers(way.get(i - 1), way.get(i)), here),
                                    List.of(),
                                    List.of(),
                                    null,
                                    null));
        }
        return Optional.of(here);
    }
}

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
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

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

    Guarded guard(Rule.OnlyWhen rule, String target, boolean inserting, Locator locator) {
        boolean here = inserting ? locator.takesPart(rule.entity()) : rule.entity().equals(target);
        if (rule.self() && here && rule.when() != null) {
            Predicate meets = Paths.meets(design, rule.entity(), rule.when());
            return guarded(rule, rule.negated() ? new Predicate.Not(meets) : meets);
        }
        String table = Names.snake(rule.entity());
        String alias =
                here || !inserting && locator.takesPart(rule.entity()) ? "other_" + table : table;
        List<Predicate> row = new ArrayList<>();
        for (String same : rule.same()) {
            row.add(
                    Paths.equal(
                            new Scalar.Column(
                                    alias,
                                    table,
                                    same.equals(rule.entity()) ? "id" : SchemaStep.reference(same)),
                            reference(target, same, inserting, locator)));
        }
        for (String other : rule.others()) {
            row.add(
                    new Predicate.Compare(
                            new Scalar.Column(alias, table, SchemaStep.reference(other)),
                            Predicate.Op.DIFFERENT,
                            reference(target, other, inserting, locator)));
        }
        if (rule.when() != null) {
            row.add(Paths.meets(design, rule.entity(), alias, rule.when()));
        }
        Predicate exists = exists(new Sql.Source(table, alias), row, null);
        if (rule.negated() || rule.self()) {
            return guarded(rule, rule.negated() ? new Predicate.Not(exists) : exists);
        }
        // What is asked for stays as it is until the write commits, and nobody else has to wait.
        Sql.Lock lock = new Sql.Lock(alias, new HeldRows(design, useCase).mode(rule.entity()));
        return guarded(rule, exists, exists(new Sql.Source(table, alias), row, lock));
    }

    /**
     * The rows that a use case may see: what the rule says about the caller and about each row. It
     * refuses nothing; what it does not allow is not found.
     */
    Predicate seen(Rule.OnlyWhen rule, String target) {
        Predicate meets;
        if (rule.self() && rule.entity().equals(target) && rule.when() != null) {
            meets = Paths.meets(design, target, rule.when());
        } else {
            String table = Names.snake(rule.entity());
            String alias = "asked_" + table;
            List<Predicate> row = new ArrayList<>();
            for (String same : rule.same()) {
                String column = same.equals(rule.entity()) ? "id" : SchemaStep.reference(same);
                row.add(Paths.equal(new Scalar.Column(alias, table, column), of(target, same)));
            }
            if (rule.when() != null) {
                row.add(Paths.meets(design, rule.entity(), alias, rule.when()));
            }
            meets = exists(new Sql.Source(table, alias), row, null);
        }
        return new Predicate.Guard(
                rule.id(), "", rule.negated() ? new Predicate.Not(meets) : meets);
    }

    /** Who asks, where that is the entity; else what the row leads to. */
    private Scalar of(String target, String entity) {
        List<String> way = design.up(target, entity);
        if (entity.equals(useCase.actor())) {
            return Access.caller();
        }
        if (way.size() > 1) {
            return climb(
                    Paths.column(target, SchemaStep.reference(way.get(1))),
                    way.subList(1, way.size()));
        }
        if (entity.equals(target)) {
            return Paths.column(target, "id");
        }
        script.unresolved(
                entity,
                "“"
                        + useCase.name()
                        + "” shows "
                        + Names.plural(Names.words(target))
                        + ", which lead to no "
                        + Names.words(entity)
                        + ".");
        return Access.caller();
    }

    private static Predicate exists(
            Sql.Source source, List<Predicate> where, Sql.@Nullable Lock lock) {
        return new Predicate.Exists(
                new Sql.Select(
                        List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                        source,
                        List.of(),
                        where,
                        List.of(),
                        List.of(),
                        null,
                        lock));
    }

    private Guarded guarded(Rule.OnlyWhen rule, Predicate bare) {
        return guarded(rule, bare, bare);
    }

    private Guarded guarded(Rule.OnlyWhen rule, Predicate bare, Predicate holding) {
        String refusal =
                design.all(Refusal.class).stream()
                        .filter(r -> r.rule().equals(rule.id()))
                        .map(Refusal::id)
                        .findFirst()
                        .orElseThrow();
        return new Guarded(new Predicate.Guard(rule.id(), refusal, holding), bare, refusal);
    }

    /** Rules of the clock about this use case. */
    List<TimeRule> clocked() {
        return design.all(TimeRule.class).stream()
                .filter(r ->
                        switch (r) {
                            case TimeRule.Deadline d -> d.useCase().equals(useCase.name());
                            case TimeRule.Lapse l -> l.endedBy(useCase);
                        })
                .toList();
    }

    /**
     * Compares an instant in the data with the clock of the request. Dates and instants of the row
     * itself, or of a row it refers to.
     */
    Optional<Guarded> clock(TimeRule rule, Locator locator, String target, boolean inserting) {
        Optional<String> refusal =
                design.all(Refusal.class).stream()
                        .filter(r -> r.rule().equals(rule.id()))
                        .map(Refusal::id)
                        .findFirst();
        if (refusal.isEmpty()) {
            return Optional.empty();
        }
        Scalar now = new Scalar.Param("now", FieldType.INSTANT, "$clock.now");
        Predicate bare =
                switch (rule) {
                    case TimeRule.Deadline d -> {
                        String entity = d.entity().isEmpty() ? target : d.entity();
                        Optional<Scalar> at =
                                instant(entity, d.field(), target, inserting, locator);
                        if (at.isEmpty()) {
                            script.unresolved(
                                    d.field(),
                                    "“"
                                            + d.text()
                                            + "” needs an instant of "
                                            + target
                                            + " or of what it refers to.");
                            yield null;
                        }
                        Scalar limit =
                                shifted(at.get(), d.side().before() ? "-" : "+", d.seconds());
                        yield new Predicate.Compare(
                                now,
                                d.side().until()
                                        ? Predicate.Op.LESS_OR_EQUAL
                                        : Predicate.Op.GREATER_OR_EQUAL,
                                limit);
                    }
                    case TimeRule.Lapse l ->
                            l.entity().equals(target) && !inserting
                                    ? new Predicate.Compare(
                                            now,
                                            Predicate.Op.LESS,
                                            shifted(waitingSince(design, l), "+", l.seconds()))
                                    : null;
                };
        return bare == null
                ? Optional.empty()
                : Optional.of(
                        new Guarded(
                                new Predicate.Guard(rule.id(), refusal.get(), bare),
                                bare,
                                refusal.get()));
    }

    /** Since when a row has been in the state that lapses. */
    static Scalar waitingSince(Design design, TimeRule.Lapse rule) {
        String since =
                design.entity(rule.entity())
                        .states()
                        .map(f -> Columns.since(f.name()))
                        .filter(c -> design.tableOf(rule.entity()).column(c).isPresent())
                        .orElse("created_at");
        return Paths.column(rule.entity(), since);
    }

    static Scalar shifted(Scalar instant, String sign, java.math.BigDecimal seconds) {
        return seconds.signum() == 0
                ? instant
                : new Scalar.Binary(
                        instant,
                        sign,
                        new Scalar.Literal("interval '" + seconds.toPlainString() + " seconds'"));
    }

    private Optional<Scalar> instant(
            String entity, String field, String target, boolean inserting, Locator locator) {
        String column = field.isEmpty() ? "created_at" : Names.snake(field);
        if (entity.equals(target) && !inserting || inserting && locator.takesPart(entity)) {
            return Optional.of(Paths.column(entity, column));
        }
        if (entity.equals(target)) {
            return design.entity(target)
                    .field(field)
                    .map(f -> Paths.param(column, f.type(), target, column));
        }
        if (!inserting && design.entity(target).parents().contains(entity)) {
            return Optional.of(
                    new Scalar.One(
                            new Sql.Select(
                                    List.of(new Sql.Output(column, Paths.column(entity, column))),
                                    Paths.source(entity),
                                    List.of(),
                                    List.of(Paths.refers(target, entity)),
                                    List.of(),
                                    List.of(),
                                    null,
                                    null)));
        }
        return Optional.empty();
    }

    /**
     * The id of the row of an entity that the use case is about: the target's own key, the caller,
     * or whatever its keys lead to.
     */
    private Scalar reference(String target, String entity, boolean inserting, Locator locator) {
        if (design.entity(target).parents().contains(entity)) {
            return inserting
                    ? Paths.column(entity, "id")
                    : Paths.column(target, SchemaStep.reference(entity));
        }
        if (entity.equals(target) && !inserting) {
            return Paths.column(target, "id");
        }
        List<String> way = design.up(target, entity);
        boolean there = way.size() > 2 && (!inserting || locator.takesPart(way.get(1)));
        if (!entity.equals(useCase.actor()) && there) {
            return inserting
                    ? climb(
                            Paths.column(way.get(1), SchemaStep.reference(way.get(2))),
                            way.subList(2, way.size()))
                    : climb(
                            Paths.column(target, SchemaStep.reference(way.get(1))),
                            way.subList(1, way.size()));
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
        return Access.caller();
    }

    /**
     * The id of the last entity of a way up the keys.
     *
     * @param id of a row of the first
     */
    private static Scalar climb(Scalar id, List<String> way) {
        if (way.size() == 1) {
            return id;
        }
        List<Sql.Join> joins = new ArrayList<>();
        for (int i = 1; i < way.size() - 1; i++) {
            joins.add(
                    new Sql.Join(
                            Paths.source(way.get(i)),
                            List.of(Paths.refers(way.get(i - 1), way.get(i))),
                            false));
        }
        String column = SchemaStep.reference(way.getLast());
        return new Scalar.One(
                new Sql.Select(
                        List.of(
                                new Sql.Output(
                                        column, Paths.column(way.get(way.size() - 2), column))),
                        Paths.source(way.getFirst()),
                        joins,
                        List.of(Paths.equal(Paths.column(way.getFirst(), "id"), id)),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }
}

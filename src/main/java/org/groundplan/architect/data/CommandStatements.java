package org.groundplan.architect.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundplan.model.AccessRule;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * Statements that write: lock what a guard depends on, write in one guarded statement, and only
 * when that found no row ask why.
 */
final class CommandStatements {
    private final Design design;
    private final UseCase useCase;
    private final StatementStep.Script script;
    private final Paths paths;
    private final Locator locator;
    private final Guards guards;
    private AlsoStatements more;
    private List<Effect.Append> posts = List.of();
    private List<String> answer = List.of();

    CommandStatements(Design design, UseCase useCase, StatementStep.Script script) {
        this.design = design;
        this.useCase = useCase;
        this.script = script;
        this.paths = new Paths(design);
        this.locator = new Locator(design, useCase, paths, script);
        this.guards = new Guards(design, useCase, script);
        this.more = new AlsoStatements(design, useCase, script, locator, "", false);
    }

    void build() {
        Optional<Effect> main = Effects.main(design, useCase);
        if (main.isEmpty()) {
            return;
        }
        Effect effect = main.get();
        boolean inserts = Effects.makes(effect);
        locator.locate(effect.entity(), inserts);
        lock(effect.entity(), inserts);
        more = new AlsoStatements(design, useCase, script, locator, effect.entity(), inserts);
        List<Effect> others =
                useCase.effects().stream().filter(e -> e.writes() && !e.equals(effect)).toList();
        posts =
                others.stream()
                        .filter(e -> e instanceof Effect.Append a && a.posts())
                        .map(Effect.Append.class::cast)
                        .toList();
        posts.forEach(more::lockSides);
        if (inserts) {
            insert(effect.entity());
        } else {
            change(effect);
        }
        LinkedMove linked = new LinkedMove(design, useCase, script, locator, guards);
        for (Effect other : others) {
            if (other instanceof Effect.Transition t) {
                linked.move(t, effect.entity());
            }
            more.also(other);
        }
        OutboxStep.emits(design, useCase).forEach(more::emit);
        if (inserts) {
            again(effect.entity());
        }
    }

    /** What an earlier request with the same key has written; nobody is shown another's. */
    private void again(String name) {
        List<Predicate> where = new ArrayList<>();
        where.add(
                Paths.equal(
                        Paths.column(name, "id"),
                        new Scalar.Param("id", FieldType.UUID, "$new.id")));
        String actor = useCase.actor();
        if (actor != null && design.entity(name).parents().contains(actor)) {
            where.add(
                    Paths.equal(Paths.column(name, SchemaStep.reference(actor)), Access.caller()));
        }
        script.step(
                new Sql.Select(
                        answer.stream().map(c -> new Sql.Output(c, Paths.column(name, c))).toList(),
                        Paths.source(name),
                        List.of(),
                        where,
                        List.of(),
                        List.of(),
                        null,
                        null),
                "again",
                "Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.",
                Transaction.Role.AGAIN,
                List.of(),
                true,
                List.of());
    }

    private List<Rule.OnlyWhen> guarding() {
        return design.all(Rule.OnlyWhen.class).stream()
                .filter(r -> r.useCase().equals(useCase.name()))
                .toList();
    }

    private void lock(String target, boolean inserts) {
        HeldRows held = new HeldRows(design, useCase);
        List<String> because = held.rules().stream().map(Rule.OnlyWhen::id).toList();
        held.first(target, inserts)
                .forEach((entity, mode) ->
                        script.step(
                                locator.lock(entity, mode),
                                "lock",
                                held.purpose(entity, mode),
                                Transaction.Role.LOCK,
                                List.of(locator.missing(entity)),
                                false,
                                because));
    }

    private void insert(String name) {
        Entity entity = design.entity(name);
        Map<String, Scalar> values = new LinkedHashMap<>();
        values.put("id", new Scalar.Param("id", FieldType.UUID, "$new.id"));
        for (String parent : entity.parents()) {
            values.put(
                    SchemaStep.reference(parent),
                    locator.takesPart(parent)
                            ? Paths.column(parent, "id")
                            : new Scalar.Param(
                                    Names.snake(parent) + "_id",
                                    FieldType.UUID,
                                    "maybe:" + Names.snake(parent) + ".id"));
        }
        Optional<Field> states = entity.states();
        for (Field field : entity.fields()) {
            String column = Names.snake(field.name());
            Optional<String> said = EnumWord.of(useCase, field);
            if (said.isPresent() && !chosenBySystem(entity, field)) {
                values.put(column, Paths.word(said.get()));
                continue;
            }
            if (Kept.is(design, name, field)
                    || field.computed() != null
                    || field.initial() != null
                    || field.optional() && FieldRoles.isTime(field)) {
                continue;
            }
            if (states.isPresent()
                    && states.get().name().equals(field.name())
                    && chosenBySystem(entity, states.get())) {
                values.put(column, Paths.word(initial(entity, field)));
            } else if (FieldRoles.isRecorded(field)) {
                if (!field.optional()) {
                    values.put(column, clock(field));
                }
            } else if (FieldRoles.isDue(field)) {
                values.put(column, due(entity, field, clock(field)));
            } else {
                values.put(column, Paths.param(column, field.type(), name, column));
            }
        }
        since(entity)
                .ifPresent(c ->
                        values.put(c, new Scalar.Param("now", FieldType.INSTANT, "$clock.now")));
        values.put("created_at", new Scalar.Param("now", FieldType.INSTANT, "$clock.now"));
        answer = shown(entity, values);
        List<Predicate> where = new ArrayList<>(locator.predicates());
        List<String> because = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        locator.lookedUp()
                .forEach(parent ->
                        refused.add(
                                new Refused(
                                        script.notFound(parent),
                                        new Predicate.Not(locator.exists(parent)))));
        for (Effect.Append post : posts) {
            for (Refused condition : more.conditions(post)) {
                Predicate holds = negate(condition.predicate);
                where.add(new Predicate.Guard("", condition.refusal, holds));
                refused.add(condition);
            }
        }
        for (TimeRule rule : guards.clocked()) {
            guards.clock(rule, locator, name, true)
                    .ifPresent(guarded -> {
                        where.add(guarded.predicate());
                        refused.add(
                                new Refused(
                                        guarded.refusal(),
                                        locator.existsLookedUp(negate(guarded.bare()))));
                        because.add(rule.id());
                    });
        }
        for (Rule.OnlyWhen rule : guarding()) {
            Guards.Guarded guarded = guards.guard(rule, name, true, locator);
            where.add(guarded.predicate());
            refused.add(
                    new Refused(guarded.refusal(), locator.existsLookedUp(negate(guarded.bare()))));
            because.add(rule.id());
        }
        script.step(
                new Sql.Insert(
                        Names.snake(name),
                        values.entrySet().stream()
                                .map(e -> new Sql.Assignment(e.getKey(), e.getValue()))
                                .toList(),
                        locator.sources(),
                        where,
                        false,
                        answer),
                "insert",
                Names.sentence(useCase.name())
                        + ": writes the "
                        + Names.words(name)
                        + (because.isEmpty() ? "." : " only while the guards hold."),
                Transaction.Role.WRITE,
                List.of(),
                false,
                because);
        diagnose(refused);
    }

    /**
     * Columns of the answer: those written, but no secret, and nothing whose reads are recorded.
     */
    private List<String> shown(Entity entity, Map<String, Scalar> values) {
        boolean watched = AccessRule.SharedOnly.watched(design, entity.name());
        List<String> secret =
                entity.fields().stream()
                        .filter(f -> watched || f.data() == DataClass.SECRET)
                        .map(f -> Names.snake(f.name()))
                        .toList();
        return values.keySet().stream().filter(c -> !secret.contains(c)).toList();
    }

    private void change(Effect effect) {
        String name = effect.entity();
        Entity entity = design.entity(name);
        List<Sql.Assignment> set = new ArrayList<>();
        List<Predicate> where = new ArrayList<>(locator.predicates());
        List<Refused> refused = new ArrayList<>();
        locator.lookedUp()
                .forEach(parent ->
                        refused.add(
                                new Refused(
                                        script.notFound(parent),
                                        new Predicate.Not(locator.exists(parent)))));
        if (locator.byTargetId()) {
            refused.add(
                    new Refused(script.notFound(name), new Predicate.Not(locator.exists(name))));
        }
        List<String> because = new ArrayList<>();
        referred(entity)
                .forEach(parent -> {
                    Predicate there = there(parent);
                    where.add(there);
                    refused.add(new Refused(script.notFound(parent), new Predicate.Not(there)));
                });
        guards.states(effect, entity)
                .ifPresent(guarded -> {
                    where.add(guarded.predicate());
                    List<Predicate> inState = new ArrayList<>(locator.predicates());
                    inState.add(guarded.bare());
                    refused.add(
                            new Refused(
                                    guarded.refusal(),
                                    new Predicate.Not(locator.existsTarget(name, inState))));
                });
        switch (effect) {
            case Effect.Transition t -> {
                set.add(new Sql.Assignment(Names.snake(t.field()), Paths.word(t.to())));
                entity.fields().stream()
                        .filter(f -> FieldRoles.isRecordedFor(f, t.to()))
                        .forEach(f -> set.add(new Sql.Assignment(Names.snake(f.name()), clock(f))));
                since(entity)
                        .ifPresent(c ->
                                set.add(
                                        new Sql.Assignment(
                                                c,
                                                new Scalar.Param(
                                                        "now", FieldType.INSTANT, "$clock.now"))));
            }
            case Effect.Update u -> u.fields().forEach(f -> set.add(changed(entity, f)));
            case Effect.Adjust a -> {
                String column = Names.snake(a.field());
                set.add(
                        new Sql.Assignment(
                                column,
                                new Scalar.Binary(
                                        Paths.column(name, column),
                                        a.sign() < 0 ? "-" : "+",
                                        Paths.param("amount", FieldType.INTEGER, name, column))));
            }
            default -> {}
        }
        for (Effect other : useCase.effects()) {
            if (!other.equals(effect)
                    && other instanceof Effect.Update u
                    && u.entity().equals(name)) {
                u.fields().forEach(f -> set.add(changed(entity, f)));
            }
        }
        guards.unchanged(effect, entity)
                .ifPresent(guarded -> {
                    where.add(guarded.predicate());
                    List<Predicate> asked = new ArrayList<>(locator.predicates());
                    asked.add(guarded.bare());
                    refused.add(
                            new Refused(
                                    guarded.refusal(),
                                    new Predicate.Not(locator.existsTarget(name, asked))));
                });
        for (TimeRule rule : guards.clocked()) {
            guards.clock(rule, locator, name, false)
                    .ifPresent(guarded -> {
                        where.add(guarded.predicate());
                        List<Predicate> asked = new ArrayList<>(locator.predicates());
                        asked.add(negate(guarded.bare()));
                        refused.add(
                                new Refused(guarded.refusal(), locator.existsTarget(name, asked)));
                        because.add(rule.id());
                    });
        }
        for (Rule.OnlyWhen rule : guarding()) {
            Guards.Guarded guarded = guards.guard(rule, name, false, locator);
            where.add(guarded.predicate());
            List<Predicate> asked = new ArrayList<>(locator.predicates());
            asked.add(negate(guarded.bare()));
            refused.add(new Refused(guarded.refusal(), locator.existsTarget(name, asked)));
            because.add(rule.id());
        }
        Sql sql =
                effect instanceof Effect.Delete
                        ? new Sql.Delete(Paths.source(name), where)
                        : new Sql.Update(Paths.source(name), set, locator.sources(), where);
        script.step(
                sql,
                effect instanceof Effect.Delete ? "delete" : "update",
                Names.sentence(useCase.name()) + ": " + effect.describe() + ".",
                Transaction.Role.WRITE,
                List.of(),
                false,
                because);
        diagnose(refused);
    }

    /** What the row is made to refer to, by an id of the request. */
    private List<String> referred(Entity entity) {
        return useCase.effects().stream()
                .filter(e -> e instanceof Effect.Update u && u.entity().equals(entity.name()))
                .flatMap(e -> ((Effect.Update) e).fields().stream())
                .filter(f -> entity.field(f).isEmpty() && entity.parents().contains(f))
                .filter(f -> !f.equals(useCase.actor()))
                .distinct()
                .toList();
    }

    private Predicate there(String parent) {
        return new Predicate.Exists(
                new Sql.Select(
                        List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                        Paths.source(parent),
                        List.of(),
                        List.of(
                                Paths.equal(
                                        Paths.column(parent, "id"),
                                        Paths.param(
                                                Names.snake(parent) + "_id",
                                                FieldType.UUID,
                                                parent,
                                                "id"))),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    private Optional<String> since(Entity entity) {
        return entity.states()
                .map(f -> Columns.since(f.name()))
                .filter(c -> design.tableOf(entity.name()).column(c).isPresent());
    }

    /** A state field without moves is the caller's to choose; with moves it has a beginning. */
    private boolean chosenBySystem(Entity entity, Field states) {
        return guards.moves(entity).filter(r -> r.field().equals(states.name())).isPresent()
                || states.name().matches("status|state");
    }

    private Sql.Assignment changed(Entity entity, String fieldName) {
        if (entity.field(fieldName).isEmpty()) {
            // a reference: assign a ticket to an agent, or take it oneself
            boolean self = fieldName.equals(useCase.actor());
            return new Sql.Assignment(
                    SchemaStep.reference(fieldName),
                    self
                            ? Access.caller()
                            : new Scalar.Param(
                                    Names.snake(fieldName) + "_id",
                                    FieldType.UUID,
                                    Names.snake(fieldName) + ".id"));
        }
        Field field = entity.field(fieldName).orElseThrow();
        String column = Names.snake(fieldName);
        return new Sql.Assignment(
                column,
                FieldRoles.isDue(field)
                        ? due(entity, field, Paths.column(entity.name(), column))
                        : Paths.param(column, field.type(), entity.name(), column));
    }

    private String initial(Entity entity, Field field) {
        return guards.moves(entity)
                .filter(r -> r.field().equals(field.name()))
                .map(r -> r.initial(field.values()))
                .orElse(field.values().isEmpty() ? "new" : field.values().getFirst());
    }

    private static Predicate negate(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Not not -> not.predicate();
            case Predicate.Compare c ->
                    new Predicate.Compare(c.left(), c.op().opposite(), c.right());
            default -> new Predicate.Not(predicate);
        };
    }

    private void diagnose(List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        List<Sql.Output> outputs =
                refused.stream()
                        .map(r ->
                                new Sql.Output(
                                        Names.limit(
                                                r.refusal
                                                        .substring("refusal:".length())
                                                        .replace('-', '_')),
                                        new Scalar.Truth(r.predicate)))
                        .toList();
        script.step(
                new Sql.Select(
                        outputs, null, List.of(), List.of(), List.of(), List.of(), null, null),
                "why",
                "Runs only when nothing was written: which refusal it is, the first true one.",
                Transaction.Role.DIAGNOSE,
                refused.stream().map(Refused::refusal).toList(),
                true,
                List.of());
    }

    private Scalar due(Entity entity, Field field, Scalar start) {
        Quantity term =
                design.quantity(
                        "quantity:"
                                + Names.slug(entity.name())
                                + "."
                                + Names.slug(field.name())
                                + ".term");
        BigDecimal days =
                term.value().divide(BigDecimal.valueOf(86_400), java.math.MathContext.DECIMAL64);
        String literal =
                field.type() == FieldType.DATE
                        ? days.setScale(0, java.math.RoundingMode.CEILING).toPlainString()
                        : "interval '" + term.value().toPlainString() + " seconds'";
        return new Scalar.Binary(start, "+", new Scalar.Literal(literal));
    }

    static Scalar.Param clock(Field field) {
        return field.type() == FieldType.DATE
                ? new Scalar.Param("today", FieldType.DATE, "$clock.today")
                : new Scalar.Param("now", FieldType.INSTANT, "$clock.now");
    }

    record Refused(String refusal, Predicate predicate) {}
}

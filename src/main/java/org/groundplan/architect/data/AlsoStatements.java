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
import org.groundplan.model.SumRule;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * What a command writes beside its main row, in the same transaction: parts of it, records of it,
 * and the two sides of a posting.
 */
final class AlsoStatements {
    private final Design design;
    private final UseCase useCase;
    private final StatementStep.Script script;
    private final Locator locator;
    private final String main;
    private final boolean inserted;

    /**
     * @param main entity of the row the use case is about
     * @param inserted whether that row is new
     */
    AlsoStatements(
            Design design,
            UseCase useCase,
            StatementStep.Script script,
            Locator locator,
            String main,
            boolean inserted) {
        this.design = design;
        this.useCase = useCase;
        this.script = script;
        this.locator = locator;
        this.main = main;
        this.inserted = inserted;
    }

    /**
     * Rows of the two sides are locked in the order of their ids, so that no two postings wait for
     * each other.
     */
    void lockSides(Effect.Append post) {
        String table = Names.snake(post.between());
        script.step(
                new Sql.Select(
                        List.of(new Sql.Output("id", Paths.column(post.between(), "id"))),
                        Paths.source(post.between()),
                        List.of(),
                        List.of(
                                new Predicate.In(
                                        Paths.column(post.between(), "id"),
                                        List.of(side(post, true), side(post, false)))),
                        List.of(),
                        List.of(new Sql.Order(Paths.column(post.between(), "id"), false)),
                        null,
                        new Sql.Lock(table, Sql.Lock.Mode.CHANGE)),
                "lock",
                "Takes both "
                        + Names.plural(Names.words(post.between()))
                        + ", the lower id first, so that two postings between the same two cannot wait for each other.",
                Transaction.Role.LOCK,
                List.of(script.notFound(post.between())),
                false,
                List.of());
    }

    private static Scalar.Param side(Effect.Append post, boolean from) {
        String table = Names.snake(post.between());
        return new Scalar.Param(
                (from ? "from_" : "to_") + table + "_id", FieldType.UUID, table + ".id");
    }

    private Scalar.Param moved(Effect.Append post) {
        Entity entity = design.entity(post.entity());
        FieldType type = entity.field(post.moved()).map(Field::type).orElse(FieldType.INTEGER);
        String column = Names.snake(post.moved());
        boolean own = design.entity(main).field(post.moved()).isPresent();
        return Paths.param(column, type, own ? main : post.entity(), column);
    }

    /**
     * What has to hold before money moves: a positive amount, two sides, and the caller's own side.
     */
    List<CommandStatements.Refused> conditions(Effect.Append post) {
        List<CommandStatements.Refused> result = new ArrayList<>();
        String what = Names.words(post.moved());
        result.add(
                new CommandStatements.Refused(
                        script.refusal(
                                Names.slug(post.moved()) + "-not-positive",
                                422,
                                Names.sentence(what + " is not positive"),
                                "the " + what + " is zero or negative",
                                ""),
                        new Predicate.Compare(
                                moved(post), Predicate.Op.LESS_OR_EQUAL, new Scalar.Literal("0"))));
        String side = Names.words(post.between());
        result.add(
                new CommandStatements.Refused(
                        script.refusal(
                                "same-" + Names.slug(post.between()),
                                422,
                                Names.sentence("both sides are the same " + side),
                                "the " + side + " it comes from is the one it goes to",
                                ""),
                        Paths.equal(side(post, true), side(post, false))));
        String actor = useCase.actor();
        Entity between = design.entity(post.between());
        if (actor != null && between.parents().contains(actor)) {
            Sql.Select own =
                    new Sql.Select(
                            List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                            Paths.source(post.between()),
                            List.of(),
                            List.of(
                                    Paths.equal(
                                            Paths.column(post.between(), "id"), side(post, true)),
                                    Paths.equal(
                                            Paths.column(
                                                    post.between(), SchemaStep.reference(actor)),
                                            new Scalar.Param(
                                                    "actor_id", FieldType.UUID, "$actor.id"))),
                            List.of(),
                            List.of(),
                            null,
                            null);
            result.add(
                    new CommandStatements.Refused(
                            script.notFound(post.between()),
                            new Predicate.Not(new Predicate.Exists(own))));
        }
        return result;
    }

    void also(Effect effect) {
        switch (effect) {
            case Effect.Append a when a.posts() -> {
                leg(a, true);
                leg(a, false);
            }
            case Effect.Append a -> insert(a.entity());
            case Effect.Insert i when i.many() -> many(i.entity());
            case Effect.Insert i -> insert(i.entity());
            default -> {}
        }
    }

    /** Leaves word for a use case that follows, in the same transaction. */
    void emit(UseCase next) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        values.put("id", new Scalar.Call("gen_random_uuid", List.of()));
        values.put("topic", Paths.word(next.slug()));
        values.put(
                "subject",
                inserted ? new Scalar.Param("id", FieldType.UUID, "$new.id") : locator.targetId());
        Scalar now = new Scalar.Param("now", FieldType.INSTANT, "$clock.now");
        values.put("created_at", now);
        values.put(Names.snake(OutboxStep.ATTEMPTS), new Scalar.Literal("0"));
        values.put(Names.snake(OutboxStep.NOT_BEFORE), now);
        write(
                Effect.Emit.MESSAGE,
                values,
                "outbox",
                "Leaves word for “"
                        + next.name()
                        + "”: committed together with the change, or not at all.");
    }

    private void leg(Effect.Append post, boolean from) {
        Map<String, Scalar> values =
                values(post.entity(), Map.of(post.between(), side(post, from)));
        values.put(Names.snake(post.moved()), from ? new Scalar.Minus(moved(post)) : moved(post));
        write(
                post.entity(),
                values,
                from ? "debit" : "credit",
                from
                        ? "Takes the " + Names.words(post.moved()) + " from one side."
                        : "Gives the " + Names.words(post.moved()) + " to the other side.");
    }

    private void insert(String name) {
        write(
                name,
                values(name, Map.of()),
                "insert",
                Names.sentence(useCase.name())
                        + " also writes "
                        + Names.article(Names.words(name))
                        + ".");
    }

    private void write(String name, Map<String, Scalar> values, String word, String purpose) {
        script.step(
                new Sql.Insert(
                        Names.snake(name),
                        assignments(values),
                        List.of(),
                        List.of(),
                        false,
                        List.of()),
                word,
                purpose,
                Transaction.Role.WRITE,
                List.of(),
                false,
                List.of());
    }

    private static List<Sql.Assignment> assignments(Map<String, Scalar> values) {
        return values.entrySet().stream()
                .map(e -> new Sql.Assignment(e.getKey(), e.getValue()))
                .toList();
    }

    private Map<String, Scalar> values(String name, Map<String, Scalar> given) {
        Entity entity = design.entity(name);
        Map<String, Scalar> values = new LinkedHashMap<>();
        values.put("id", new Scalar.Call("gen_random_uuid", List.of()));
        for (String parent : entity.parents()) {
            Scalar known = given.get(parent);
            if (known == null && entity.maybe().contains(parent) && !parent.equals(main)) {
                continue;
            }
            values.put(SchemaStep.reference(parent), known == null ? parent(parent) : known);
        }
        for (Field field : entity.fields()) {
            value(entity, field, "").ifPresent(v -> values.put(Names.snake(field.name()), v));
        }
        values.put("created_at", new Scalar.Param("now", FieldType.INSTANT, "$clock.now"));
        return values;
    }

    /** What a new row's field gets; nothing when it is kept, computed or may be missing. */
    private Optional<Scalar> value(Entity entity, Field field, String alias) {
        String column = Names.snake(field.name());
        if (Kept.is(design, entity.name(), field)
                || field.computed() != null
                || field.initial() != null) {
            return Optional.empty();
        }
        Optional<Field> states = entity.states();
        boolean state =
                states.isPresent()
                        && states.get().name().equals(field.name())
                        && design.all(Rule.Transitions.class).stream()
                                .anyMatch(r -> r.entity().equals(entity.name()));
        if (state) {
            Rule.Transitions moves =
                    design.all(Rule.Transitions.class).stream()
                            .filter(r -> r.entity().equals(entity.name()))
                            .findFirst()
                            .orElseThrow();
            return Optional.of(Paths.word(moves.initial(field.values())));
        }
        Optional<String> said = EnumWord.of(useCase, field);
        if (said.isPresent()) {
            return said.map(Paths::word);
        }
        if (FieldRoles.isRecorded(field)) {
            return field.optional()
                    ? Optional.empty()
                    : Optional.of(CommandStatements.clock(field));
        }
        if (field.optional() && FieldRoles.isTime(field)) {
            return Optional.empty();
        }
        if (!alias.isEmpty()) {
            return Optional.of(new Scalar.Column(alias, alias, column));
        }
        boolean shared = design.entity(main).field(field.name()).isPresent();
        return Optional.of(
                Paths.param(
                        shared ? Names.snake(entity.name()) + "_" + column : column,
                        field.type(),
                        entity.name(),
                        column));
    }

    /** The main row, what the main row refers to, the caller, or an id of the request. */
    private Scalar parent(String parent) {
        if (parent.equals(main)) {
            return inserted
                    ? new Scalar.Param("id", FieldType.UUID, "$new.id")
                    : locator.targetId();
        }
        if (design.entity(main).parents().contains(parent)) {
            Sql.Select of =
                    new Sql.Select(
                            List.of(
                                    new Sql.Output(
                                            SchemaStep.reference(parent),
                                            Paths.column(main, SchemaStep.reference(parent)))),
                            Paths.source(main),
                            List.of(),
                            List.of(
                                    Paths.equal(
                                            Paths.column(main, "id"),
                                            inserted
                                                    ? new Scalar.Param(
                                                            "id", FieldType.UUID, "$new.id")
                                                    : locator.targetId())),
                            List.of(),
                            List.of(),
                            null,
                            null);
            return new Scalar.One(of);
        }
        if (parent.equals(useCase.actor())) {
            return Access.caller();
        }
        return Paths.param(Names.snake(parent) + "_id", FieldType.UUID, parent, "id");
    }

    /** One row for each object of a list; what a referred row knows already is copied from it. */
    private void many(String name) {
        Entity entity = design.entity(name);
        String table = Names.snake(name);
        Map<String, Scalar> values = new LinkedHashMap<>();
        List<Sql.Cell> cells = new ArrayList<>();
        List<Sql.Join> lookups = new ArrayList<>();
        values.put("id", new Scalar.Call("gen_random_uuid", List.of()));
        List<String> referred = new ArrayList<>();
        for (String parent : entity.parents()) {
            String column = SchemaStep.reference(parent);
            boolean known =
                    parent.equals(main)
                            || parent.equals(useCase.actor())
                            || design.entity(main).parents().contains(parent);
            if (known) {
                values.put(column, parent(parent));
            } else if (!entity.maybe().contains(parent)) {
                referred.add(parent);
                cells.add(new Sql.Cell(column, FieldType.UUID, Names.snake(parent) + ".id"));
                values.put(column, new Scalar.Column("line", "line", column));
            }
        }
        for (Field field : entity.fields()) {
            String column = Names.snake(field.name());
            Optional<String> source = referred.stream().filter(p -> copied(field, p)).findFirst();
            if (source.isPresent()) {
                String parent = source.get();
                values.put(column, Paths.column(parent, column));
                Sql.Join join =
                        new Sql.Join(
                                Paths.source(parent),
                                List.of(
                                        Paths.equal(
                                                Paths.column(parent, "id"),
                                                new Scalar.Column(
                                                        "line",
                                                        "line",
                                                        SchemaStep.reference(parent)))),
                                true);
                if (!lookups.contains(join)) {
                    lookups.add(join);
                }
                continue;
            }
            Optional<Scalar> value = value(entity, field, "line");
            value.ifPresent(v -> values.put(column, v));
            if (value.isPresent()
                    && value.get() instanceof Scalar.Column c
                    && c.alias().equals("line")) {
                cells.add(new Sql.Cell(column, field.type(), table + "." + column));
            }
        }
        values.put("created_at", new Scalar.Param("now", FieldType.INSTANT, "$clock.now"));
        String list = Names.plural(table);
        script.step(
                new Sql.Insert(
                        table,
                        assignments(values),
                        List.of(),
                        List.of(),
                        false,
                        List.of(),
                        new Sql.Rows(
                                new Scalar.Param(list, FieldType.JSON, "$rows." + table),
                                cells,
                                lookups)),
                "insert",
                Names.sentence(useCase.name())
                        + ": writes its "
                        + Names.plural(Names.words(name))
                        + " in one statement"
                        + (lookups.isEmpty()
                                ? "."
                                : "; what they cost or are called is copied from "
                                        + lookups.stream()
                                                .map(j -> j.source().table())
                                                .collect(java.util.stream.Collectors.joining(", "))
                                        + ", not taken from the request."),
                Transaction.Role.WRITE,
                referred.stream().map(script::notFound).toList(),
                false,
                List.of());
    }

    /**
     * Money and names that the referred row has under the same name are copied, as they are now.
     */
    private boolean copied(Field field, String parent) {
        return design.entity(parent)
                .field(field.name())
                .filter(f -> f.type() == field.type())
                .filter(f -> f.type() == FieldType.MONEY || f.type() == FieldType.TEXT)
                .isPresent();
    }

    /** The sum rule that makes an entity double-entry, if there is one. */
    static Optional<SumRule> balance(Design design, String entity) {
        return design.all(SumRule.class).stream()
                .filter(s ->
                        s.entity().equals(entity)
                                && s.comparison() == SumRule.Comparison.EQUAL
                                && s.boundField() == null)
                .findFirst();
    }
}

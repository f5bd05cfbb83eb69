package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Table;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * Statements that only read. The first entity read is the one listed; those it belongs to are
 * joined; a child of which there is at most one in some state is joined too, without saying whose
 * it is.
 */
class ReadStatements {
    private static final Pattern NEAR =
            Pattern.compile(
                    "near(?:by)?(?:\\s+(?:the\\s+|to\\s+)?(\\w+))?|(\\w+)\\s+(?:near|within|around)(?:\\s.*)?",
                    Pattern.CASE_INSENSITIVE);
    static final Pattern COMPARISON = Pattern.compile("(\\S+)\\s+(before|after|=|is)\\s+(\\S+)");

    final Design design;
    final UseCase useCase;
    final StatementStep.Script script;
    final Paths paths;
    final String main;
    final Map<String, Sql.Join> joins = new LinkedHashMap<>();
    final List<Predicate> where = new ArrayList<>();
    final List<String> because = new ArrayList<>();
    private @org.jspecify.annotations.Nullable Scalar distance;
    private Scalar.@org.jspecify.annotations.Nullable Column ranged;

    ReadStatements(Design design, UseCase useCase, StatementStep.Script script) {
        this.design = design;
        this.useCase = useCase;
        this.script = script;
        this.paths = new Paths(design);
        this.main = useCase.reads().getFirst();
    }

    void build() {
        own();
        boolean search = useCase.kindOrThrow() == UseCase.Kind.SEARCH;
        List<Paths.Path> texts = new ArrayList<>();
        boolean one = false;
        for (String filter : useCase.by()) {
            Optional<Paths.Path> path = filter(filter, search ? texts : null);
            one |= path.isPresent() && (path.get().column().equals("id") || unique(path.get()));
        }
        List<Sql.Output> outputs = outputs();
        if (!texts.isEmpty()) {
            match(texts);
        }
        boolean self = Effects.self(design, useCase, main);
        boolean single = self || one && useCase.kindOrThrow() == UseCase.Kind.READ;
        if (self && where.isEmpty()) {
            where.add(Paths.equal(Paths.column(main, "id"), Access.caller()));
        }
        List<Sql.Order> order =
                single
                        ? List.of()
                        : distance == null
                                ? order(texts)
                                : List.of(
                                        new Sql.Order(distance, false),
                                        new Sql.Order(Paths.column(main, "id"), false));
        List<Predicate> all = new ArrayList<>(where);
        if (!single && distance == null) {
            all.add(after(order));
        }
        Sql.Select select =
                new Sql.Select(
                        outputs,
                        Paths.source(main),
                        List.copyOf(joins.values()),
                        all,
                        List.of(),
                        order,
                        single ? null : new Scalar.Param("limit", FieldType.INTEGER, "$page.limit"),
                        null);
        script.step(
                select,
                "read",
                self ? Names.sentence(useCase.name()) + ": the caller’s own row." : purpose(texts),
                Transaction.Role.READ,
                single ? List.of(script.notFound(main)) : List.of(),
                true,
                because);
    }

    private String purpose(List<Paths.Path> texts) {
        return Names.sentence(useCase.name())
                + ": "
                + (distance != null
                        ? "what lies within so many metres, nearest first; a box first, then the distance."
                        : texts.isEmpty()
                                ? "the "
                                        + Names.plural(Names.words(main))
                                        + " of one page, by keyset."
                                : "full-text match over "
                                        + String.join(
                                                ", ",
                                                texts.stream()
                                                        .map(t -> t.column().replace('_', ' '))
                                                        .toList())
                                        + ", one page by keyset.");
    }

    private boolean unique(Paths.Path path) {
        return path.owner().equals(main)
                && design.all(Rule.Unique.class).stream()
                        .anyMatch(u ->
                                u.entity().equals(main)
                                        && u.fields().size() == 1
                                        && Columns.of(design, main, u.fields().getFirst())
                                                .equals(path.column()));
    }

    /** Only the caller's own rows, and those that a guard shows, where a rule says so. */
    final void own() {
        Guards guards = new Guards(design, useCase, script);
        for (Rule.OnlyWhen rule : design.all(Rule.OnlyWhen.class)) {
            if (rule.useCase().equals(useCase.name()) && rule.others().isEmpty()) {
                where.add(guards.seen(rule, main));
                because.add(rule.id());
            }
        }
        String actor = useCase.actor();
        if (actor != null) {
            Access access = new Access(design);
            for (Access.Limit limit : access.of(actor, main)) {
                where.add(limit.predicate());
                because.add(limit.rule().id());
            }
            access.mine(useCase, main).ifPresent(where::add);
        }
    }

    final Optional<Paths.Path> filter(
            String filter, @org.jspecify.annotations.Nullable List<Paths.Path> texts) {
        if (near(filter)) {
            return Optional.empty();
        }
        Matcher comparison = COMPARISON.matcher(filter);
        String name = comparison.matches() ? comparison.group(1) : filter;
        List<Paths.Path> readings =
                texts == null ? paths.readings(main, name) : paths.texts(main, name);
        if (readings.isEmpty() && calendar(name)) {
            return Optional.empty();
        }
        if (readings.size() != 1) {
            script.unresolved(
                    filter,
                    readings.isEmpty()
                            ? "Name a field of " + main + " or of what it belongs to."
                            : "Say which: "
                                    + String.join(
                                            " or ",
                                            readings.stream()
                                                    .map(r -> r.owner() + "." + name)
                                                    .toList())
                                    + ".");
            return Optional.empty();
        }
        Paths.Path path = readings.getFirst();
        join(path.entities());
        Scalar.Column column = Paths.column(path.owner(), path.column());
        if (comparison.matches()) {
            where.add(compare(column, comparison.group(2), comparison.group(3), path));
        } else if (texts != null && path.type() == FieldType.TEXT) {
            texts.add(path);
        } else {
            where.add(
                    Paths.equal(
                            column,
                            Paths.param(
                                    parameterName(path),
                                    path.type(),
                                    path.owner(),
                                    path.column())));
        }
        return Optional.of(path);
    }

    /** {@code near location}, {@code near}: the only point of what is listed, or the named one. */
    private boolean near(String filter) {
        Matcher m = NEAR.matcher(filter);
        if (!m.matches()) {
            return false;
        }
        String named = m.group(1) == null ? m.group(2) : m.group(1);
        Optional<Field> point =
                design.entity(main).fields().stream()
                        .filter(f -> f.type() == FieldType.POINT)
                        .filter(f -> named == null || f.name().equalsIgnoreCase(named))
                        .findFirst();
        if (point.isEmpty()) {
            script.unresolved(filter, "Name a field of type point of " + main + ".");
            return true;
        }
        where.add(
                new Predicate.Near(
                        Paths.column(main, Names.snake(point.get().name())),
                        new Scalar.Param("longitude", FieldType.DECIMAL, "$geo.longitude"),
                        new Scalar.Param("latitude", FieldType.DECIMAL, "$geo.latitude"),
                        new Scalar.Param("metres", FieldType.INTEGER, "$geo.metres")));
        distance = distance(Paths.column(main, Names.snake(point.get().name())));
        return true;
    }

    /** Nearest first: the square of the distance, with longitudes shortened by the latitude. */
    private static Scalar distance(Scalar.Column point) {
        String at = Names.sql(point.alias()) + "." + Names.sql(point.name());
        return new Scalar.Literal(
                "power(("
                        + at
                        + "[0] - CAST(:longitude AS double precision)) * cosd(CAST(:latitude AS double precision)), 2) + power("
                        + at
                        + "[1] - CAST(:latitude AS double precision), 2)");
    }

    static String parameterName(Paths.Path path) {
        return path.column().equals("id") ? Names.snake(path.owner()) + "_id" : path.column();
    }

    private static Predicate compare(
            Scalar.Column column, String word, String value, Paths.Path path) {
        Predicate.Op op =
                switch (word) {
                    case "before" -> Predicate.Op.LESS;
                    case "after" -> Predicate.Op.GREATER;
                    default -> Predicate.Op.EQUAL;
                };
        boolean clock = value.equals("today") || value.equals("now");
        FieldType type = value.equals("today") ? FieldType.DATE : FieldType.INSTANT;
        Scalar right = clock ? new Scalar.Param(value, type, "$clock." + value) : Paths.word(value);
        return new Predicate.Compare(
                column, op, path.type().isText() || clock ? right : new Scalar.Literal(value));
    }

    /**
     * {@code day}, {@code month}, {@code year}: a half-open range on the instant of sorting or of
     * writing.
     */
    private boolean calendar(String word) {
        if (!word.matches("day|week|month|year|date|period")) {
            return false;
        }
        String sort = useCase.sort() == null ? "" : useCase.sort();
        Field field =
                design.entity(main)
                        .field(sort)
                        .or(() ->
                                design.entity(main).fields().stream()
                                        .filter(FieldRoles::isRecorded)
                                        .findFirst())
                        .orElse(null);
        String column = field == null ? "created_at" : Names.snake(field.name());
        FieldType type = field == null ? FieldType.INSTANT : field.type();
        Scalar.Column at = Paths.column(main, column);
        ranged = at;
        where.add(
                new Predicate.Compare(
                        at,
                        Predicate.Op.GREATER_OR_EQUAL,
                        Paths.param("from_" + column, type, main, column)));
        where.add(
                new Predicate.Compare(
                        at, Predicate.Op.LESS, Paths.param("until_" + column, type, main, column)));
        return true;
    }

    final void join(List<String> way) {
        for (int i = 1; i < way.size(); i++) {
            joins.putIfAbsent(
                    way.get(i),
                    new Sql.Join(
                            Paths.source(way.get(i)),
                            List.of(Paths.refers(way.get(i - 1), way.get(i))),
                            false));
        }
    }

    final List<Sql.Output> outputs() {
        Map<String, Scalar> outputs = new LinkedHashMap<>();
        outputs.put("id", Paths.column(main, "id"));
        fields(design.entity(main), outputs, true);
        for (String other : useCase.reads().subList(1, useCase.reads().size())) {
            List<String> way = design.up(main, other);
            if (!way.isEmpty()) {
                join(way);
                fields(design.entity(other), outputs, true);
            } else {
                child(other, outputs);
            }
        }
        return outputs.entrySet().stream()
                .map(e -> new Sql.Output(e.getKey(), e.getValue()))
                .toList();
    }

    final void fields(Entity entity, Map<String, Scalar> outputs, boolean personalToo) {
        for (Field field : entity.fields()) {
            if (field.data() == DataClass.SECRET || !personalToo && field.data().isPersonal()) {
                continue;
            }
            String plain = Names.snake(field.name());
            boolean clash =
                    outputs.containsKey(plain) || plain.equals("name") || entity.name().equals(main)
                            ? outputs.containsKey(plain)
                            : entity.states().map(s -> s.name().equals(field.name())).orElse(false);
            String name =
                    clash || plain.equals("name") && !entity.name().equals(main)
                            ? Names.snake(entity.name()) + "_" + plain
                            : plain;
            outputs.putIfAbsent(name, Paths.column(entity.name(), plain));
        }
    }

    /**
     * A child of which a rule allows one at a time: shown beside its parent, but not whose it is.
     */
    private void child(String other, Map<String, Scalar> outputs) {
        Optional<Rule.AtMost> rule =
                design.all(Rule.AtMost.class).stream()
                        .filter(r ->
                                r.limit() == 1
                                        && r.entity().equals(other)
                                        && r.per().equals(List.of(main)))
                        .findFirst();
        if (rule.isEmpty()) {
            return;
        }
        List<Predicate> on =
                new ArrayList<>(
                        List.of(
                                Paths.equal(
                                        Paths.column(other, SchemaStep.reference(main)),
                                        Paths.column(main, "id"))));
        if (rule.get().when() != null) {
            on.add(Paths.meets(design, other, rule.get().when()));
        }
        because.add(rule.get().id());
        joins.putIfAbsent(other, new Sql.Join(Paths.source(other), on, true));
        outputs.put("available", new Scalar.Truth(available(other)));
        for (Field field : design.entity(other).fields()) {
            if (FieldRoles.isDue(field)) {
                outputs.putIfAbsent(
                        Names.snake(field.name()), Paths.column(other, Names.snake(field.name())));
            }
        }
    }

    /** Free means: none there, and nothing that would refuse to make one. */
    private Predicate available(String other) {
        List<Predicate> free =
                new ArrayList<>(List.of(new Predicate.IsNull(Paths.column(other, "id"))));
        for (Rule.OnlyWhen rule : design.all(Rule.OnlyWhen.class)) {
            boolean makes =
                    design.all(UseCase.class).stream()
                            .anyMatch(u ->
                                    u.name().equals(rule.useCase())
                                            && u.effects().stream()
                                                    .anyMatch(e ->
                                                            e
                                                                            instanceof
                                                                            org.groundplan.model
                                                                                    .Effect.Insert
                                                                    && e.entity().equals(other)));
            if (makes
                    && rule.negated()
                    && rule.same().equals(List.of(main))
                    && rule.when() != null) {
                because.add(rule.id());
                List<Predicate> row =
                        List.of(
                                Paths.equal(
                                        Paths.column(rule.entity(), SchemaStep.reference(main)),
                                        Paths.column(main, "id")),
                                Paths.meets(design, rule.entity(), rule.when()));
                free.add(
                        new Predicate.Not(
                                new Predicate.Exists(
                                        new Sql.Select(
                                                List.of(
                                                        new Sql.Output(
                                                                "one", new Scalar.Literal("1"))),
                                                Paths.source(rule.entity()),
                                                List.of(),
                                                row,
                                                List.of(),
                                                List.of(),
                                                null,
                                                null))));
            }
        }
        return free.size() == 1 ? free.getFirst() : new Predicate.All(free);
    }

    private void match(List<Paths.Path> texts) {
        String owner = texts.getFirst().owner();
        where.addFirst(
                new Predicate.Matches(
                        Paths.column(owner, "search"),
                        new Scalar.Param(
                                "q",
                                FieldType.TEXT,
                                Names.snake(owner) + "." + texts.getFirst().column())));
        texts.stream()
                .filter(t -> !t.owner().equals(owner))
                .forEach(t ->
                        script.unresolved(
                                t.column(),
                                "Search over fields of one entity; “"
                                        + t.column()
                                        + "” is in "
                                        + t.owner()
                                        + ", the others in "
                                        + owner
                                        + "."));
    }

    private List<Sql.Order> order(List<Paths.Path> texts) {
        List<Sql.Order> order = new ArrayList<>();
        if (useCase.sort() != null) {
            String[] words = useCase.sort().split("\\s+");
            List<Paths.Path> readings = paths.readings(main, words[0]);
            if (readings.size() == 1) {
                join(readings.getFirst().entities());
                boolean down = words.length > 1 && words[1].startsWith("desc");
                order.add(
                        new Sql.Order(
                                Paths.column(
                                        readings.getFirst().owner(), readings.getFirst().column()),
                                down));
                order.add(new Sql.Order(Paths.column(main, "id"), down));
                return order;
            }
            script.unresolved(
                    useCase.sort(), "Sort by a field of " + main + " or of what it belongs to.");
        }
        if (!texts.isEmpty()) {
            order.add(
                    new Sql.Order(
                            Paths.column(texts.getFirst().owner(), texts.getFirst().column()),
                            false));
            order.add(new Sql.Order(Paths.column(main, "id"), false));
        } else {
            // what is asked for by a period comes in the order of that period
            boolean down = ranged == null || useCase.kind() != UseCase.Kind.EXPORT;
            Scalar by = ranged == null ? Paths.column(main, "created_at") : ranged;
            order.add(new Sql.Order(by, down));
            order.add(new Sql.Order(Paths.column(main, "id"), down));
        }
        return order;
    }

    final Predicate after(List<Sql.Order> order) {
        List<Scalar> cursor = new ArrayList<>();
        for (Sql.Order o : order) {
            Scalar.Column c = (Scalar.Column) o.by();
            FieldType type =
                    design.find(Table.class, Table.id(c.table()))
                            .flatMap(t -> t.column(c.name()))
                            .map(Table.Column::type)
                            .orElse(FieldType.TEXT);
            cursor.add(
                    new Scalar.Param(
                            "after_" + c.name(),
                            type,
                            "$page." + (o.descending() ? "highest" : "lowest")));
        }
        return new Predicate.After(
                order.stream().map(Sql.Order::by).toList(), cursor, order.getFirst().descending());
    }
}

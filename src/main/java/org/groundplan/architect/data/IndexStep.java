package org.groundplan.architect.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.model.Design;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * Indexes from access paths: equality before range before sort; prefixes merged; none where a key
 * serves already.
 */
public final class IndexStep {
    /** A column with fewer distinct values than this selects too many rows for an index to pay. */
    private static final BigDecimal SELECTIVE = BigDecimal.valueOf(20);

    /** Rows from which reading the whole table each night is too much. */
    private static final BigDecimal LONG = BigDecimal.valueOf(100_000);

    private final Design design;
    private final Map<String, Map<List<String>, Set<String>>> wanted = new TreeMap<>();
    private final Map<String, Set<String>> texts = new TreeMap<>();
    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Map<String, Set<String>> served = new TreeMap<>();

    private final @Nullable Tenancy tenancy;

    /** Whether row-level security narrows what the statement at hand sees. */
    private boolean narrowed;

    private IndexStep(Design design) {
        this.design = design;
        this.tenancy = Tenancy.of(design).orElse(null);
    }

    public static Design apply(Design design) {
        IndexStep step = new IndexStep(design);
        for (Statement statement : design.all(Statement.class)) {
            step.statement(statement);
        }
        return design.with(
                new WantedIndexes(design, step.tenancy)
                        .elements(step.wanted, step.texts, step.places, step.served));
    }

    private void statement(Statement statement) {
        narrowed =
                tenancy != null
                        && !statement.useCase().isEmpty()
                        && !tenancy.across(design.useCase(statement.useCase()));
        if (!statement.useCase().isEmpty()
                && RetentionStep.retains(design.useCase(statement.useCase()))
                && statement.sql() instanceof Sql.Delete d) {
            retention(d, statement.id());
            return;
        }
        boolean report =
                !statement.useCase().isEmpty()
                        && design.useCase(statement.useCase()).kind() == UseCase.Kind.REPORT;
        if (report) {
            return;
        }
        switch (statement.sql()) {
            case Sql.Select s -> select(s, statement.id());
            case Sql.Insert i -> {
                tables(
                        i.from().stream().map(Sql.Source::table).toList(),
                        i.where(),
                        List.of(),
                        statement.id());
                nested(i.where(), statement.id());
            }
            case Sql.Update u -> {
                List<String> tables = new ArrayList<>(List.of(u.table().table()));
                u.from().forEach(f -> tables.add(f.table()));
                tables(tables, u.where(), List.of(), statement.id());
                nested(u.where(), statement.id());
            }
            case Sql.Delete d ->
                    tables(List.of(d.table().table()), d.where(), List.of(), statement.id());
            case Sql.Called c -> select(c.body(), statement.id());
            case Sql.Opaque _ -> {}
        }
    }

    /** The oldest first, so that a night on which nothing is old enough costs one look. */
    private void retention(Sql.Delete d, String statement) {
        String table = d.table().table();
        String entity = design.get(Table.class, Table.id(table)).entity();
        if (rows(entity).compareTo(LONG) >= 0) {
            wanted.computeIfAbsent(table, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(List.of("created_at"), _ -> new TreeSet<>())
                    .add(statement);
        }
        for (Predicate p : d.where()) {
            if (p instanceof Predicate.Within w) {
                nested(w.select().where(), statement);
            }
        }
    }

    private void select(Sql.Select s, String statement) {
        List<Predicate> all = new ArrayList<>(s.where());
        s.joins().forEach(j -> all.addAll(j.on()));
        List<String> tables = new ArrayList<>();
        if (s.from() != null) {
            tables.add(s.from().table());
        }
        s.joins().forEach(j -> tables.add(j.source().table()));
        boolean matched =
                s.where().stream()
                        .anyMatch(
                                p -> p instanceof Predicate.Matches || p instanceof Predicate.Near);
        tables(tables, all, matched ? List.of() : s.orderBy(), statement);
        nested(s.where(), statement);
        s.outputs()
                .forEach(o -> {
                    if (o.value() instanceof Scalar.Truth t) {
                        nested(List.of(t.predicate()), statement);
                    }
                });
    }

    /**
     * Starts at the table with the most selective filter; each other table is entered by its join
     * to one already reached.
     */
    private void tables(
            List<String> tables,
            List<Predicate> predicates,
            List<Sql.Order> order,
            String statement) {
        List<String> waiting = new ArrayList<>(tables);
        List<String> reached = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next =
                    waiting.stream()
                            .min(
                                    java.util.Comparator.comparingInt(
                                                    (String t) -> rank(t, predicates, reached))
                                            .thenComparingInt(waiting::indexOf))
                            .orElseThrow();
            access(next, predicates, reached, reached.isEmpty() ? order : List.of(), statement);
            waiting.remove(next);
            reached.add(next);
        }
    }

    /** Joined to what is reached, then filtered by something selective, then filtered at all. */
    private int rank(String table, List<Predicate> predicates, List<String> reached) {
        Keys keys = keys(table, predicates, reached, "");
        if (!keys.joined.isEmpty()) {
            return 0;
        }
        if (keys.matched || keys.fixed.stream().anyMatch(c -> selective(table, c))) {
            return 1;
        }
        return keys.ranges.isEmpty() ? 3 : 2;
    }

    /** An EXISTS over one table is entered by whatever it shares with the outer query. */
    private void inner(Sql.Select select, String statement) {
        if (select.from() != null && select.joins().isEmpty()) {
            access(select.from().table(), select.where(), List.of("*"), List.of(), statement);
            nested(select.where(), statement);
        } else {
            select(select, statement);
        }
    }

    private void nested(List<Predicate> predicates, String statement) {
        for (Predicate p : predicates) {
            switch (p) {
                case Predicate.Exists e -> inner(e.select(), statement);
                case Predicate.Not n -> nested(List.of(n.predicate()), statement);
                case Predicate.All all -> nested(all.predicates(), statement);
                case Predicate.Guard g -> nested(List.of(g.predicate()), statement);
                case Predicate.Compare c when c.right() instanceof Scalar.One one ->
                        select(one.select(), statement);
                case Predicate.Within w -> select(w.select(), statement);
                default -> {}
            }
        }
    }

    private void access(
            String table,
            List<Predicate> predicates,
            List<String> reached,
            List<Sql.Order> order,
            String statement) {
        Keys keys = keys(table, predicates, reached, statement);
        Set<String> equal = new LinkedHashSet<>(keys.joined);
        equal.addAll(keys.fixed);
        boolean free = equal.isEmpty() && keys.ranges.isEmpty() && order.isEmpty();
        if (narrowed && tenancy != null && tenancy.coversTable(table) && !free) {
            equal.add(tenancy.columnOf(table));
        }
        boolean walked = equal.isEmpty() && keys.ranges.isEmpty() && !keys.matched;
        if (walked && !order.isEmpty() && hidden(predicates)) {
            walk(table, order, statement);
        }
        if (equal.isEmpty() && keys.ranges.isEmpty() || equal.contains("id")) {
            return;
        }
        List<String> columns = new ArrayList<>(selectiveFirst(table, equal));
        if (!keys.ranges.isEmpty()) {
            columns.add(keys.ranges.iterator().next());
        }
        if (keys.ranges.isEmpty()
                || !order.isEmpty()
                        && order.getFirst().by() instanceof Scalar.Column first
                        && first.name().equals(columns.getLast())) {
            order.stream()
                    .map(Sql.Order::by)
                    .filter(b -> b instanceof Scalar.Column c && c.table().equals(table))
                    .map(b -> ((Scalar.Column) b).name())
                    .filter(c -> !columns.contains(c))
                    .forEach(columns::add);
        }
        if (columns.stream().noneMatch(c -> selective(table, c)) && keys.ranges.isEmpty()) {
            return;
        }
        if (tenancy != null
                && tenancy.referred(table)
                && List.of(tenancy.column(), "id")
                        .subList(0, Math.min(2, columns.size()))
                        .equals(columns)) {
            return; // the key that references point at begins with the tenant
        }
        if (!unique(table, equal, statement)) {
            wanted.computeIfAbsent(table, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(columns, _ -> new TreeSet<>())
                    .add(statement);
        }
    }

    /** Whether rows are chosen by something another table knows. */
    private static boolean hidden(List<Predicate> predicates) {
        return predicates.stream()
                .anyMatch(p ->
                        p instanceof Predicate.Exists
                                || p instanceof Predicate.Guard g
                                        && g.predicate() instanceof Predicate.Exists);
    }

    /** A page in sort order is read from an index in that order until it is full. */
    private void walk(String table, List<Sql.Order> order, String statement) {
        List<String> columns = new ArrayList<>();
        for (Sql.Order o : order) {
            if (o.by() instanceof Scalar.Column c && c.table().equals(table)) {
                columns.add(c.name());
            }
        }
        if (columns.size() == order.size()) {
            wanted.computeIfAbsent(table, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(columns, _ -> new TreeSet<>())
                    .add(statement);
        }
    }

    /** How a table is filtered: by values, by what is joined, by ranges, by words. */
    private static final class Keys {
        final Set<String> fixed = new LinkedHashSet<>();
        final Set<String> joined = new LinkedHashSet<>();
        final Set<String> ranges = new LinkedHashSet<>();
        boolean matched;
    }

    private Keys keys(
            String table, List<Predicate> predicates, List<String> reached, String statement) {
        Keys keys = new Keys();
        predicates.forEach(p -> collect(table, p, reached, keys, statement));
        return keys;
    }

    private void collect(
            String table, Predicate p, List<String> reached, Keys keys, String statement) {
        switch (p) {
            case Predicate.Guard g -> collect(table, g.predicate(), reached, keys, statement);
            case Predicate.All a ->
                    a.predicates().forEach(x -> collect(table, x, reached, keys, statement));
            case Predicate.In in -> column(table, in.left(), keys.fixed);
            case Predicate.Compare c when c.op() == Predicate.Op.EQUAL -> {
                if (c.left() instanceof Scalar.Column left
                        && c.right() instanceof Scalar.Column right) {
                    joined(table, left, right, reached, keys);
                } else {
                    column(table, c.left(), keys.fixed);
                    column(table, c.right(), keys.fixed);
                }
            }
            case Predicate.Compare c when c.op() != Predicate.Op.DIFFERENT ->
                    column(table, c.left(), keys.ranges);
            case Predicate.Near n -> {
                if (n.point().table().equals(table)) {
                    keys.matched = true;
                    if (!statement.isEmpty()) {
                        places.computeIfAbsent(table + "." + n.point().name(), _ -> new TreeSet<>())
                                .add(statement);
                    }
                }
            }
            case Predicate.Matches m -> {
                if (m.document().table().equals(table)) {
                    keys.matched = true;
                    if (!statement.isEmpty()) {
                        texts.computeIfAbsent(table, _ -> new TreeSet<>()).add(statement);
                    }
                }
            }
            default -> {}
        }
    }

    /** A table outside the statement (the outer query of an EXISTS) counts as reached. */
    private static void joined(
            String table,
            Scalar.Column left,
            Scalar.Column right,
            List<String> reached,
            Keys keys) {
        Scalar.Column mine = left.table().equals(table) ? left : right;
        Scalar.Column other = left.table().equals(table) ? right : left;
        if (mine.table().equals(table)
                && (reached.contains(other.table()) || reached.contains("*"))) {
            keys.joined.add(mine.name());
        }
    }

    private static void column(String table, Scalar scalar, Set<String> into) {
        if (scalar instanceof Scalar.Column c && c.table().equals(table)) {
            into.add(c.name());
        }
    }

    /** References before states: the column with more distinct values stands first. */
    private List<String> selectiveFirst(String table, Set<String> columns) {
        return columns.stream()
                .sorted(
                        java.util.Comparator.comparingInt((String c) -> tenant(c) ? 0 : 1)
                                .thenComparingInt(c -> selective(table, c) ? 0 : 1)
                                .thenComparingInt(c -> c.endsWith("_id") ? 0 : 1)
                                .thenComparing(c -> c))
                .toList();
    }

    private boolean tenant(String column) {
        return tenancy != null && column.equals(tenancy.column());
    }

    private boolean selective(String tableName, String column) {
        if (tenancy != null && tenant(column)) {
            return rows(tenancy.tenant()).compareTo(SELECTIVE) >= 0;
        }
        Table table = design.get(Table.class, Table.id(tableName));
        if (table.column(column).map(c -> !c.values().isEmpty()).orElse(false)) {
            return false;
        }
        return table.foreignKeys().stream()
                .filter(k -> k.column().equals(column))
                .findFirst()
                .map(k -> {
                    Table parent = design.get(Table.class, Table.id(k.references()));
                    return rows(parent.entity()).compareTo(SELECTIVE) >= 0;
                })
                .orElse(true);
    }

    private BigDecimal rows(String entity) {
        return design.findQuantity("quantity:" + Names.slug(entity) + ".rows")
                .map(Quantity::value)
                .orElse(BigDecimal.valueOf(1000));
    }

    /**
     * Whether a unique index already finds the row by these columns; it is then noted as serving.
     */
    private boolean unique(String table, Set<String> equal, String statement) {
        for (Index index : design.all(Index.class)) {
            if (index.table().equals(table)
                    && index.unique()
                    && equal.containsAll(index.columns())) {
                boolean partial = index.where() != null;
                boolean stated =
                        !partial
                                || equal.stream()
                                        .anyMatch(c ->
                                                String.valueOf(index.where())
                                                        .startsWith(Names.sql(c) + " = "));
                if (stated && !statement.startsWith("statement:reference-check")) {
                    served.computeIfAbsent(index.id(), _ -> new TreeSet<>()).add(statement);
                    return true;
                }
                if (stated && !partial) {
                    served.computeIfAbsent(index.id(), _ -> new TreeSet<>()).add(statement);
                    return true;
                }
            }
        }
        return prefixOfUnique(table, equal, statement) || excluding(table, equal);
    }

    /** The index behind an exclusion constraint, where all it starts with is asked for. */
    private boolean excluding(String table, Set<String> equal) {
        return design.all(Rule.NoOverlap.class).stream()
                .filter(r -> r.when() == null && Names.snake(r.entity()).equals(table))
                .filter(r ->
                        design.all(TableConstraint.class).stream()
                                .anyMatch(c -> c.rule().equals(r.id())))
                .anyMatch(r ->
                        !r.per().isEmpty()
                                && r.per().stream()
                                        .map(p -> Columns.of(design, r.entity(), p))
                                        .collect(java.util.stream.Collectors.toSet())
                                        .equals(equal));
    }

    private boolean prefixOfUnique(String table, Set<String> equal, String statement) {
        for (Index index : design.all(Index.class)) {
            boolean prefix =
                    index.columns().size() > equal.size()
                            && equal.containsAll(index.columns().subList(0, equal.size()));
            if (index.table().equals(table) && index.unique() && index.where() == null && prefix) {
                served.computeIfAbsent(index.id(), _ -> new TreeSet<>()).add(statement);
                return true;
            }
        }
        return false;
    }
}

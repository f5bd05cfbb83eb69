package org.groundplan.architect.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.UseCase;

/** Indexes from access paths: equality before range before sort; prefixes merged; none where a key serves already. */
public final class IndexStep {
    /** A column with fewer distinct values than this selects too many rows for an index to pay. */
    private static final BigDecimal SELECTIVE = BigDecimal.valueOf(20);

    private final Design design;
    private final Map<String, Map<List<String>, Set<String>>> wanted = new TreeMap<>();
    private final Map<String, Set<String>> texts = new TreeMap<>();
    private final Map<String, Set<String>> served = new TreeMap<>();

    private IndexStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        IndexStep step = new IndexStep(design);
        for (Statement statement : design.all(Statement.class)) {
            step.statement(statement);
        }
        return design.with(step.indexes());
    }

    private void statement(Statement statement) {
        boolean report =
                !statement.useCase().isEmpty() && design.useCase(statement.useCase()).kind() == UseCase.Kind.REPORT;
        if (report) {
            return;
        }
        switch (statement.sql()) {
            case Sql.Select s -> select(s, statement.id());
            case Sql.Insert i -> {
                i.from().forEach(source -> access(source.table(), i.where(), List.of(), statement.id()));
                nested(i.where(), statement.id());
            }
            case Sql.Update u -> {
                access(u.table().table(), u.where(), List.of(), statement.id());
                u.from().forEach(source -> access(source.table(), u.where(), List.of(), statement.id()));
                nested(u.where(), statement.id());
            }
            case Sql.Delete d -> access(d.table().table(), d.where(), List.of(), statement.id());
            case Sql.Opaque _ -> {}
        }
    }

    private void select(Sql.Select s, String statement) {
        List<Predicate> all = new ArrayList<>(s.where());
        s.joins().forEach(j -> all.addAll(j.on()));
        if (s.from() != null) {
            boolean matched = s.where().stream().anyMatch(Predicate.Matches.class::isInstance);
            access(s.from().table(), all, matched ? List.of() : s.orderBy(), statement);
        }
        s.joins().forEach(j -> access(j.source().table(), all, List.of(), statement));
        nested(s.where(), statement);
        s.outputs().forEach(o -> {
            if (o.value() instanceof Scalar.Truth t) {
                nested(List.of(t.predicate()), statement);
            }
        });
    }

    private void nested(List<Predicate> predicates, String statement) {
        for (Predicate p : predicates) {
            switch (p) {
                case Predicate.Exists e -> select(e.select(), statement);
                case Predicate.Not n -> nested(List.of(n.predicate()), statement);
                case Predicate.Guard g -> nested(List.of(g.predicate()), statement);
                case Predicate.Compare c when c.right() instanceof Scalar.One one -> select(one.select(), statement);
                default -> {}
            }
        }
    }

    private void access(String table, List<Predicate> predicates, List<Sql.Order> order, String statement) {
        Set<String> fixed = new LinkedHashSet<>();
        Set<String> joined = new LinkedHashSet<>();
        Set<String> ranges = new LinkedHashSet<>();
        for (Predicate p : predicates) {
            collect(table, p, fixed, joined, ranges, statement);
        }
        Set<String> equal = new LinkedHashSet<>(joined);
        equal.addAll(fixed);
        if (equal.isEmpty() && ranges.isEmpty() || equal.contains("id")) {
            return;
        }
        List<String> columns = new ArrayList<>(selectiveFirst(table, equal));
        if (!ranges.isEmpty()) {
            columns.add(ranges.iterator().next());
        } else {
            order.stream()
                    .map(Sql.Order::by)
                    .filter(b -> b instanceof Scalar.Column c && c.table().equals(table))
                    .map(b -> ((Scalar.Column) b).name())
                    .filter(c -> !columns.contains(c))
                    .forEach(columns::add);
        }
        if (columns.stream().noneMatch(c -> selective(table, c)) && ranges.isEmpty()) {
            return;
        }
        if (!unique(table, equal, statement)) {
            wanted.computeIfAbsent(table, _ -> new LinkedHashMap<>()).computeIfAbsent(columns, _ -> new TreeSet<>()).add(statement);
        }
    }

    private void collect(String table, Predicate p, Set<String> fixed, Set<String> joined, Set<String> ranges, String statement) {
        switch (p) {
            case Predicate.Guard g -> collect(table, g.predicate(), fixed, joined, ranges, statement);
            case Predicate.In in -> column(table, in.left(), fixed);
            case Predicate.Compare c when c.op() == Predicate.Op.EQUAL -> {
                boolean join = c.left() instanceof Scalar.Column && c.right() instanceof Scalar.Column;
                column(table, c.left(), join ? joined : fixed);
                column(table, c.right(), join ? joined : fixed);
            }
            case Predicate.Compare c when c.op() != Predicate.Op.DIFFERENT -> column(table, c.left(), ranges);
            case Predicate.Matches m -> {
                if (m.document().table().equals(table)) {
                    texts.computeIfAbsent(table, _ -> new TreeSet<>()).add(statement);
                }
            }
            default -> {}
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
                        java.util.Comparator.comparingInt((String c) -> selective(table, c) ? 0 : 1)
                                .thenComparingInt(c -> c.endsWith("_id") ? 0 : 1)
                                .thenComparing(c -> c))
                .toList();
    }

    private boolean selective(String tableName, String column) {
        Table table = design.get(Table.class, Table.id(tableName));
        if (table.column(column).map(c -> !c.values().isEmpty()).orElse(false)) {
            return false;
        }
        return table.foreignKeys().stream()
                .filter(k -> k.column().equals(column))
                .findFirst()
                .map(
                        k -> {
                            Table parent = design.get(Table.class, Table.id(k.references()));
                            return rows(parent.entity()).compareTo(SELECTIVE) >= 0;
                        })
                .orElse(true);
    }

    private BigDecimal rows(String entity) {
        return design.findQuantity("quantity:" + Names.slug(entity) + ".rows").map(Quantity::value).orElse(BigDecimal.valueOf(1000));
    }

    /** Whether a unique index already finds the row by these columns; it is then noted as serving. */
    private boolean unique(String table, Set<String> equal, String statement) {
        for (Index index : design.all(Index.class)) {
            if (index.table().equals(table) && index.unique() && equal.containsAll(index.columns())) {
                boolean partial = index.where() != null;
                boolean stated = !partial || equal.stream().anyMatch(c -> String.valueOf(index.where()).startsWith(Names.sql(c) + " = "));
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
        return prefixOfUnique(table, equal, statement);
    }

    private boolean prefixOfUnique(String table, Set<String> equal, String statement) {
        for (Index index : design.all(Index.class)) {
            boolean prefix = index.columns().size() > equal.size() && equal.containsAll(index.columns().subList(0, equal.size()));
            if (index.table().equals(table) && index.unique() && index.where() == null && prefix) {
                served.computeIfAbsent(index.id(), _ -> new TreeSet<>()).add(statement);
                return true;
            }
        }
        return false;
    }

    private Collection<Element> indexes() {
        List<Element> result = new ArrayList<>();
        wanted.forEach((table, paths) -> merged(paths).forEach((columns, statements) -> result.add(btree(table, columns, statements))));
        texts.forEach(
                (table, statements) -> {
                    String name = Names.limit(table + "_search_idx");
                    result.add(
                            new Index(
                                    "index:" + name.replace('_', '-'), table, name, List.of("search"), false, "gin", null, List.copyOf(statements), "",
                                    Origin.derived("indexes", "An inverted index answers word queries without reading every " + table + ".", List.copyOf(statements))));
                });
        for (Index index : design.all(Index.class)) {
            result.add(index.serving(List.copyOf(served.getOrDefault(index.id(), Set.of()))));
        }
        return result;
    }

    /** An index also serves what asks for a prefix of its columns. */
    private static Map<List<String>, Set<String>> merged(Map<List<String>, Set<String>> paths) {
        Map<List<String>, Set<String>> result = new LinkedHashMap<>();
        List<List<String>> longestFirst =
                paths.keySet().stream()
                        .sorted(java.util.Comparator.comparingInt((List<String> c) -> -c.size()).thenComparing(Object::toString))
                        .toList();
        for (List<String> columns : longestFirst) {
            List<String> holder =
                    result.keySet().stream()
                            .filter(k -> k.subList(0, columns.size()).equals(columns))
                            .findFirst()
                            .orElse(columns);
            result.computeIfAbsent(holder, _ -> new TreeSet<>()).addAll(paths.getOrDefault(columns, Set.of()));
        }
        return result;
    }

    private static Index btree(String table, List<String> columns, Set<String> statements) {
        String name = Names.limit(table + "_" + String.join("_", columns) + "_idx");
        return new Index(
                "index:" + name.replace('_', '-'), table, name, columns.stream().map(Names::sql).toList(), false, "btree", null,
                List.copyOf(statements), "",
                Origin.derived("indexes", "Equality before range before sort, for " + statements.size() + (statements.size() == 1 ? " statement." : " statements."), List.copyOf(statements)));
    }
}

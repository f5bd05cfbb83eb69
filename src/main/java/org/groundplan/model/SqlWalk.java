package org.groundplan.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;

/** Walks over a statement tree. */
public final class SqlWalk {
    private final Map<String, Scalar.Param> params = new LinkedHashMap<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> guards = new LinkedHashSet<>();
    private final Set<String> held = new LinkedHashSet<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private SqlWalk() {}

    /** Parameters in the order they first appear. */
    public static List<Scalar.Param> params(Sql sql) {
        return walked(sql).params.values().stream().toList();
    }

    /** Tables that are read; the target of an insert is not. */
    public static Set<String> tables(Sql sql) {
        return walked(sql).tables;
    }

    /** Tables that are read or written. */
    public static Set<String> touched(Sql sql) {
        Set<String> all = new LinkedHashSet<>(tables(sql));
        if (sql instanceof Sql.Insert i) {
            all.add(i.table());
        }
        if (sql instanceof Sql.Called c && c.record() != null) {
            all.addAll(touched(c.record()));
        }
        return all;
    }

    /** Columns that are looked at, as {@code table.column}; those of {@code returning} are not. */
    public static Set<String> columns(Sql sql) {
        return walked(sql).columns;
    }

    /** Ids of the rules it guards. */
    public static Set<String> guards(Sql sql) {
        return walked(sql).guards;
    }

    /** Tables whose rows it holds until the transaction ends. */
    public static Set<String> held(Sql sql) {
        return walked(sql).held;
    }

    private static SqlWalk walked(Sql sql) {
        SqlWalk walk = new SqlWalk();
        walk.sql(sql);
        return walk;
    }

    private void sql(Sql sql) {
        switch (sql) {
            case Sql.Select s -> {
                s.outputs().forEach(o -> scalar(o.value()));
                if (s.from() != null) {
                    tables.add(s.from().table());
                }
                s.joins()
                        .forEach(j -> {
                            tables.add(j.source().table());
                            j.on().forEach(this::predicate);
                        });
                s.where().forEach(this::predicate);
                s.orderBy().forEach(o -> scalar(o.by()));
                if (s.limit() != null) {
                    scalar(s.limit());
                }
                if (s.lock() != null) {
                    held.add(tableOf(s, s.lock().of()));
                }
            }
            case Sql.Insert i -> {
                i.values().forEach(a -> scalar(a.value()));
                i.from().forEach(f -> tables.add(f.table()));
                i.where().forEach(this::predicate);
                if (i.rows() != null) {
                    scalar(i.rows().input());
                    i.rows().lookups().forEach(j -> tables.add(j.source().table()));
                }
            }
            case Sql.Update u -> {
                tables.add(u.table().table());
                u.set().forEach(a -> scalar(a.value()));
                u.from().forEach(f -> tables.add(f.table()));
                u.where().forEach(this::predicate);
            }
            case Sql.Delete d -> {
                tables.add(d.table().table());
                d.where().forEach(this::predicate);
            }
            case Sql.Called c -> {
                sql(c.body());
                if (c.record() != null) {
                    sql(c.record());
                }
            }
            case Sql.Opaque o -> tables.addAll(o.tables());
        }
    }

    private static String tableOf(Sql.Select select, String alias) {
        return Stream.concat(
                        Stream.ofNullable(select.from()),
                        select.joins().stream().map(Sql.Join::source))
                .filter(s -> s.alias().equals(alias))
                .map(Sql.Source::table)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table is called " + alias));
    }

    private void predicate(Predicate predicate) {
        switch (predicate) {
            case Predicate.Compare c -> {
                scalar(c.left());
                scalar(c.right());
            }
            case Predicate.In in -> {
                scalar(in.left());
                in.values().forEach(this::scalar);
            }
            case Predicate.IsNull n -> scalar(n.value());
            case Predicate.Not n -> predicate(n.predicate());
            case Predicate.All all -> all.predicates().forEach(this::predicate);
            case Predicate.Exists e -> sql(e.select());
            case Predicate.Near n -> {
                scalar(n.point());
                scalar(n.longitude());
                scalar(n.latitude());
                scalar(n.metres());
            }
            case Predicate.Within w -> {
                scalar(w.value());
                sql(w.select());
            }
            case Predicate.Matches m -> {
                scalar(m.document());
                scalar(m.query());
            }
            case Predicate.After a -> {
                a.keys().forEach(this::scalar);
                a.cursor().forEach(this::scalar);
            }
            case Predicate.Guard g -> {
                if (!g.rule().isEmpty()) {
                    guards.add(g.rule());
                }
                predicate(g.predicate());
            }
        }
    }

    private void scalar(Scalar scalar) {
        switch (scalar) {
            case Scalar.Column c -> columns.add(c.table() + "." + c.name());
            case Scalar.Literal _ -> {}
            case Scalar.Param p -> params.putIfAbsent(p.name(), p);
            case Scalar.Call c -> c.arguments().forEach(this::scalar);
            case Scalar.Cast c -> scalar(c.value());
            case Scalar.Truth t -> predicate(t.predicate());
            case Scalar.Binary b -> {
                scalar(b.left());
                scalar(b.right());
            }
            case Scalar.Minus m -> scalar(m.value());
            case Scalar.One one -> sql(one.select());
        }
    }

    /** The same statement without what guards one rule: the unguarded mutant. */
    public static Sql without(Sql sql, String rule) {
        return switch (sql) {
            case Sql.Select s ->
                    new Sql.Select(
                            s.outputs(),
                            s.from(),
                            s.joins(),
                            drop(s.where(), rule),
                            s.groupBy(),
                            s.orderBy(),
                            s.limit(),
                            s.lock());
            case Sql.Insert i ->
                    new Sql.Insert(
                            i.table(),
                            i.values(),
                            i.from(),
                            drop(i.where(), rule),
                            i.ignoreDuplicates(),
                            i.returning(),
                            i.rows());
            case Sql.Update u ->
                    new Sql.Update(u.table(), u.set(), u.from(), drop(u.where(), rule));
            case Sql.Delete d -> new Sql.Delete(d.table(), drop(d.where(), rule));
            case Sql.Called c -> without(c.body(), rule);
            case Sql.Opaque o -> o;
        };
    }

    /** The predicates that guard a rule, taken out of a statement; they hold no row. */
    public static List<Predicate> guarding(Sql sql, String rule) {
        List<Predicate> where =
                switch (sql) {
                    case Sql.Select s -> s.where();
                    case Sql.Insert i -> i.where();
                    case Sql.Update u -> u.where();
                    case Sql.Delete d -> d.where();
                    case Sql.Called c -> c.body().where();
                    case Sql.Opaque _ -> List.of();
                };
        List<Predicate> result = new ArrayList<>();
        for (Predicate p : where) {
            if (p instanceof Predicate.Guard g && g.rule().equals(rule)) {
                result.add(looking(g.predicate()));
            }
        }
        return result;
    }

    /** The same condition, holding no row. */
    private static Predicate looking(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Not n -> new Predicate.Not(looking(n.predicate()));
            case Predicate.Exists e -> new Predicate.Exists(looking(e.select()));
            default -> predicate;
        };
    }

    private static Sql.Select looking(Sql.Select s) {
        return new Sql.Select(
                s.outputs(),
                s.from(),
                s.joins(),
                s.where(),
                s.groupBy(),
                s.orderBy(),
                s.limit(),
                null);
    }

    private static List<Predicate> drop(List<Predicate> where, String rule) {
        return where.stream()
                .filter(p -> !(p instanceof Predicate.Guard g && g.rule().equals(rule)))
                .toList();
    }
}

package org.groundplan.model;

import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;

/** Prints a statement tree as PostgreSQL 15 syntax, parameters as {@code :name}. */
public final class SqlPrinter {
    private SqlPrinter() {}

    public static String print(Sql sql) {
        return switch (sql) {
            case Sql.Select s -> select(s, "");
            case Sql.Insert i -> insert(i);
            case Sql.Update u -> update(u);
            case Sql.Delete d -> "DELETE FROM " + source(d.table()) + where(d.where(), "");
            case Sql.Called c -> called(c);
            case Sql.Opaque o -> o.sql();
        };
    }

    private static String called(Sql.Called c) {
        return "SELECT "
                + c.body().outputs().stream()
                        .map(o -> Names.sql(o.name()))
                        .collect(Collectors.joining(", "))
                + "\nFROM "
                + Names.sql(c.function())
                + "("
                + SqlWalk.params(c).stream()
                        .map(p -> ":" + p.name())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** The function behind a called query. */
    public static String function(Sql.Called c) {
        List<Scalar.Param> params = SqlWalk.params(c);
        String given =
                params.stream()
                        .map(p -> argument(p.name()) + " " + p.type().sql())
                        .collect(Collectors.joining(", "));
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < c.types().size(); i++) {
            shown.append(i == 0 ? "" : ", ")
                    .append(Names.sql(c.body().outputs().get(i).name()))
                    .append(" ")
                    .append(c.types().get(i));
        }
        String body = c.record() == null ? print(c.body()) : recorded(c, c.record());
        for (Scalar.Param p : params) {
            body = body.replaceAll("(?<!:):" + p.name() + "\\b", argument(p.name()));
        }
        return "CREATE FUNCTION "
                + Names.sql(c.function())
                + "("
                + given
                + ")\nRETURNS TABLE ("
                + shown
                + ")\nLANGUAGE sql "
                + (c.record() == null ? "STABLE" : "VOLATILE")
                + " SECURITY DEFINER SET search_path = public, pg_temp AS $$\n"
                + body
                + "\n$$";
    }

    /** What is shown, and beside it a record of each row. */
    private static String recorded(Sql.Called c, Sql.Insert record) {
        return "WITH "
                + Sql.Called.SHOWN
                + " AS (\n"
                + select(c.body(), "    ")
                + "\n), noted AS (\n    INSERT INTO "
                + Names.sql(record.table())
                + " ("
                + record.values().stream()
                        .map(a -> Names.sql(a.column()))
                        .collect(Collectors.joining(", "))
                + ")\n    SELECT "
                + values(record)
                + "\n    FROM "
                + Sql.Called.SHOWN
                + "\n)\nSELECT "
                + c.body().outputs().stream()
                        .map(o -> Sql.Called.SHOWN + "." + Names.sql(o.name()))
                        .collect(Collectors.joining(", "))
                + "\nFROM "
                + Sql.Called.SHOWN;
    }

    /** As a function is named in a grant. */
    public static String signature(Sql.Called c) {
        return Names.sql(c.function())
                + "("
                + SqlWalk.params(c).stream()
                        .map(p -> p.type().sql())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String argument(String param) {
        return "p_" + param;
    }

    private static String select(Sql.Select s, String indent) {
        StringBuilder out = new StringBuilder(indent + "SELECT ");
        out.append(
                s.outputs().stream()
                        .map(SqlPrinter::output)
                        .collect(Collectors.joining(",\n" + indent + "       ")));
        if (s.from() != null) {
            out.append("\n").append(indent).append("FROM ").append(source(s.from()));
        }
        for (Sql.Join join : s.joins()) {
            out.append("\n").append(indent);
            if (join.on().isEmpty()) {
                out.append("CROSS JOIN ").append(source(join.source()));
                continue;
            }
            out.append(join.outer() ? "LEFT JOIN " : "JOIN ")
                    .append(source(join.source()))
                    .append(" ON ");
            out.append(
                    join.on().stream()
                            .map(p -> predicate(p, indent))
                            .collect(Collectors.joining(" AND ")));
        }
        out.append(where(s.where(), indent));
        if (!s.groupBy().isEmpty()) {
            out.append("\n").append(indent).append("GROUP BY ").append(list(s.groupBy()));
        }
        if (!s.orderBy().isEmpty()) {
            out.append("\n").append(indent).append("ORDER BY ");
            out.append(
                    s.orderBy().stream()
                            .map(o -> scalar(o.by()) + (o.descending() ? " DESC" : ""))
                            .collect(Collectors.joining(", ")));
        }
        if (s.limit() != null) {
            out.append("\n").append(indent).append("LIMIT ").append(scalar(s.limit()));
        }
        Sql.Lock lock = s.lock();
        if (lock != null) {
            out.append("\n").append(indent).append(lock.strength()).append(" OF ");
            out.append(Names.sql(lock.of())).append(lock.waiting());
        }
        return out.toString();
    }

    private static String output(Sql.Output o) {
        if (o.value() instanceof Scalar.Column c && c.name().equals(o.name())) {
            return scalar(c);
        }
        return scalar(o.value()) + " AS " + Names.sql(o.name());
    }

    private static String insert(Sql.Insert i) {
        String columns =
                i.values().stream()
                        .map(a -> Names.sql(a.column()))
                        .collect(Collectors.joining(", "));
        String head = "INSERT INTO " + Names.sql(i.table()) + " (" + columns + ")\n";
        String returning =
                i.returning().isEmpty()
                        ? ""
                        : "\nRETURNING "
                                + i.returning().stream()
                                        .map(Names::sql)
                                        .collect(Collectors.joining(", "));
        String tail = (i.ignoreDuplicates() ? "\nON CONFLICT DO NOTHING" : "") + returning;
        Sql.Rows rows = i.rows();
        if (rows != null) {
            return head + "SELECT " + values(i) + rows(rows) + where(i.where(), "") + tail;
        }
        if (i.from().isEmpty() && i.where().isEmpty()) {
            String values =
                    i.values().stream()
                            .map(a -> scalar(a.value()))
                            .collect(Collectors.joining(", "));
            return head + "VALUES (" + values + ")" + tail;
        }
        String values = values(i);
        String from =
                i.from().isEmpty()
                        ? ""
                        : "\nFROM "
                                + i.from().stream()
                                        .map(SqlPrinter::source)
                                        .collect(Collectors.joining("\nCROSS JOIN "));
        return head + "SELECT " + values + from + where(i.where(), "") + tail;
    }

    private static String values(Sql.Insert i) {
        return i.values().stream().map(a -> typed(a.value())).collect(Collectors.joining(", "));
    }

    private static String rows(Sql.Rows rows) {
        String cells =
                rows.cells().stream()
                        .map(c -> Names.sql(c.name()) + " " + c.type().sql())
                        .collect(Collectors.joining(", "));
        StringBuilder out =
                new StringBuilder(
                        "\nFROM jsonb_to_recordset(CAST(:"
                                + rows.input().name()
                                + " AS jsonb)) AS line ("
                                + cells
                                + ")");
        for (Sql.Join join : rows.lookups()) {
            out.append("\nLEFT JOIN ").append(source(join.source())).append(" ON ");
            out.append(
                    join.on().stream()
                            .map(p -> predicate(p, ""))
                            .collect(Collectors.joining(" AND ")));
        }
        return out.toString();
    }

    private static String update(Sql.Update u) {
        String set =
                u.set().stream()
                        .map(a -> Names.sql(a.column()) + " = " + typed(a.value()))
                        .collect(Collectors.joining(",\n    "));
        String from =
                u.from().isEmpty()
                        ? ""
                        : "\nFROM "
                                + u.from().stream()
                                        .map(SqlPrinter::source)
                                        .collect(Collectors.joining(", "));
        return "UPDATE " + source(u.table()) + "\nSET " + set + from + where(u.where(), "");
    }

    private static String source(Sql.Source s) {
        return s.table().equals(s.alias())
                ? Names.sql(s.table())
                : Names.sql(s.table()) + " AS " + Names.sql(s.alias());
    }

    private static String where(List<Predicate> predicates, String indent) {
        if (predicates.isEmpty()) {
            return "";
        }
        return "\n"
                + indent
                + "WHERE "
                + predicates.stream()
                        .map(p -> predicate(p, indent))
                        .collect(Collectors.joining("\n" + indent + "  AND "));
    }

    private static String predicate(Predicate p, String indent) {
        return switch (p) {
            case Predicate.Compare c ->
                    scalar(c.left()) + " " + c.op().sql() + " " + scalar(c.right());
            case Predicate.In in ->
                    in.values().size() == 1
                            ? scalar(in.left()) + " = " + scalar(in.values().getFirst())
                            : scalar(in.left()) + " IN (" + list(in.values()) + ")";
            case Predicate.IsNull n -> scalar(n.value()) + " IS NULL";
            case Predicate.All all ->
                    all.predicates().stream()
                            .map(x -> predicate(x, indent))
                            .collect(Collectors.joining(" AND "));
            case Predicate.Not not -> "NOT " + predicate(not.predicate(), indent);
            case Predicate.Exists e -> "EXISTS (\n" + select(e.select(), indent + "    ") + ")";
            case Predicate.Within w ->
                    scalar(w.value()) + " IN (\n" + select(w.select(), indent + "    ") + ")";
            case Predicate.Near n -> near(n);
            case Predicate.Matches m ->
                    scalar(m.document())
                            + " @@ websearch_to_tsquery('simple', "
                            + scalar(m.query())
                            + ")";
            case Predicate.After a ->
                    "("
                            + list(a.keys())
                            + (a.descending() ? ") < (" : ") > (")
                            + list(a.cursor())
                            + ")";
            case Predicate.Guard g -> predicate(g.predicate(), indent);
        };
    }

    /**
     * A degree of latitude is about 111 km; one of longitude shrinks with the cosine of the
     * latitude.
     */
    private static String near(Predicate.Near n) {
        String x = "CAST(:" + n.longitude().name() + " AS double precision)";
        String y = "CAST(:" + n.latitude().name() + " AS double precision)";
        String up = "CAST(:" + n.metres().name() + " AS double precision) / 111320";
        String across = up + " / cosd(" + y + ")";
        return scalar(n.point())
                + " <@ box(\n    point("
                + x
                + " - "
                + across
                + ", "
                + y
                + " - "
                + up
                + "),\n    point("
                + x
                + " + "
                + across
                + ", "
                + y
                + " + "
                + up
                + "))";
    }

    private static String typed(Scalar s) {
        return switch (s) {
            case Scalar.Param p -> "CAST(:" + p.name() + " AS " + p.type().sql() + ")";
            case Scalar.Binary b -> typed(b.left()) + " " + b.operator() + " " + typed(b.right());
            case Scalar.Minus m -> "-" + typed(m.value());
            default -> scalar(s);
        };
    }

    private static String scalar(Scalar s) {
        return switch (s) {
            case Scalar.Column c -> Names.sql(c.alias()) + "." + Names.sql(c.name());
            case Scalar.Param p -> ":" + p.name();
            case Scalar.Literal l -> l.sql();
            case Scalar.Call c -> c.name() + "(" + list(c.arguments()) + ")";
            case Scalar.Cast c -> "CAST(" + scalar(c.value()) + " AS " + c.type().sql() + ")";
            case Scalar.Truth t -> "(" + predicate(t.predicate(), "") + ")";
            case Scalar.Binary b -> scalar(b.left()) + " " + b.operator() + " " + scalar(b.right());
            case Scalar.Minus m -> "-(" + scalar(m.value()) + ")";
            case Scalar.One one -> "(\n" + select(one.select(), "    ") + ")";
        };
    }

    private static String list(List<Scalar> scalars) {
        return scalars.stream().map(SqlPrinter::scalar).collect(Collectors.joining(", "));
    }
}

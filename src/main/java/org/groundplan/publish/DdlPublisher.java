package org.groundplan.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;

/** Migrations in order, and one file for each statement. */
public final class DdlPublisher {
    private static final Pattern FUNCTION = Pattern.compile("CREATE FUNCTION (\\S+)\\(\\)");

    private DdlPublisher() {}

    public static final String TABLES = "db/main/V001__tables_rules_indexes.sql";
    public static final String ROLE = "db/main/V002__application_role.sql";
    public static final String STATEMENTS = "db/main/statements/";

    public static Map<String, String> render(Design design) {
        Map<String, String> files = new TreeMap<>();
        files.put(TABLES, migration(design));
        files.put(ROLE, Roles.render(design));
        for (Statement statement : design.all(Statement.class)) {
            files.put(STATEMENTS + statement.file(), file(statement));
        }
        return files;
    }

    /** The role the application runs as; it owns nothing. */
    public static String role(Design design) {
        return Names.limit(Names.snake(design.name()) + "_app");
    }

    private static String migration(Design design) {
        StringBuilder out =
                new StringBuilder(
                        "-- "
                                + design.name()
                                + ": tables, rules, indexes. PostgreSQL 15 or later.\n");
        out.append(
                "-- Once published, this file is never edited: changes come as V003 and later.\n\n");
        out.append(
                "BEGIN;\nSET LOCAL lock_timeout = '5s';\nSET LOCAL statement_timeout = '60s';\n");
        List<Table> tables = Table.parentsFirst(design.all(Table.class));
        Optional<TenantDdl> tenants = Tenancy.of(design).map(t -> new TenantDdl(design, t));
        tenants.ifPresent(t -> out.append(t.function()));
        Set<String> there = new LinkedHashSet<>();
        for (Table table : tables) {
            there.add(table.name());
            out.append("\n").append(table(table, there, tenants.map(t -> t.key(table)).orElse("")));
        }
        later(tables).forEach(out::append);
        out.append("\n-- Rules that the database itself enforces, whoever writes\n");
        for (TableConstraint constraint : design.all(TableConstraint.class)) {
            if (TenantDdl.policy(constraint)) {
                continue;
            }
            out.append("\n-- ")
                    .append(reason(design, constraint.rule(), constraint.origin().sentence()))
                    .append("\n");
            constraint.create().forEach(sql -> out.append(sql).append(";\n"));
            out.append(functions(design, constraint));
        }
        out.append("\n-- Indexes, each with the statements it is for\n");
        for (Index index : design.all(Index.class)) {
            String why =
                    index.rule().isEmpty()
                            ? ""
                            : reason(design, index.rule(), index.origin().sentence()) + "\n-- ";
            String serves =
                    index.serves().isEmpty()
                            ? "serves no statement but its rule"
                            : "serves "
                                    + String.join(
                                            ", ",
                                            index.serves().stream()
                                                    .map(s -> s.substring("statement:".length()))
                                                    .toList());
            out.append("\n-- ").append(why).append(serves).append("\n");
            if (index.method().equals("gin") && index.columns().size() > 1) {
                out.append("CREATE EXTENSION IF NOT EXISTS btree_gin;\n");
            }
            out.append(index.definition()).append(";\n");
        }
        tenants.ifPresent(t -> out.append(t.policies()));
        out.append(TenantDdl.functions(design));
        out.append("\n-- What each table and column is\n");
        for (Table table : tables) {
            out.append(comments(design, table));
        }
        return out.append("COMMIT;\n").toString();
    }

    /** The tables that have a life cycle, for the document; the last two when none has. */
    public static String tablesOnly(Design design) {
        Set<String> ruled = new TreeSet<>();
        design.all(Rule.Transitions.class).forEach(r -> ruled.add(Names.snake(r.entity())));
        List<Table> tables = Table.parentsFirst(design.all(Table.class));
        Set<String> names = names(tables);
        List<Table> shown =
                ruled.isEmpty()
                        ? tables.subList(Math.max(0, tables.size() - 2), tables.size())
                        : tables.stream().filter(t -> ruled.contains(t.name())).toList();
        return shown.stream().map(t -> table(t, names, "")).collect(Collectors.joining("\n"));
    }

    private static Set<String> names(List<Table> tables) {
        return tables.stream().map(Table::name).collect(Collectors.toSet());
    }

    private static String reason(Design design, String rule, String sentence) {
        return rule.isEmpty()
                ? sentence
                : "“" + design.get(Rule.class, rule).text() + "”: " + sentence;
    }

    /** References to a table that comes later, where references go in a circle. */
    private static List<String> later(List<Table> ordered) {
        List<String> result = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (Table table : ordered) {
            done.add(table.name());
            for (Table.ForeignKey k : table.foreignKeys()) {
                if (!done.contains(k.references())) {
                    result.add(
                            "ALTER TABLE "
                                    + Names.sql(table.name())
                                    + " ADD "
                                    + foreignKey(k)
                                    + ";\n");
                }
            }
        }
        return result;
    }

    private static String foreignKey(Table.ForeignKey k) {
        return "CONSTRAINT "
                + Names.sql(k.name())
                + " FOREIGN KEY ("
                + shared(k)
                + Names.sql(k.column())
                + ") REFERENCES "
                + Names.sql(k.references())
                + " ("
                + shared(k)
                + "id) ON DELETE "
                + k.onDelete();
    }

    /**
     * Whether triggers change rows of it in columns that no index has: with room on the page such a
     * change touches no index (PostgreSQL manual, “Heap-Only Tuples”).
     */
    public static boolean counts(Table table) {
        return table.columns().stream().anyMatch(c -> c.comment().startsWith("kept by trigger"));
    }

    private static String shared(Table.ForeignKey k) {
        String shared = k.shared();
        return shared == null ? "" : Names.sql(shared) + ", ";
    }

    private static String table(Table table, Set<String> there, String key) {
        List<String> lines = new ArrayList<>();
        for (Table.Column c : table.columns()) {
            lines.add(
                    Names.sql(c.name())
                            + " "
                            + c.sqlType()
                            + (c.generated() == null
                                    ? ""
                                    : " GENERATED ALWAYS AS (" + c.generated() + ") STORED")
                            + (c.nullable() || c.generated() != null ? "" : " NOT NULL")
                            + (c.defaultSql() == null ? "" : " DEFAULT " + c.defaultSql()));
        }
        lines.add(
                "CONSTRAINT "
                        + Names.sql(Names.limit(table.name() + "_pkey"))
                        + " PRIMARY KEY ("
                        + String.join(", ", table.primaryKey().stream().map(Names::sql).toList())
                        + ")");
        if (!key.isEmpty()) {
            lines.add(key);
        }
        table.foreignKeys().stream()
                .filter(k -> there.contains(k.references()))
                .forEach(k -> lines.add(foreignKey(k)));
        return "CREATE TABLE "
                + Names.sql(table.name())
                + " (\n    "
                + String.join(",\n    ", lines)
                + "\n)"
                + (counts(table) ? " WITH (fillfactor = 90)" : "")
                + ";\n";
    }

    private static String comments(Design design, Table table) {
        StringBuilder out = new StringBuilder();
        String why =
                design.find(table.origin().from().isEmpty() ? "" : table.origin().from().getFirst())
                        .map(e ->
                                e.origin().at() == null
                                        ? "derived"
                                        : "brief line " + e.origin().at().line())
                        .orElse("derived");
        out.append("COMMENT ON TABLE ")
                .append(Names.sql(table.name()))
                .append(" IS '")
                .append(quote(table.entity() + ", " + why))
                .append("';\n");
        for (Table.Column c : table.columns()) {
            String said = c.comment().isEmpty() ? described(table, c) : c.comment();
            out.append("COMMENT ON COLUMN ")
                    .append(Names.sql(table.name()))
                    .append(".")
                    .append(Names.sql(c.name()))
                    .append(" IS '")
                    .append(quote(said))
                    .append("';\n");
        }
        return out.toString();
    }

    /** What a column holds, and whose data it is. */
    private static String described(Table table, Table.Column column) {
        String what =
                column.field().isEmpty()
                        ? Names.words(column.name())
                        : table.entity() + "." + column.field();
        String data =
                column.data().compareTo(DataClass.PERSONAL) < 0
                        ? ""
                        : ", " + column.data().name().toLowerCase(Locale.ROOT) + " data";
        return what + data;
    }

    /** Functions say which rule they keep. */
    private static String functions(Design design, TableConstraint constraint) {
        StringBuilder out = new StringBuilder();
        for (String sql : constraint.create()) {
            Matcher m = FUNCTION.matcher(sql);
            if (m.find()) {
                out.append("COMMENT ON FUNCTION ")
                        .append(m.group(1))
                        .append("() IS '")
                        .append(
                                quote(
                                        reason(
                                                design,
                                                constraint.rule(),
                                                constraint.origin().sentence())))
                        .append("';\n");
            }
        }
        return out.toString();
    }

    private static String quote(String text) {
        return text.replace("'", "''");
    }

    private static String file(Statement statement) {
        StringBuilder out = new StringBuilder("-- " + statement.purpose() + "\n");
        SqlWalk.params(statement.sql())
                .forEach(p ->
                        out.append("-- :")
                                .append(p.name())
                                .append(" ")
                                .append(p.type().sql())
                                .append(" (")
                                .append(p.bind())
                                .append(")\n"));
        return out.append(SqlPrinter.print(statement.sql())).append(";\n").toString();
    }
}

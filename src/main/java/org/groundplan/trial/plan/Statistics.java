package org.groundplan.trial.plan;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.FieldType;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.trial.interpreter.Seeder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the planner believe a volume without data: statistics by {@code pg_restore_*_stats}
 * (PostgreSQL 18) on empty tables, and sparse relation files of the size that volume would have,
 * because the planner multiplies stored density by the blocks it finds. For a throw-away server
 * only.
 */
final class Statistics {
    private static final int BLOCK = 8192;
    private static final int SEGMENT_BLOCKS = 131_072;

    private final Design design;
    private final Connection owner;
    private final Path data;
    private final Volume volume;
    private final Shape shape;
    private final @Nullable Tenancy tenancy;

    Statistics(Design design, Connection owner, Path data, Volume volume, Shape shape) {
        this.design = design;
        this.owner = owner;
        this.data = data;
        this.volume = volume;
        this.shape = shape;
        this.tenancy = Tenancy.of(design).orElse(null);
    }

    void apply() throws SQLException, IOException {
        for (Table table : design.all(Table.class)) {
            double rows = volume.rows(design, table);
            int width = 24 + table.columns().stream().mapToInt(c -> width(c)).sum();
            long pages = Math.max(1, (long) Math.ceil(rows * width / (BLOCK * 0.9)));
            relation(table.name(), pages, rows);
            relation(Names.limit(table.name() + "_pkey"), indexPages(rows, 24), rows);
            Tenancy tenancy = this.tenancy;
            if (tenancy != null && tenancy.referred(table.name())) {
                relation(tenancy.keyOf(table.name()), indexPages(rows, 40), rows);
            }
            for (Index index : design.all(Index.class)) {
                if (index.table().equals(table.name())) {
                    double part =
                            index.where() == null
                                    ? rows
                                    : Math.min(rows, volume.open(design, table));
                    relation(
                            index.name(), indexPages(part, 16 + 12 * index.columns().size()), part);
                }
            }
            for (Table.Column column : table.columns()) {
                attribute(table, column, rows);
            }
        }
    }

    private static int width(Table.Column column) {
        return column.sqlType().equals("tsvector") ? 120 : column.type().width();
    }

    private static long indexPages(double rows, int width) {
        return Math.max(2, (long) Math.ceil(rows * width / (BLOCK * 0.7)));
    }

    /** PostgreSQL numbers blocks with 32 bits; the planner's statistics hold 31 of them. */
    private static final long MOST_PAGES = 2_000_000_000L;

    private void relation(String name, long wanted, double rows) throws SQLException, IOException {
        long pages = Math.min(wanted, MOST_PAGES);
        execute(
                "SELECT pg_restore_relation_stats('schemaname','public','relname',"
                        + text(name)
                        + ",'relpages',"
                        + pages
                        + "::integer,'reltuples',"
                        + rows
                        + "::real,'relallvisible',"
                        + pages * 9 / 10
                        + "::integer)");
        extend(name, pages);
    }

    /** Sparse: takes no disk, but the planner sees the blocks. */
    private void extend(String relation, long pages) throws SQLException, IOException {
        String path;
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT pg_relation_filepath("
                                        + text("public." + Names.sql(relation))
                                        + ")")) {
            row.next();
            path = row.getString(1);
        }
        long left = pages;
        for (int segment = 0; left > 0; segment++) {
            long here = Math.min(left, SEGMENT_BLOCKS);
            try (RandomAccessFile file =
                    new RandomAccessFile(
                            data.resolve(segment == 0 ? path : path + "." + segment).toFile(),
                            "rw")) {
                file.setLength(here * BLOCK);
            }
            left -= here;
        }
    }

    private void attribute(Table table, Table.Column column, double rows) throws SQLException {
        // what is not restored stays as it was
        try (Statement clear = owner.createStatement()) {
            clear.execute(
                    "SELECT pg_clear_attribute_stats('public',"
                            + text(table.name())
                            + ","
                            + text(column.name())
                            + ",false)");
        }
        StringBuilder sql =
                new StringBuilder(
                        "SELECT pg_restore_attribute_stats('schemaname','public','relname',");
        sql.append(text(table.name()))
                .append(",'attname',")
                .append(text(column.name()))
                .append(",'inherited',false,'null_frac',");
        sql.append(column.nullable() && column.generated() == null ? "0.5" : "0")
                .append("::real,'avg_width',")
                .append(width(column))
                .append("::integer");
        if (!column.values().isEmpty()) {
            states(sql, table, column, rows);
        } else if (column.type() == FieldType.POINT || column.type() == FieldType.POLYGON) {
            sql.append(",'n_distinct','-1'::real"); // no order, so no histogram
        } else if (column.sqlType().equals("tsvector")) {
            sql.append(",'n_distinct','-1'::real");
        } else {
            distinct(sql, table, column, rows);
        }
        if (column.type() == FieldType.POINT || column.type() == FieldType.POLYGON) {
            execute(sql.append(")").toString());
            return;
        }
        execute(
                sql.append(",'correlation',")
                        .append(
                                column.type() == FieldType.DATE
                                                || column.type() == FieldType.INSTANT
                                        ? "0.9"
                                        : shape == Shape.TOGETHER ? "0.95" : "0.01")
                        .append("::real)")
                        .toString());
    }

    /** States that are not final hold the open rows; the rest is in the final ones. */
    private void states(StringBuilder sql, Table table, Table.Column column, double rows) {
        List<String> words = column.values();
        Rule.Transitions rule =
                design.all(Rule.Transitions.class).stream()
                        .filter(r ->
                                r.entity().equals(table.entity())
                                        && r.field().equals(column.field()))
                        .findFirst()
                        .orElse(null);
        List<Double> shares = new ArrayList<>();
        long open = words.stream().filter(w -> rule != null && !rule.isFinal(w)).count();
        double openShare = rows == 0 ? 0 : volume.open(design, table) / rows;
        for (String word : words) {
            boolean isOpen = rule != null && !rule.isFinal(word);
            double share =
                    rule == null || open == 0 || open == words.size()
                            ? 1.0 / words.size()
                            : isOpen ? openShare / open : (1 - openShare) / (words.size() - open);
            shares.add(Math.clamp(share, 0.000_001, 1.0));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            order.add(i);
        }
        order.sort((x, y) -> Double.compare(shares.get(y), shares.get(x)));
        String common =
                order.stream()
                        .map(i -> item(words.get(i)))
                        .collect(Collectors.joining(",", "{", "}"));
        sql.append(",'n_distinct',")
                .append(words.size())
                .append("::real,'most_common_vals',")
                .append(text(common))
                .append("::text,'most_common_freqs','{");
        sql.append(
                        order.stream()
                                .map(i -> shares.get(i).toString())
                                .collect(Collectors.joining(",")))
                .append("}'::real[]");
    }

    private void distinct(StringBuilder sql, Table table, Table.Column column, double rows) {
        Table.ForeignKey key =
                table.foreignKeys().stream()
                        .filter(k -> k.column().equals(column.name()))
                        .findFirst()
                        .orElse(null);
        String parent =
                key != null
                        ? key.references()
                        : tenancy != null
                                        && tenancy.coversTable(table.name())
                                        && column.name().equals(tenancy.column())
                                ? tenancy.table()
                                : "";
        if (!parent.isEmpty()) {
            double parents = volume.rows(design, design.get(Table.class, Table.id(parent)));
            sql.append(",'n_distinct','").append(parents < rows ? parents : -1).append("'::real");
            if (shape == Shape.HOT && rows > 100) {
                sql.append(",'most_common_vals','{")
                        .append(Planner.asked())
                        .append("}'::text,'most_common_freqs','{")
                        .append(Math.max(0.05, 1 / Math.max(1, parents)))
                        .append("}'::real[]");
            }
        } else if (column.type() == FieldType.DATE || column.type() == FieldType.INSTANT) {
            range(sql, table, column);
        } else if (column.defaultSql() != null) {
            sql.append(",'n_distinct','11'::real");
        } else {
            sql.append(",'n_distinct','-1'::real");
        }
    }

    private void range(StringBuilder sql, Table table, Table.Column column) {
        double days =
                design.findQuantity("quantity:" + Names.slug(table.entity()) + ".keep")
                        .map(q -> q.value().doubleValue() / 86_400)
                        .orElse(1095.0);
        List<String> bounds = new ArrayList<>();
        LocalDate end = Seeder.TODAY.plusDays(column.name().startsWith("due") ? 28 : 0);
        for (int i = 0; i <= 20; i++) {
            LocalDate day = end.minusDays(Math.round(days * (20 - i) / 20));
            bounds.add(
                    column.type() == FieldType.DATE
                            ? day.toString()
                            : "\"" + day + " 12:00:00+00\"");
        }
        sql.append(",'n_distinct','")
                .append(column.type() == FieldType.DATE ? Math.round(days) : -0.9)
                .append("'::real,'histogram_bounds','{")
                .append(String.join(",", bounds))
                .append("}'::text");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            SQLWarning warning = statement.getWarnings();
            if (!row.getBoolean(1) || warning != null) {
                throw new SQLException(
                        "statistics were not taken: "
                                + (warning == null ? "refused" : warning.getMessage())
                                + " in "
                                + sql);
            }
        }
    }

    /** An item of an array as text. */
    private static String item(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}

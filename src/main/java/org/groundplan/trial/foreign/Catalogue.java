package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.groundplan.model.Names;

/** Tables, columns, keys and checks as the database has them. */
final class Catalogue {
    /**
     * @param sql quoted, with its schema unless that is public
     * @param key columns of the primary key
     * @param unique columns of each unique index, the primary key's included
     */
    record Table(
            String name,
            String sql,
            Map<String, Column> columns,
            List<String> key,
            List<List<String>> unique,
            List<Reference> references,
            List<Check> checks) {
        Optional<Column> column(String wanted) {
            return Optional.ofNullable(columns.get(wanted));
        }

        /** The reference that a column is, alone. */
        Optional<Reference> reference(String column) {
            return references.stream().filter(r -> r.columns.equals(List.of(column))).findFirst();
        }

        boolean unique(String column) {
            return unique.contains(List.of(column));
        }
    }

    /**
     * @param type as the database prints it, of the base of a domain
     * @param filled by a default, an identity or an expression
     * @param generated cannot be given a value
     * @param values of an enumeration, by type or by check; empty for none
     */
    record Column(
            String name,
            String type,
            int length,
            boolean nullable,
            boolean filled,
            boolean generated,
            List<String> values) {
        boolean number() {
            return Catalogue.number(type);
        }

        boolean time() {
            return type.startsWith("timestamp") || type.equals("date") || type.startsWith("time ");
        }
    }

    record Reference(List<String> columns, String table, List<String> targets) {}

    record Check(String name, List<String> columns, String definition) {}

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Catalogue() {}

    static boolean number(String type) {
        return type.matches("smallint|integer|bigint|numeric.*|real|double precision|money");
    }

    static Catalogue of(Connection connection) throws SQLException {
        Catalogue result = new Catalogue();
        result.read(connection);
        return result;
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    Optional<Table> table(String name) {
        Table exact = tables.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        String slug = Names.slug(name);
        return tables.values().stream()
                .filter(t ->
                        Names.slug(t.name).equals(slug)
                                || Names.plural(Names.slug(t.name)).equals(slug)
                                || Names.slug(t.name).equals(Names.plural(slug)))
                .findFirst();
    }

    /** The table and column that a key leads to in the end, or the column itself. */
    String root(String table, String column) {
        String t = table;
        String c = column;
        for (int i = 0; i < 8; i++) {
            Table own = tables.get(t);
            Optional<Reference> up = own == null ? Optional.empty() : own.reference(c);
            if (up.isEmpty()) {
                break;
            }
            t = up.get().table;
            c = up.get().targets.getFirst();
        }
        return t + "." + c;
    }

    private void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<Long, String> names = new LinkedHashMap<>();
            try (ResultSet row =
                    statement.executeQuery(
                            """
                            SELECT c.oid, c.relname, c.oid::regclass::text
                            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                              AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'groundplan')
                              AND n.nspname NOT LIKE 'pg_toast%'
                            ORDER BY n.nspname, c.relname
                            """)) {
                while (row.next()) {
                    String name = row.getString(2);
                    names.put(row.getLong(1), name);
                    tables.put(
                            name,
                            new Table(
                                    name,
                                    row.getString(3),
                                    new LinkedHashMap<>(),
                                    new ArrayList<>(),
                                    new ArrayList<>(),
                                    new ArrayList<>(),
                                    new ArrayList<>()));
                }
            }
            constraints(statement, names);
            columns(statement, names);
        }
    }

    private Table of(Map<Long, String> names, long oid) {
        return java.util.Objects.requireNonNull(tables.get(names.get(oid)));
    }

    private void constraints(Statement statement, Map<Long, String> names) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT c.conrelid, c.contype, c.conname, c.confrelid, pg_get_constraintdef(c.oid),
                          ARRAY(SELECT a.attname FROM unnest(c.conkey) WITH ORDINALITY k(n, i)
                                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.i)::text[],
                          ARRAY(SELECT a.attname FROM unnest(c.confkey) WITH ORDINALITY k(n, i)
                                JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY k.i)::text[]
                        FROM pg_constraint c WHERE c.contype IN ('p', 'f', 'c') ORDER BY c.conname
                        """)) {
            while (row.next()) {
                if (!names.containsKey(row.getLong(1))) {
                    continue;
                }
                Table table = of(names, row.getLong(1));
                List<String> own = List.of((String[]) row.getArray(6).getArray());
                switch (row.getString(2)) {
                    case "p" -> table.key.addAll(own);
                    case "f" -> {
                        if (names.containsKey(row.getLong(4))) {
                            table.references.add(
                                    new Reference(
                                            own,
                                            of(names, row.getLong(4)).name,
                                            List.of((String[]) row.getArray(7).getArray())));
                        }
                    }
                    default -> table.checks.add(new Check(row.getString(3), own, row.getString(5)));
                }
            }
        }
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT i.indrelid,
                          ARRAY(SELECT a.attname FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(n, i)
                                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n ORDER BY k.i)::text[]
                        FROM pg_index i WHERE i.indisunique AND i.indexprs IS NULL ORDER BY i.indexrelid
                        """)) {
            while (row.next()) {
                if (names.containsKey(row.getLong(1))) {
                    of(names, row.getLong(1))
                            .unique
                            .add(List.of((String[]) row.getArray(2).getArray()));
                }
            }
        }
    }

    private void columns(Statement statement, Map<Long, String> names) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT a.attrelid, a.attname,
                          format_type(CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END, NULL),
                          CASE WHEN a.atttypmod > 4 AND t.typname IN ('varchar', 'bpchar') THEN a.atttypmod - 4 ELSE 0 END,
                          NOT (a.attnotnull OR t.typnotnull),
                          a.atthasdef OR a.attidentity <> '' OR t.typdefault IS NOT NULL,
                          a.attgenerated <> '' OR a.attidentity = 'a',
                          ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)::text[]
                        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                        WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum
                        """)) {
            while (row.next()) {
                if (!names.containsKey(row.getLong(1))) {
                    continue;
                }
                Table table = of(names, row.getLong(1));
                String name = row.getString(2);
                List<String> values = List.of((String[]) row.getArray(8).getArray());
                table.columns.put(
                        name,
                        new Column(
                                name,
                                row.getString(3).toLowerCase(Locale.ROOT),
                                row.getInt(4),
                                row.getBoolean(5),
                                row.getBoolean(6),
                                row.getBoolean(7),
                                values.isEmpty() ? listed(table, name) : values));
            }
        }
    }

    /** The words of {@code CHECK (status IN ('a', 'b'))}. */
    private static List<String> listed(Table table, String column) {
        for (Check check : table.checks) {
            boolean list =
                    check.columns.equals(List.of(column))
                            && (check.definition.contains("ANY (")
                                    || check.definition.matches("(?s).*=\\s*'[^']*'.*"));
            List<String> words =
                    Token.of(check.definition).stream()
                            .filter(t -> t.kind() == Token.Kind.STRING)
                            .map(Token::inner)
                            .distinct()
                            .toList();
            if (list && !words.isEmpty() && !check.definition.contains("<>")) {
                return words;
            }
        }
        return List.of();
    }
}

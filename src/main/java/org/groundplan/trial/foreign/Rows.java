package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Puts rows there that the schema accepts: what they refer to first, defaults left alone, words
 * from enumerations and checks, numbers varied until the checks hold.
 */
final class Rows {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<String> NUMBERS = List.of("1", "10", "100", "0", "5", "1000", "-1");
    private static final int DEPTH = 12;

    private final Connection connection;
    private final Catalogue catalogue;
    private final Set<String> wanted;
    private final Map<String, String> numbers;
    private final List<String> trace = new ArrayList<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private int counter;

    /**
     * @param wanted names of columns that must not be left empty
     * @param numbers what numbers without a default get, by {@code table.column} or by table
     */
    Rows(
            Connection connection,
            Catalogue catalogue,
            Set<String> wanted,
            Map<String, String> numbers) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.wanted = wanted;
        this.numbers = new TreeMap<>(numbers);
    }

    /** What was inserted, with every value, so that a script can do the same. */
    List<String> trace() {
        return List.copyOf(trace);
    }

    void note(List<String> statements) {
        trace.addAll(statements);
    }

    /**
     * @param fixed values that matter, by column
     * @param context rows that are there already, by table; what is made for a reference joins them
     * @return all values of the row as text
     */
    Map<String, @Nullable String> make(
            String name,
            Map<String, ? extends @Nullable String> fixed,
            Map<String, Map<String, @Nullable String>> context)
            throws SQLException {
        return make(name, fixed, context, 0);
    }

    private Map<String, @Nullable String> make(
            String name,
            Map<String, ? extends @Nullable String> fixed,
            Map<String, Map<String, @Nullable String>> context,
            int depth)
            throws SQLException {
        if (depth > DEPTH) {
            throw new SQLException("tables refer to one another in a circle at " + name);
        }
        Catalogue.Table table = catalogue.table(name).orElseThrow();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (Catalogue.Reference reference : table.references()) {
            refer(table, reference, fixed, context, values, depth);
        }
        int number = ++counter;
        int order = 0;
        for (Catalogue.Column column : table.columns().values()) {
            order++;
            if (fixed.containsKey(column.name())) {
                values.put(column.name(), fixed.get(column.name()));
            } else if (!values.containsKey(column.name()) && needed(table, column)) {
                values.put(column.name(), value(table, column, number, order));
            }
        }
        values.keySet()
                .removeIf(c -> table.column(c).map(Catalogue.Column::generated).orElse(true));
        SQLException last = null;
        for (int attempt = 0; attempt < NUMBERS.size() + 3; attempt++) {
            try {
                return insert(table, values);
            } catch (SQLException e) {
                last = e;
                if (!again(table, values, fixed, e, attempt)) {
                    break;
                }
            }
        }
        Optional<Map<String, @Nullable String>> there = there(table, fixed);
        if (there.isPresent()) {
            return there.get();
        }
        throw java.util.Objects.requireNonNull(last);
    }

    /** A row that the schema brought along, where none can be made; each is given once. */
    private Optional<Map<String, @Nullable String>> there(
            Catalogue.Table table, Map<String, ? extends @Nullable String> fixed)
            throws SQLException {
        if (!fixed.isEmpty()) {
            return Optional.empty();
        }
        int skip = taken.merge(table.name(), 1, Integer::sum) - 1;
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT * FROM "
                                        + table.sql()
                                        + " ORDER BY 1 LIMIT 1 OFFSET "
                                        + skip);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                return Optional.empty();
            }
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.put(result.getMetaData().getColumnLabel(i), result.getString(i));
            }
            return Optional.of(row);
        }
    }

    private void refer(
            Catalogue.Table table,
            Catalogue.Reference reference,
            Map<String, ? extends @Nullable String> fixed,
            Map<String, Map<String, @Nullable String>> context,
            Map<String, @Nullable String> values,
            int depth)
            throws SQLException {
        boolean given = reference.columns().stream().anyMatch(fixed::containsKey);
        boolean optional =
                reference.columns().stream()
                        .map(c -> table.column(c).orElseThrow())
                        .allMatch(c ->
                                (c.nullable() || c.filled())
                                        && !wanted.contains(table.name() + "." + c.name()));
        if (given || optional || reference.table().equals(table.name())) {
            return;
        }
        Map<String, @Nullable String> parent = context.get(reference.table());
        boolean once =
                reference.columns().size() == 1 && table.unique(reference.columns().getFirst());
        if (parent == null || once) {
            parent = make(reference.table(), Map.of(), context, depth + 1);
            context.put(reference.table(), parent);
        }
        for (int i = 0; i < reference.columns().size(); i++) {
            values.put(reference.columns().get(i), parent.get(reference.targets().get(i)));
        }
    }

    private boolean needed(Catalogue.Table table, Catalogue.Column column) {
        boolean asked = wanted.contains(table.name() + "." + column.name());
        boolean number = numbers.containsKey(table.name() + "." + column.name());
        return number || !column.filled() && (!column.nullable() || asked && !column.time());
    }

    /** A value of the column's type, different for each row where that is possible. */
    String value(Catalogue.Table table, Catalogue.Column column, int number, int order) {
        if (!column.values().isEmpty()) {
            return column.values().getFirst();
        }
        if (column.number()) {
            String own = numbers.get(table.name() + "." + column.name());
            boolean apart =
                    table.reference(column.name()).isEmpty()
                            && table.unique().stream().anyMatch(u -> u.contains(column.name()));
            return own != null
                    ? own
                    : apart
                            ? String.valueOf(1000 + number)
                            : numbers.getOrDefault(table.name(), "1000");
        }
        return sample(column.type(), column.name(), number, order, column.length());
    }

    /** A number that no row has got yet. */
    int next() {
        return ++counter;
    }

    static String sample(String type, String name, int number, int order, int length) {
        if (type.endsWith("[]")) {
            return "{}";
        }
        String text = name.replace('_', '-') + "-" + number;
        return switch (type) {
            case "uuid" ->
                    new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | number).toString();
            case "boolean" -> "false";
            case "date" -> DAY.plusDays(number).toString();
            case "json", "jsonb" -> "{}";
            case "bytea" -> "\\x" + String.format("%04x", number);
            case "interval" -> "30 minutes";
            case "inet", "cidr" -> "10.0." + number / 250 % 250 + "." + number % 250;
            case "smallint", "integer", "bigint", "real", "double precision", "money" ->
                    String.valueOf(number);
            case "point" -> "(" + number + ",0)";
            case "xml" -> "<x/>";
            default -> {
                if (type.startsWith("timestamp")) {
                    yield DAY.plusDays(number)
                            + " "
                            + String.format("%02d", 6 + Math.min(order, 15))
                            + ":00:00+00";
                }
                if (type.startsWith("time")) {
                    yield String.format("%02d", 6 + Math.min(order, 15)) + ":00:00";
                }
                if (type.startsWith("numeric")) {
                    yield String.valueOf(number);
                }
                if (type.endsWith("range")) {
                    yield "empty";
                }
                String fit = name.contains("mail") ? "person" + number + "@example.org" : text;
                yield length > 0 && fit.length() > length
                        ? fit.substring(fit.length() - length)
                        : fit;
            }
        };
    }

    /** Changes what a check refused; false when there is nothing to change. */
    private boolean again(
            Catalogue.Table table,
            Map<String, @Nullable String> values,
            Map<String, ? extends @Nullable String> fixed,
            SQLException e,
            int attempt) {
        ServerErrorMessage message =
                e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        String constraint = message == null ? null : message.getConstraint();
        if (!"23514".equals(e.getSQLState()) || constraint == null) {
            return false;
        }
        boolean changed = false;
        for (Catalogue.Check check : table.checks()) {
            if (!check.name().equals(constraint)) {
                continue;
            }
            for (String name : check.columns()) {
                Catalogue.Column column = table.column(name).orElseThrow();
                if (!fixed.containsKey(name)
                        && values.containsKey(name)
                        && column.number()
                        && attempt < NUMBERS.size()) {
                    values.put(name, NUMBERS.get(attempt));
                    changed = true;
                    break;
                }
                String text = values.get(name);
                if (!fixed.containsKey(name)
                        && text != null
                        && column.type().matches("text|character.*")) {
                    Optional<String> other =
                            Spelling.of(check.definition(), text, counter, attempt);
                    other.ifPresent(v -> values.put(name, v));
                    changed |= other.isPresent();
                }
            }
        }
        return changed;
    }

    private Map<String, @Nullable String> insert(
            Catalogue.Table table, Map<String, @Nullable String> values) throws SQLException {
        List<String> columns = List.copyOf(values.keySet());
        String head = "INSERT INTO " + table.sql();
        String sql =
                columns.isEmpty()
                        ? head + " DEFAULT VALUES"
                        : head
                                + " ("
                                + String.join(", ", columns.stream().map(Rows::quoted).toList())
                                + ") VALUES ("
                                + String.join(", ", columns.stream().map(_ -> "?").toList())
                                + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql + " RETURNING *")) {
            for (int i = 0; i < columns.size(); i++) {
                String value = values.get(columns.get(i));
                if (value == null) {
                    statement.setNull(i + 1, Types.OTHER);
                } else {
                    statement.setObject(i + 1, value, Types.OTHER);
                }
            }
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getString(i));
                }
            }
            trace.add(literal(table, row));
            return row;
        }
    }

    private static String literal(Catalogue.Table table, Map<String, @Nullable String> row) {
        List<String> columns =
                row.keySet().stream()
                        .filter(c ->
                                table.column(c)
                                        .map(x -> !x.generated() || table.key().contains(c))
                                        .orElse(false))
                        .toList();
        return "INSERT INTO "
                + table.sql()
                + " ("
                + String.join(", ", columns.stream().map(Rows::quoted).toList())
                + ") OVERRIDING SYSTEM VALUE VALUES ("
                + String.join(", ", columns.stream().map(c -> text(row.get(c))).toList())
                + ")";
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}

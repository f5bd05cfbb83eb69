package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Failures;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A schema that is not ours in a database of its own, put back to its beginning before each round.
 */
final class ForeignDatabase implements AutoCloseable {
    private final Connection owner;
    private final String schema;
    private final Catalogue catalogue;
    private final List<String> seeded = new ArrayList<>();

    /** Tables with a trigger that looks at TRUNCATE. */
    private final List<String> guarded = new ArrayList<>();

    ForeignDatabase(Database database, String schema) throws SQLException, ForeignException {
        this.owner = database.connect();
        this.schema = schema;
        load();
        this.catalogue = Catalogue.of(owner);
        if (catalogue.tables().isEmpty()) {
            throw new ForeignException("the schema makes no table", "CREATE TABLE statements", "");
        }
        keep();
    }

    Connection owner() {
        return owner;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    String schema() {
        return schema;
    }

    void run(List<String> statements) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long count(String sql) throws SQLException {
        return count(owner, sql);
    }

    private void load() throws SQLException, ForeignException {
        for (Piece piece : Piece.of("the schema", schema)) {
            String first = piece.first();
            boolean harmless =
                    first.equals("set")
                            || piece.sql().contains("set_config('search_path'")
                            || piece.sql().matches("(?is)alter\\s.*\\sowner\\s+to\\s.*")
                            || piece.begins()
                            || piece.commits();
            if (harmless && !first.equals("create")) {
                continue;
            }
            try (Statement statement = owner.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(piece.sql().replace("?", "??"));
            } catch (SQLException e) {
                throw new ForeignException(
                        "the schema, line " + line(piece, e) + ": " + Failures.said(e),
                        "SQL that PostgreSQL 18 takes from a role that owns its database and nothing else",
                        "");
            }
        }
    }

    private static int line(Piece piece, SQLException e) {
        ServerErrorMessage message =
                e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        int position = message == null ? 0 : message.getPosition();
        String before =
                position > 0 && position <= piece.sql().length()
                        ? piece.sql().substring(0, position - 1)
                        : "";
        return piece.line() + (int) before.chars().filter(c -> c == '\n').count();
    }

    /** Rows that the schema itself brings are put back before each round. */
    private void keep() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA groundplan");
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 <> 0 ORDER BY 1")) {
                while (row.next()) {
                    guarded.add(row.getString(1));
                }
            }
            for (Catalogue.Table table : catalogue.tables()) {
                if (count(owner, "SELECT count(*) FROM " + table.sql()) > 0) {
                    statement.execute(
                            "CREATE TABLE groundplan."
                                    + Rows.quoted(table.name())
                                    + " AS TABLE "
                                    + table.sql());
                    seeded.add(table.name());
                }
            }
        }
    }

    /**
     * A program binds typed values; where quoted ones leave an operator ambiguous, they get the
     * type of the column they meet.
     */
    ForeignScript typed(ForeignScript script, Usages usages) throws SQLException {
        List<ForeignScript.Step> steps = new ArrayList<>();
        for (ForeignScript.Step step : script.steps()) {
            Bound sql = step.sql();
            if (!sql.names().isEmpty() && ambiguous(sql)) {
                sql =
                        sql.cast(name ->
                                usages.of(name).stream()
                                        .findFirst()
                                        .flatMap(u ->
                                                catalogue
                                                        .table(u.table())
                                                        .flatMap(t -> t.column(u.column())))
                                        .map(Catalogue.Column::type)
                                        .orElse("numeric"));
            }
            steps.add(new ForeignScript.Step(step.piece(), sql, step.opens(), step.commits()));
        }
        return new ForeignScript(script.name(), steps);
    }

    private boolean ambiguous(Bound sql) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql.jdbc())) {
            statement.getParameterMetaData();
            return false;
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState()).matches("42725|42P18|42P08|42883");
        }
    }

    /** Types of parameters as the database infers them; those it cannot tell are text. */
    Map<String, String> types(ForeignScript script) throws SQLException, ForeignException {
        Map<String, String> types = new TreeMap<>();
        for (ForeignScript.Step step : script.steps()) {
            if (step.sql().names().isEmpty()) {
                continue;
            }
            try (PreparedStatement statement = owner.prepareStatement(step.sql().jdbc())) {
                ParameterMetaData meta = statement.getParameterMetaData();
                for (int i = 0; i < step.sql().names().size(); i++) {
                    types.putIfAbsent(
                            step.sql().names().get(i), full(meta.getParameterTypeName(i + 1)));
                }
            } catch (SQLException e) {
                if (String.valueOf(e.getSQLState()).matches("42P01|42703|42883|42601|3F000")) {
                    throw new ForeignException(
                            script.name()
                                    + ", line "
                                    + line(step.piece(), e)
                                    + ": "
                                    + Failures.said(e),
                            "a statement that fits the schema",
                            "");
                }
            }
        }
        return types;
    }

    private static String full(String type) {
        return switch (type) {
            case "int2" -> "smallint";
            case "int4" -> "integer";
            case "int8" -> "bigint";
            case "bool" -> "boolean";
            case "float4" -> "real";
            case "float8" -> "double precision";
            case "timestamptz" -> "timestamp with time zone";
            case "timestamp" -> "timestamp without time zone";
            case "time" -> "time without time zone";
            case "varchar", "bpchar" -> "text";
            default -> type;
        };
    }

    /** So that a replay's own keys do not collide with those that are written out. */
    List<String> sequences() {
        List<String> result = new ArrayList<>();
        for (Catalogue.Table table : catalogue.tables()) {
            for (Catalogue.Column column : table.columns().values()) {
                if (column.filled()
                        && column.type().matches("smallint|integer|bigint")
                        && table.key().contains(column.name())) {
                    String name = Rows.quoted(column.name());
                    result.add(
                            "SELECT setval(s, (SELECT coalesce(max("
                                    + name
                                    + "), 0) + 1000 FROM "
                                    + table.sql()
                                    + ")) FROM (SELECT pg_get_serial_sequence('"
                                    + table.sql().replace("'", "''")
                                    + "', '"
                                    + column.name().replace("'", "''")
                                    + "') AS s) AS x WHERE s IS NOT NULL");
                }
            }
        }
        return result;
    }

    void reset() throws SQLException {
        StringBuilder sql = new StringBuilder("TRUNCATE ");
        sql.append(
                String.join(", ", catalogue.tables().stream().map(Catalogue.Table::sql).toList()));
        if (count(owner, "SELECT count(*) FROM pg_class WHERE relname = '" + Violations.NOTES + "'")
                > 0) {
            sql.append(", ").append(Violations.NOTES);
        }
        try (Statement statement = owner.createStatement()) {
            for (String table : guarded) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            statement.execute(sql + " CASCADE");
            for (String table : guarded) {
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
            for (String name : seeded) {
                Catalogue.Table table = catalogue.table(name).orElseThrow();
                statement.execute("ALTER TABLE " + table.sql() + " DISABLE TRIGGER USER");
            }
            // What others refer to comes first; a round for each that has to wait.
            List<String> waiting = new ArrayList<>(seeded);
            for (int round = 0; round < seeded.size() && !waiting.isEmpty(); round++) {
                waiting.removeIf(this::restored);
            }
            for (String name : seeded) {
                Catalogue.Table table = catalogue.table(name).orElseThrow();
                statement.execute("ALTER TABLE " + table.sql() + " ENABLE TRIGGER USER");
            }
        }
    }

    private boolean restored(String name) {
        Catalogue.Table table = catalogue.table(name).orElseThrow();
        String columns =
                String.join(
                        ", ",
                        table.columns().values().stream()
                                .filter(c -> !c.generated() || table.key().contains(c.name()))
                                .map(c -> Rows.quoted(c.name()))
                                .toList());
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO "
                            + table.sql()
                            + " ("
                            + columns
                            + ") OVERRIDING SYSTEM VALUE SELECT "
                            + columns
                            + " FROM groundplan."
                            + Rows.quoted(name));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}

package org.groundplan.trial.failure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Table;

/** What stands in the tables, to be compared. */
final class Tables {
    private Tables() {}

    /** Every row of every table, as text. */
    static Map<String, String> state(Design design, Connection owner) throws SQLException {
        Map<String, String> state = new TreeMap<>();
        try (Statement statement = owner.createStatement()) {
            for (Table table : design.all(Table.class)) {
                try (ResultSet row =
                        statement.executeQuery(
                                "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM "
                                        + Names.sql(table.name())
                                        + " AS t")) {
                    row.next();
                    state.put(table.name(), row.getString(1));
                }
            }
        }
        return state;
    }

    static void empty(Design design, Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "TRUNCATE "
                            + String.join(
                                    ", ",
                                    design.all(Table.class).stream()
                                            .map(t -> Names.sql(t.name()))
                                            .toList())
                            + " CASCADE");
        }
    }
}

package org.groundplan.trial.interpreter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Table;

/** What stands in the tables of a design, to be compared or taken away. */
public final class Tables {
    private Tables() {}

    /** Every row of every table, as text. */
    public static Map<String, String> state(Design design, Connection owner) throws SQLException {
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

    public static void empty(Design design, Connection owner) throws SQLException {
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

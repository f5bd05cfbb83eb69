package org.groundplan.trial.interpreter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Executes an operation of the design, from its published statements, in one transaction on a real
 * database.
 */
public final class Interpreter {
    private Interpreter() {}

    /**
     * @param connection without auto-commit, as the application's role
     * @param values a value for each parameter
     */
    public static Outcome execute(
            Connection connection, Script script, Map<String, @Nullable Object> values)
            throws SQLException {
        Execution execution = new Execution(connection, script, values);
        while (!execution.done()) {
            execution.step();
        }
        return execution.outcome();
    }
}

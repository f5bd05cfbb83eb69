package org.groundplan.trial.interpreter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.groundplan.trial.postgres.Failures;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * One run of a script in one transaction, one statement at a time: the interpreter runs it through,
 * the attack holds it between any two statements.
 */
public final class Execution {
    private final Connection connection;
    private final Script script;
    private final Map<String, @Nullable Object> values;
    private final List<String> trace = new ArrayList<>();
    private int next;
    private boolean begun;
    private boolean diagnosing;
    private Script.@Nullable Line running;
    private List<Map<String, @Nullable Object>> rows = List.of();
    private @Nullable Outcome outcome;
    private Predicate<Map<String, @Nullable Object>> fails = _ -> false;

    /**
     * @param connection without auto-commit
     */
    public Execution(Connection connection, Script script, Map<String, @Nullable Object> values) {
        this.connection = connection;
        this.script = script;
        this.values = new TreeMap<>(values);
    }

    public boolean done() {
        return outcome != null;
    }

    /**
     * @throws IllegalStateException before the end
     */
    public Outcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException(script.name() + " has not ended");
        }
        return outcome;
    }

    /** What was sent, with literals, in order. */
    public List<String> trace() {
        return List.copyOf(trace);
    }

    /** Runs the next statement, or commits after the last. */
    public void step() throws SQLException {
        if (done()) {
            return;
        }
        try {
            while (next < script.lines().size()
                    && script.lines().get(next).kind().aside()
                    && !(diagnosing && script.lines().get(next).kind() == Script.Kind.DIAGNOSE)) {
                next++;
            }
            if (next == script.lines().size()) {
                trace.add("COMMIT");
                connection.commit();
                outcome = Outcome.success(rows);
                return;
            }
            if (!begun) {
                begun = true;
                begin();
            }
            running = script.lines().get(next++);
            line(running);
        } catch (SQLException e) {
            connection.rollback();
            trace.add("ROLLBACK -- " + Failures.said(e));
            outcome = refusal(e);
            again();
        }
    }

    /** What the transaction says about itself. */
    private void begin() throws SQLException {
        for (NamedSql sql : script.first()) {
            trace.add(sql.literal(values));
            try (PreparedStatement statement = sql.prepare(connection, values)) {
                statement.execute();
            }
        }
    }

    /** A refused request may be the repeat of one that succeeded. */
    private void again() throws SQLException {
        Outcome refused = outcome;
        if (refused == null || refused.failed()) {
            return;
        }
        for (Script.Line line : script.lines()) {
            if (line.kind() == Script.Kind.AGAIN) {
                begin();
                List<Map<String, @Nullable Object>> found = query(line);
                trace.add("COMMIT");
                connection.commit();
                if (!found.isEmpty()) {
                    outcome = Outcome.again(found);
                }
            }
        }
    }

    private Outcome refusal(SQLException e) {
        ServerErrorMessage message =
                e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        String constraint = message == null ? null : message.getConstraint();
        String state = String.valueOf(e.getSQLState());
        String refusal = constraint == null ? null : script.byConstraint().get(constraint);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        boolean missing = state.equals("23503") || state.equals("23502");
        if (missing && running != null && !running.refusals().isEmpty()) {
            // a list names something that is not there
            return Outcome.refused(running.refusals().getFirst());
        }
        if (state.equals("40001") || state.equals("40P01")) {
            return Outcome.refused("retry");
        }
        if (constraint != null && constraint.endsWith("_pkey") && state.equals("23505")) {
            return Outcome.refused("replay");
        }
        return Outcome.failed(state + " " + Failures.said(e));
    }

    private void line(Script.Line line) throws SQLException {
        switch (line.kind()) {
            case LOCK, READ -> {
                List<Map<String, @Nullable Object>> found = query(line);
                if (found.isEmpty() && !line.refusals().isEmpty()) {
                    refuse(line.refusals().getFirst());
                } else if (line.kind() == Script.Kind.READ) {
                    rows = found;
                }
            }
            case WRITE -> {
                int count = update(line, values);
                if (count == 0 && !line.mayBeEmpty()) {
                    diagnosing =
                            next < script.lines().size()
                                    && script.lines().get(next).kind() == Script.Kind.DIAGNOSE;
                    if (!diagnosing) {
                        refuse(
                                line.refusals().isEmpty()
                                        ? "nothing-written"
                                        : line.refusals().getFirst());
                    }
                }
            }
            case DIAGNOSE -> diagnose(line);
            case CHECK -> {
                List<Map<String, @Nullable Object>> found = query(line);
                if (found.isEmpty()
                        || !Boolean.TRUE.equals(found.getFirst().values().iterator().next())) {
                    refuse("checked");
                }
            }
            case EACH -> each(line);
            case OTHERWISE -> throw new IllegalStateException("only after a failure");
            case AGAIN -> throw new IllegalStateException("only after a refusal");
        }
    }

    /** What is to be done with a row fails, if somebody says so. */
    public Execution failing(Predicate<Map<String, @Nullable Object>> fails) {
        this.fails = fails;
        return this;
    }

    private void each(Script.Line line) throws SQLException {
        Script.@Nullable Line otherwise =
                script.lines().stream()
                        .filter(l -> l.kind() == Script.Kind.OTHERWISE)
                        .findFirst()
                        .orElse(null);
        for (Map<String, @Nullable Object> row : rows) {
            each(otherwise != null && fails.test(row) ? otherwise : line, row);
        }
    }

    private void each(Script.Line line, Map<String, @Nullable Object> row) throws SQLException {
        Map<String, @Nullable Object> with = new TreeMap<>(values);
        line.sql().names().stream()
                .filter(n -> n.endsWith("_id") && !with.containsKey(n))
                .forEach(n -> with.put(n, row.get("id")));
        with.put("id", Ids.next());
        update(line, with);
    }

    private void diagnose(Script.Line line) throws SQLException {
        Map<String, @Nullable Object> why = query(line).getFirst();
        int i = 0;
        for (Object truth : why.values()) {
            if (Boolean.TRUE.equals(truth)) {
                refuse(line.refusals().get(i));
                return;
            }
            i++;
        }
        // Everything holds by now: what stood in the way is gone, so the caller may simply try
        // again.
        refuse("retry");
    }

    private void refuse(String refusal) throws SQLException {
        trace.add("ROLLBACK");
        connection.rollback();
        outcome = Outcome.refused(refusal);
        again();
    }

    private int update(Script.Line line, Map<String, @Nullable Object> with) throws SQLException {
        trace.add(line.sql().literal(with));
        if (line.sql().text().contains("\nRETURNING ")) {
            List<Map<String, @Nullable Object>> written = rows(line, with);
            rows = written;
            return written.size();
        }
        try (PreparedStatement statement = line.sql().prepare(connection, with)) {
            return statement.executeUpdate();
        }
    }

    private List<Map<String, @Nullable Object>> query(Script.Line line) throws SQLException {
        trace.add(line.sql().literal(values));
        return rows(line, values);
    }

    private List<Map<String, @Nullable Object>> rows(
            Script.Line line, Map<String, @Nullable Object> with) throws SQLException {
        List<Map<String, @Nullable Object>> result = new ArrayList<>();
        try (PreparedStatement statement = line.sql().prepare(connection, with);
                ResultSet found = statement.executeQuery()) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), found.getObject(i));
                }
                result.add(row);
            }
        }
        return result;
    }
}

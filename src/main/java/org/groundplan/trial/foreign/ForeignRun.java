package org.groundplan.trial.foreign;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.groundplan.trial.attack.Session;
import org.groundplan.trial.postgres.Failures;
import org.jspecify.annotations.Nullable;

/** One run of a script, one step at a time. */
final class ForeignRun implements Session.Steps {
    private static final Set<String> OPERATORS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

    private final Connection connection;
    private final ForeignScript script;
    private final Map<String, @Nullable String> values;

    /** Read by whoever sees it wait. */
    private final List<Sent> trace = new CopyOnWriteArrayList<>();

    /**
     * @param columns of the answer
     * @param answer its first column; null for no row
     */
    record Sent(String sql, int columns, @Nullable String answer) {}

    private int next;
    private boolean open;
    private String outcome = "";

    /**
     * @param connection with auto-commit: the script says itself where transactions begin
     */
    ForeignRun(
            Connection connection,
            ForeignScript script,
            Map<String, ? extends @Nullable String> values) {
        this.connection = connection;
        this.script = script;
        this.values = new TreeMap<>(values);
    }

    boolean done() {
        return !outcome.isEmpty();
    }

    boolean succeeded() {
        return outcome.equals("done");
    }

    /** {@code done}, or why not. */
    String outcome() {
        return outcome;
    }

    List<Sent> trace() {
        return List.copyOf(trace);
    }

    @Override
    public void step() throws SQLException {
        if (done()) {
            return;
        }
        try {
            ForeignScript.Step step = script.steps().get(next++);
            if (step.opens() && !step.piece().begins()) {
                send("BEGIN");
                open = true;
            }
            run(step);
            while (!done() && step.piece().begins() && next < script.steps().size()) {
                // BEGIN does nothing by itself: what follows belongs to the same turn.
                step = script.steps().get(next++);
                run(step);
            }
            if (!done() && next == script.steps().size()) {
                outcome = "done";
            }
        } catch (SQLException e) {
            String why = Failures.said(e).replaceFirst("^ERROR: ", "");
            rollBack(" -- " + why);
            outcome = "refused: " + why;
        }
    }

    private void run(ForeignScript.Step step) throws SQLException {
        Piece piece = step.piece();
        if (piece.begins()) {
            open = true;
        }
        String literal = step.sql().literal(values);
        String answer = null;
        int columns = 0;
        try (PreparedStatement statement = step.sql().prepare(connection, values)) {
            boolean rows = statement.execute();
            if (rows) {
                try (ResultSet result = statement.getResultSet()) {
                    columns = result.getMetaData().getColumnCount();
                    answer = result.next() ? result.getString(1) : null;
                }
            } else if (statement.getUpdateCount() >= 0) {
                answer = String.valueOf(statement.getUpdateCount());
            }
        } catch (SQLException e) {
            trace.add(new Sent(literal, 0, null));
            throw e;
        }
        trace.add(new Sent(literal, columns, columns > 0 ? answer : null));
        if (piece.commits() || piece.rollsBack()) {
            open = false;
        }
        if (piece.into() != null) {
            values.put(piece.into(), answer);
        }
        if (piece.expect() != null && !holds(piece.expect(), answer)) {
            rollBack("");
            outcome = "refused: expected " + piece.expect() + ", found " + answer;
        } else if (piece.rollsBack()) {
            outcome = "refused: rolled back by itself";
        }
    }

    private void send(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        trace.add(new Sent(sql, 0, null));
    }

    private void rollBack(String why) throws SQLException {
        if (open) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            }
            open = false;
            trace.add(new Sent("ROLLBACK" + why, 0, null));
        }
    }

    /** {@code >= 1}, {@code = 'open'}, {@code < :capacity}, {@code true}, {@code none}. */
    private boolean holds(String expectation, @Nullable String found) {
        List<Token> tokens = Token.of(expectation);
        if (tokens.isEmpty()) {
            return true;
        }
        String word = tokens.getFirst().text();
        boolean compares = OPERATORS.contains(word) && tokens.size() > 1;
        if (!compares) {
            return switch (word) {
                case "none", "empty", "null", "nothing" -> found == null;
                case "found", "row", "some", "not" -> found != null;
                default -> same(value(tokens, 0), found);
            };
        }
        String wanted = value(tokens, 1);
        if (found == null || wanted == null) {
            return false;
        }
        int order = compare(found, wanted);
        return switch (word) {
            case "=" -> same(wanted, found);
            case "<>", "!=" -> !same(wanted, found);
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private @Nullable String value(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case PARAM -> values.get(token.text());
            case STRING -> token.inner();
            case SYMBOL ->
                    token.is("-") && at + 1 < tokens.size()
                            ? "-" + tokens.get(at + 1).text()
                            : token.text();
            default -> token.text();
        };
    }

    private static boolean same(@Nullable String wanted, @Nullable String found) {
        if (wanted == null || found == null) {
            return false;
        }
        String truth = wanted.equals("true") ? "t" : wanted.equals("false") ? "f" : wanted;
        return truth.equals(found) || compare(found, wanted) == 0;
    }

    private static int compare(String found, String wanted) {
        try {
            return new BigDecimal(found).compareTo(new BigDecimal(wanted));
        } catch (NumberFormatException e) {
            return found.compareTo(wanted);
        }
    }
}

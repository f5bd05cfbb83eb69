package org.groundplan.trial.attack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection with its own thread, so that it can wait for a lock while the other goes on. */
public final class Session implements AutoCloseable {
    /** What is run step by step. */
    public interface Steps {
        void step() throws SQLException;
    }

    private final Connection connection;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final int pid;
    private @Nullable Future<?> running;

    /**
     * @param byStatement true when whoever uses it begins and ends transactions itself
     */
    public Session(Connection connection, boolean byStatement) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            this.pid = row.getInt(1);
        }
        connection.setAutoCommit(byStatement);
    }

    public Connection connection() {
        return connection;
    }

    /** Starts the next statement and returns when it has ended or waits for a lock. */
    public void step(Steps execution, Connection observer) throws SQLException {
        running =
                thread.submit(() -> {
                    execution.step();
                    return null;
                });
        settle(observer);
    }

    /** True while a statement waits for another session's lock. */
    public boolean waiting() {
        return running != null && !running.isDone();
    }

    /** Waits until the running statement has ended or is blocked by another session. */
    public void settle(Connection observer) throws SQLException {
        Future<?> future = running;
        if (future == null) {
            return;
        }
        for (int i = 0; i < 20_000; i++) {
            try {
                future.get(2, TimeUnit.MILLISECONDS);
                running = null;
                return;
            } catch (TimeoutException e) {
                if (blocked(observer)) {
                    return;
                }
            } catch (ExecutionException e) {
                throw new SQLException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted", e);
            }
        }
        throw new SQLException("a statement neither ended nor waited for a lock within 40 s");
    }

    private boolean blocked(Connection observer) throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT cardinality(pg_blocking_pids(" + pid + ")) > 0")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        thread.shutdownNow();
        connection.close();
    }
}

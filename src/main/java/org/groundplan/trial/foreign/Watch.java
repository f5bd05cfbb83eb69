package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.groundplan.trial.postgres.Postgres;

/**
 * Ends whatever runs in a database when the time is over or when it has grown too big, whatever
 * limits the SQL in it has set for itself.
 */
final class Watch implements AutoCloseable {
    private static final long MOST_BYTES = 500L << 20;
    private static final int PER_SECOND = 5;

    /** Seconds that are left to what has begun. */
    private static final int GRACE = 15;

    private final Connection admin;
    private final String database;
    private final int seconds;
    private int ticks;
    private volatile boolean over;
    private final Thread thread;
    private volatile String why = "";

    /**
     * @param seconds after which nothing new is begun; what has begun gets a little longer
     */
    Watch(Postgres server, String database, int seconds) throws SQLException {
        this.admin = server.observer();
        this.database = database;
        this.seconds = seconds;
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** Whether the time is over. */
    boolean over() {
        return over;
    }

    /** Why it ended everything; empty when it did not. */
    String why() {
        return why;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(1000 / PER_SECOND);
                ticks++;
                over |= ticks > seconds * PER_SECOND;
                look();
            }
        } catch (InterruptedException | SQLException e) {
            // Whoever started it has finished, or the server is gone.
        }
    }

    private void look() throws SQLException {
        try (Statement statement = admin.createStatement()) {
            boolean late = ticks > (seconds + GRACE) * PER_SECOND;
            long bytes = 0;
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT pg_catalog.pg_database_size('" + database + "')")) {
                row.next();
                bytes = row.getLong(1);
            }
            if (late || bytes > MOST_BYTES) {
                why = late ? "the time is over" : "the database has grown beyond 500 MB";
                statement.execute(
                        "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname = '"
                                + database
                                + "'");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        thread.interrupt();
        admin.close();
    }
}

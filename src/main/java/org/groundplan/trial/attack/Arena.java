package org.groundplan.trial.attack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Table;
import org.groundplan.trial.postgres.Database;

/**
 * One database with the connections that attacks need; emptied between attacks, so that none sees
 * another's rows.
 */
final class Arena implements AutoCloseable {
    final Connection owner;
    final Connection observer;
    final Session a;
    final Session b;
    private final Database database;
    private final String role;
    private final String truncate;
    private final List<Connection> crowd = new ArrayList<>();
    private final ExecutorService threads;
    private boolean asOwner;

    Arena(Design design, Database database, String role) throws SQLException {
        this.database = database;
        this.role = role;
        this.owner = database.connect();
        this.observer = database.connect();
        this.a = new Session(database.connect(), false);
        this.b = new Session(database.connect(), false);
        this.threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
        this.truncate =
                "DROP TABLE IF EXISTS groundplan_moves, groundplan_notes; DROP FUNCTION IF EXISTS groundplan_note CASCADE; TRUNCATE "
                        + design.all(Table.class).stream()
                                .map(t -> Names.sql(t.name()))
                                .collect(Collectors.joining(", "))
                        + " CASCADE";
    }

    ExecutorService threads() {
        return threads;
    }

    /** Connections for a storm, opened once. */
    List<Connection> crowd(int size) throws SQLException {
        while (crowd.size() < size) {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            crowd.add(connection);
            become(connection);
        }
        return crowd;
    }

    /** Empties everything, installs a scenario's instruments and takes its role. */
    void prepare(Scenario scenario) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(truncate);
            for (String sql : scenario.instruments()) {
                statement.execute(sql);
            }
        }
        asOwner = scenario.asOwner();
        become(a.connection());
        become(b.connection());
        for (Connection connection : crowd) {
            become(connection);
        }
    }

    /** The same without the mechanism, and as the owner, who may write whatever a program would. */
    void prepareUnguarded(Scenario scenario) throws SQLException {
        prepare(scenario);
        asOwner = true;
        become(a.connection());
        become(b.connection());
        try (Statement statement = owner.createStatement()) {
            for (String sql : scenario.disarm()) {
                statement.execute(sql);
            }
        }
    }

    private void become(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(asOwner ? "RESET ROLE" : "SET ROLE " + Names.sql(role));
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        a.close();
        b.close();
        for (Connection connection : crowd) {
            connection.close();
        }
        owner.close();
        observer.close();
    }
}

package org.groundplan.trial.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One database of the throw-away server. */
public final class Database {
    private final Postgres server;
    private final String name;
    private final String owner;

    Database(Postgres server, String name, String owner) {
        this.server = server;
        this.name = name;
        this.owner = owner;
    }

    public String name() {
        return name;
    }

    /** A connection as the owner of everything. */
    public Connection connect() throws SQLException {
        return server.connect(name, owner);
    }

    /** A connection as another role, as the application would have it. */
    public Connection connectAs(String role) throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
        }
        return connection;
    }

    /** For a library that opens its own connections. */
    public DataSource source() {
        return server.source(name);
    }

    /** Runs a script of several statements. */
    public void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.groundplan.trial.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A private, throw-away PostgreSQL on the loopback interface. Durability is off and statistics are
 * ours, so it is of use for nothing else.
 */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Path data;
    private int databases;

    private Postgres(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * @throws IOException when no server can be started here
     */
    public static Postgres start() throws IOException {
        Path data = Files.createTempDirectory("groundplan-pg");
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(true)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("autovacuum", "off")
                        .setServerConfig("track_commit_timestamp", "on")
                        .setServerConfig("deadlock_timeout", "50ms")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("TimeZone", "UTC")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("encoding", "UTF8")
                        .start();
        return new Postgres(server, data);
    }

    public Path dataDirectory() {
        return data;
    }

    /** A new empty database. */
    public synchronized Database create() throws SQLException {
        return create("template0");
    }

    /** A copy of a database to which nobody is connected. */
    public synchronized Database copy(Database original) throws SQLException {
        return create(original.name());
    }

    private Database create(String template) throws SQLException {
        String name = "d" + ++databases;
        try (Connection admin = connect("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute(
                    "CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        }
        return new Database(this, name, "postgres");
    }

    Connection connect(String database) throws SQLException {
        return connect(database, "postgres");
    }

    /**
     * A database for SQL that is not ours. It belongs to a role of its own that may do nothing
     * outside of it; whoever connects as that role cannot become another.
     */
    public synchronized Database strange() throws SQLException {
        String name = "d" + ++databases;
        String role = "stranger" + databases;
        try (Connection admin = connect("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute(
                    "CREATE ROLE "
                            + role
                            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT 40");
            for (String setting :
                    List.of(
                            "statement_timeout = '10s'",
                            "temp_file_limit = '256MB'",
                            "idle_in_transaction_session_timeout = '60s'")) {
                statement.execute("ALTER ROLE " + role + " SET " + setting);
            }
            statement.execute(
                    "CREATE DATABASE "
                            + name
                            + " OWNER "
                            + role
                            + " TEMPLATE template0 STRATEGY FILE_COPY");
        }
        return new Database(this, name, role);
    }

    /** A connection to no database in particular, for looking at locks. */
    public Connection observer() throws SQLException {
        return connect("postgres");
    }

    Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(url(database), user, "postgres");
    }

    /** Connections to a database for a library that opens its own. */
    DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(database));
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + server.getPort()
                + "/"
                + database
                + "?prepareThreshold=0&socketTimeout=60&options=-c%20TimeZone%3DUTC";
    }

    /** Major and minor version, e.g. {@code 18.6}. */
    public String version() throws SQLException {
        try (Connection admin = connect("postgres")) {
            return admin.getMetaData().getDatabaseProductVersion().split(" ")[0];
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // The process is gone or will be with ours; the folder below is removed all the same.
        }
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A leftover in the temporary folder harms nobody.
        }
    }
}

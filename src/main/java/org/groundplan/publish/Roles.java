package org.groundplan.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Tenancy;

/** Database roles, each with what its statements need and nothing else. */
final class Roles {
    private Roles() {}

    static String render(Design design) {
        String role = DdlPublisher.role(design);
        StringBuilder out =
                new StringBuilder(
                        "-- The application's role: what the statements need and nothing else. It owns no table.\n");
        out.append(create(role));
        out.append(
                        "-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE ")
                .append(Names.sql(role))
                .append(";\n");
        out.append(
                "-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:\n");
        out.append("-- ALTER ROLE app SET default_transaction_isolation = 'read committed';\n");
        Optional<Tenancy> tenancy = Tenancy.of(design).filter(t -> !t.lookers().isEmpty());
        List<Statement> statements =
                design.all(Statement.class).stream().filter(s -> !s.useCase().isEmpty()).toList();
        out.append(
                grants(
                        design,
                        statements.stream()
                                .filter(s -> tenancy.filter(t -> across(design, t, s)).isEmpty())
                                .toList(),
                        role));
        tenancy.ifPresent(t ->
                out.append(
                                "\n-- Looks across "
                                        + Names.plural(Names.words(t.tenant()))
                                        + ", with a login of its own: "
                                        + "“"
                                        + String.join("”, “", t.lookers())
                                        + "”"
                                        + ".\nSET lock_timeout = '5s';\nSET statement_timeout = '60s';\n")
                        .append(create(t.jobs()))
                        .append(new TenantDdl(design, t).everyTenant())
                        .append(
                                grants(
                                        design,
                                        statements.stream()
                                                .filter(s -> across(design, t, s))
                                                .toList(),
                                        t.jobs())));
        return out.toString();
    }

    private static String create(String role) {
        return "DO $$ BEGIN\n  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '"
                + role
                + "') THEN\n    CREATE ROLE "
                + Names.sql(role)
                + " NOLOGIN;\n  END IF;\nEND $$;\n";
    }

    private static String grants(Design design, List<Statement> statements, String role) {
        Map<String, Set<String>> rights = new TreeMap<>();
        statements.forEach(s -> rights(s.sql(), rights));
        watched(design, statements, rights);
        // Any column will do for holding a row.
        for (Statement statement : statements) {
            for (String table : SqlWalk.held(statement.sql())) {
                Set<String> own = rights.computeIfAbsent(table, _ -> new TreeSet<>());
                if (own.stream().noneMatch(r -> r.startsWith("UPDATE"))) {
                    own.add("UPDATE (created_at)");
                }
            }
        }
        StringBuilder out = new StringBuilder();
        rights.forEach((table, set) ->
                out.append("GRANT ")
                        .append(String.join(", ", set))
                        .append(" ON ")
                        .append(table.startsWith("FUNCTION ") ? table : Names.sql(table))
                        .append(" TO ")
                        .append(Names.sql(role))
                        .append(";\n"));
        return out.toString();
    }

    /** Whether a statement belongs to work that looks across tenants. */
    static boolean across(Design design, Tenancy tenancy, Statement statement) {
        return !statement.useCase().isEmpty()
                && tenancy.across(design.useCase(statement.useCase()));
    }

    private static void rights(Sql sql, Map<String, Set<String>> rights) {
        if (!(sql instanceof Sql.Called)) {
            SqlWalk.tables(sql).forEach(t -> grant(rights, t, "SELECT"));
        }
        switch (sql) {
            case Sql.Insert i -> {
                grant(rights, i.table(), "INSERT");
                if (!i.returning().isEmpty()) {
                    grant(rights, i.table(), "SELECT");
                }
            }
            case Sql.Update u ->
                    grant(
                            rights,
                            u.table().table(),
                            "UPDATE ("
                                    + u.set().stream()
                                            .map(a -> Names.sql(a.column()))
                                            .collect(Collectors.joining(", "))
                                    + ")");
            case Sql.Delete d -> grant(rights, d.table().table(), "DELETE");
            case Sql.Called c -> grant(rights, "FUNCTION " + SqlPrinter.signature(c), "EXECUTE");
            case Sql.Select _, Sql.Opaque _ -> {}
        }
    }

    /** Where reads leave a record, only the columns that statements need can be read directly. */
    private static void watched(
            Design design, List<Statement> statements, Map<String, Set<String>> rights) {
        for (AccessRule.SharedOnly rule : design.all(AccessRule.SharedOnly.class)) {
            String table = Names.snake(rule.entity());
            Set<String> own = rights.getOrDefault(table, new TreeSet<>());
            if (!rule.logged() || !own.remove("SELECT")) {
                continue;
            }
            Set<String> columns = new TreeSet<>();
            for (Statement statement : statements) {
                if (statement.sql() instanceof Sql.Called) {
                    continue;
                }
                SqlWalk.columns(statement.sql()).stream()
                        .filter(c -> c.startsWith(table + "."))
                        .map(c -> c.substring(table.length() + 1))
                        .forEach(columns::add);
                if (statement.sql() instanceof Sql.Insert i && i.table().equals(table)) {
                    columns.addAll(i.returning());
                }
            }
            if (!columns.isEmpty()) {
                own.add(
                        "SELECT ("
                                + columns.stream().map(Names::sql).collect(Collectors.joining(", "))
                                + ")");
            }
        }
    }

    private static void grant(Map<String, Set<String>> rights, String table, String right) {
        rights.computeIfAbsent(table, _ -> new TreeSet<>()).add(right);
    }
}

package org.groundplan.publish;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;

/** What keeps tenants apart: a function, a policy for each table, and who looks across. */
final class TenantDdl {
    private final Design design;
    private final Tenancy tenancy;

    TenantDdl(Design design, Tenancy tenancy) {
        this.design = design;
        this.tenancy = tenancy;
    }

    static boolean policy(TableConstraint constraint) {
        return constraint.kind().equals("policy");
    }

    String function() {
        String name = tenancy.function();
        String tenant = Names.words(tenancy.tenant());
        return "\n-- For which "
                + tenant
                + " the transaction is; nothing before it has said so. An empty text is what a pooled\n-- connection has left of an earlier transaction.\nCREATE FUNCTION "
                + name
                + "() RETURNS uuid\nLANGUAGE sql STABLE PARALLEL SAFE\nRETURN nullif(pg_catalog.current_setting('"
                + tenancy.setting()
                + "', true), '')::uuid;\nCOMMENT ON FUNCTION "
                + name
                + "() IS 'the "
                + tenant
                + " for which this transaction is';\n";
    }

    /** The key that references including the tenant point at. */
    String key(Table table) {
        return tenancy.referred(table.name())
                ? "CONSTRAINT "
                        + Names.sql(tenancy.keyOf(table.name()))
                        + " UNIQUE ("
                        + Names.sql(tenancy.column())
                        + ", id)"
                : "";
    }

    String policies() {
        StringBuilder out =
                new StringBuilder(
                        "\n-- “"
                                + tenancy.rule().text()
                                + "”: row-level security, for everybody but the owner. The comparison is\n-- leak-proof, so that an index can begin with it.\n");
        for (TableConstraint constraint : design.all(TableConstraint.class)) {
            if (policy(constraint)) {
                out.append("\n");
                constraint.create().forEach(sql -> out.append(sql).append(";\n"));
            }
        }
        return out.toString();
    }

    /** Queries that run as the owner. */
    static String functions(Design design) {
        StringBuilder out = new StringBuilder();
        for (Statement statement : design.all(Statement.class)) {
            if (statement.sql() instanceof Sql.Called c) {
                out.append("\n-- ")
                        .append(statement.purpose())
                        .append("\n")
                        .append(SqlPrinter.function(c))
                        .append(";\nREVOKE ALL ON FUNCTION ")
                        .append(SqlPrinter.signature(c))
                        .append(" FROM PUBLIC;\nCOMMENT ON FUNCTION ")
                        .append(SqlPrinter.signature(c))
                        .append(" IS '")
                        .append(statement.purpose().replace("'", "''"))
                        .append("';\n");
            }
        }
        return out.toString();
    }

    /** The tables that work across tenants touches. */
    private Set<String> across() {
        return design.all(Statement.class).stream()
                .filter(s -> Roles.across(design, tenancy, s))
                .flatMap(s -> SqlWalk.touched(s.sql()).stream())
                .filter(tenancy::coversTable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Policies for those who look across. */
    String everyTenant() {
        StringBuilder out = new StringBuilder();
        for (String table : across()) {
            out.append("CREATE POLICY ")
                    .append(Names.sql(Names.limit(table + "_of_every_" + tenancy.table())))
                    .append(" ON ")
                    .append(Names.sql(table))
                    .append(" TO ")
                    .append(Names.sql(tenancy.jobs()))
                    .append(" USING (true);\n");
        }
        return out.toString();
    }
}

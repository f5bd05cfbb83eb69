package org.groundplan.architect.data;

import java.util.List;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Names;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;

/**
 * Row-level security on every table that belongs to a tenant. The tenant stands in each row, so
 * that the policy is one comparison (leak-proof, and an index can begin with it), and in each
 * foreign key, so that a row never refers to one of another tenant.
 */
final class TenantMechanism {
    private final Workbench bench;

    TenantMechanism(Workbench bench) {
        this.bench = bench;
    }

    void isolated(AccessRule.Isolated rule) {
        Tenancy tenancy = Tenancy.of(bench.design()).orElse(null);
        if (tenancy != null
                && tenancy.tenant().equals(rule.entity())
                && !tenancy.rule().id().equals(rule.id())) {
            return; // said twice
        }
        if (tenancy == null || !tenancy.rule().id().equals(rule.id())) {
            bench.notEnforced(
                    rule,
                    "asks for a second kind of tenant; a transaction is for one "
                            + (tenancy == null
                                    ? Names.words(rule.entity())
                                    : Names.words(tenancy.tenant()))
                            + " only.",
                    "Name the outermost one as the tenant, and write “only … of same "
                            + rule.entity()
                            + " may read …” for the other.");
            return;
        }
        String function = tenancy.function();
        for (Table table : bench.design().all(Table.class)) {
            if (!tenancy.coversTable(table.name())) {
                continue;
            }
            String name = Names.limit(table.name() + "_of_one_" + tenancy.table());
            bench.constraint(
                    table.name(),
                    name,
                    "policy",
                    List.of(
                            "ALTER TABLE " + Names.sql(table.name()) + " ENABLE ROW LEVEL SECURITY",
                            "CREATE POLICY "
                                    + Names.sql(name)
                                    + " ON "
                                    + Names.sql(table.name())
                                    + "\n    USING ("
                                    + Names.sql(tenancy.columnOf(table.name()))
                                    + " = "
                                    + function
                                    + "())"),
                    List.of(
                            "DROP POLICY " + Names.sql(name) + " ON " + Names.sql(table.name()),
                            "ALTER TABLE "
                                    + Names.sql(table.name())
                                    + " DISABLE ROW LEVEL SECURITY"),
                    "Row-level security: whatever a statement asks, it sees and writes the rows of one "
                            + Names.words(tenancy.tenant())
                            + " only, and none before the transaction says whose.",
                    rule);
        }
    }
}

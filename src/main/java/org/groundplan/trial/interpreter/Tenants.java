package org.groundplan.trial.interpreter;

import java.util.Map;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Tenancy;
import org.jspecify.annotations.Nullable;

/** To which tenant rows belong. */
public final class Tenants {
    private Tenants() {}

    /** Id of the tenant of some rows; null when none of them has one. */
    public static @Nullable Object of(Design design, Map<String, Row> context) {
        Optional<Tenancy> tenancy = Tenancy.of(design);
        if (tenancy.isEmpty()) {
            return null;
        }
        Row row = row(tenancy.get(), context);
        if (row != null) {
            return row.id();
        }
        String column = tenancy.get().column();
        return context.values().stream()
                .filter(r -> tenancy.get().coversTable(r.table()))
                .map(r -> r.values().get(column))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static @Nullable Row row(Tenancy tenancy, Map<String, Row> context) {
        Row given = context.get(tenancy.table());
        if (given != null) {
            return given;
        }
        for (Row row : context.values()) {
            Row found = row.context().get(tenancy.table());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

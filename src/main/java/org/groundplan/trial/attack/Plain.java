package org.groundplan.trial.attack;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.model.Names;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.interpreter.Tenants;
import org.jspecify.annotations.Nullable;

/** Plain statements of the table's owner, where no use case does what a rule forbids. */
final class Plain {
    private final Setting setting;

    Plain(Setting setting) {
        this.setting = setting;
    }

    /** Columns a plain insert has to name. */
    List<Table.Column> written(String entity) {
        return setting.design.tableOf(entity).columns().stream()
                .filter(c -> c.generated() == null && c.defaultSql() == null && !c.nullable())
                .toList();
    }

    Script insert(String entity) {
        List<Table.Column> written = written(entity);
        String sql =
                "INSERT INTO "
                        + Names.sql(Names.snake(entity))
                        + " ("
                        + written.stream()
                                .map(c -> Names.sql(c.name()))
                                .collect(Collectors.joining(", "))
                        + ") VALUES ("
                        + written.stream()
                                .map(c -> ":" + c.name())
                                .collect(Collectors.joining(", "))
                        + ")";
        return Setting.direct(
                "insert " + Names.words(entity), sql, Script.constraints(setting.design));
    }

    /**
     * Values of one new row.
     *
     * @param fixed what matters, by column
     */
    Map<String, @Nullable Object> values(
            String entity, Map<String, Row> parents, long number, Map<String, ?> fixed) {
        Table table = setting.design.tableOf(entity);
        Map<String, @Nullable Object> values = new TreeMap<>();
        Object tenant = Tenants.of(setting.design, parents);
        String tenantColumn =
                Tenancy.of(setting.design)
                        .filter(t -> t.covers(entity) && !t.tenant().equals(entity))
                        .map(Tenancy::column)
                        .orElse("");
        for (Table.Column c : written(entity)) {
            if (tenant != null && c.name().equals(tenantColumn)) {
                values.put(c.name(), tenant);
                continue;
            }
            Row parent =
                    table.foreignKeys().stream()
                            .filter(k -> k.column().equals(c.name()))
                            .findFirst()
                            .map(k -> parents.get(k.references()))
                            .orElse(null);
            values.put(
                    c.name(),
                    fixed.containsKey(c.name())
                            ? fixed.get(c.name())
                            : parent != null
                                    ? parent.id()
                                    : Seeder.fitting(
                                            setting.design, table, c, 35_000_000 + number));
        }
        values.putAll(fixed);
        return values;
    }

    /** Both sides run the same script over the same parents, each with its own row. */
    Scenario.Pair pair(
            Script script,
            String entity,
            Map<String, Row> parents,
            long number,
            Map<String, ?> fixed) {
        return new Scenario.Pair(
                new Attacker(script.name(), script, values(entity, parents, number * 2, fixed)),
                new Attacker(
                        script.name(), script, values(entity, parents, number * 2 + 1, fixed)));
    }

    Map<String, Row> parents(Seeder seeder, String entity) throws SQLException {
        return setting.parents(seeder, entity, null, Map.of(), Setting.fresh());
    }
}

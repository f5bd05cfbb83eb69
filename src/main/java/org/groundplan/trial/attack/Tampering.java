package org.groundplan.trial.attack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.postgres.Database;

/**
 * What an auditor can prove: the owner takes the triggers away and changes, removes or forges a row
 * of a chain of three, and the view that checks the chain has to notice each time, and to keep
 * quiet while nothing happened, in whatever session it is asked.
 */
final class Tampering {
    private static final List<String> SESSIONS =
            List.of(
                    "SET timezone = 'UTC'",
                    "SET timezone = 'Asia/Tokyo'",
                    "SET bytea_output = 'escape'",
                    "SET intervalstyle = 'iso_8601'");

    private final Design design;
    private final Rule.AppendOnly rule;
    private final Connection owner;
    private final String table;

    private Tampering(Design design, Rule.AppendOnly rule, Connection owner) {
        this.design = design;
        this.rule = rule;
        this.owner = owner;
        this.table = Names.sql(Names.snake(rule.entity()));
    }

    /**
     * @param tried what was done, in order
     * @param missed what the view did not notice, or noticed without cause
     */
    record Result(List<String> tried, List<String> missed) {}

    /**
     * @param database a copy that nothing else uses
     */
    static Result run(Design design, Rule.AppendOnly rule, Database database) throws SQLException {
        try (Connection owner = database.connect()) {
            return new Tampering(design, rule, owner).run();
        }
    }

    private Result run() throws SQLException {
        Seeder seeder = new Seeder(design, owner, 50_000_000);
        Row first = seeder.row(rule.entity(), Map.of(), null);
        Row second = seeder.row(rule.entity(), first.parents(), null);
        Row third = seeder.row(rule.entity(), first.parents(), null);
        List<String> tried = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (String session : SESSIONS) {
            execute(session);
            if (noticed()) {
                missed.add("it reports intact rows after " + session);
            }
        }
        for (Map.Entry<String, String> deed : deeds(first, second, third).entrySet()) {
            owner.setAutoCommit(false);
            execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            execute(deed.getValue());
            tried.add(deed.getKey());
            if (!noticed()) {
                missed.add("it overlooks: " + deed.getKey());
            }
            owner.rollback();
            owner.setAutoCommit(true);
        }
        return new Result(List.copyOf(tried), List.copyOf(missed));
    }

    private Map<String, String> deeds(Row first, Row second, Row third) {
        Map<String, String> deeds = new TreeMap<>();
        Table columns = design.tableOf(rule.entity());
        for (Table.Column column : columns.columns()) {
            if (column.name().equals("created_at")) {
                deeds.put(
                        "moved a row to another day",
                        "UPDATE %s SET created_at = created_at + interval '1 day' WHERE id = '%s'"
                                .formatted(table, second.id()));
            } else if (!column.field().isEmpty()
                    && column.type().isText()
                    && column.values().isEmpty()) {
                deeds.put(
                        "changed the " + Names.words(column.field()) + " of a row",
                        "UPDATE %1$s SET %2$s = coalesce(%2$s, '') || 'x' WHERE id = '%3$s'"
                                .formatted(table, Names.sql(column.name()), second.id()));
            } else if (!column.field().isEmpty() && column.sqlType().equals("bigint")) {
                deeds.put(
                        "changed the " + Names.words(column.field()) + " of a row",
                        "UPDATE %1$s SET %2$s = coalesce(%2$s, 0) + 1 WHERE id = '%3$s'"
                                .formatted(table, Names.sql(column.name()), second.id()));
            }
        }
        List.of(Map.entry("first", first), Map.entry("middle", second), Map.entry("last", third))
                .forEach(row ->
                        deeds.put(
                                "took out the " + row.getKey() + " row",
                                "DELETE FROM %s WHERE id = '%s'"
                                        .formatted(table, row.getValue().id())));
        deeds.put("emptied the table", "TRUNCATE " + table + " CASCADE");
        deeds.put(
                "put a copy of a row in",
                "CREATE TEMP TABLE forged ON COMMIT DROP AS SELECT * FROM %1$s WHERE id = '%2$s'; UPDATE forged SET id = gen_random_uuid(), chain_number = 4; INSERT INTO %1$s SELECT * FROM forged"
                        .formatted(table, third.id()));
        return deeds;
    }

    private boolean noticed() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + rule.proof())) {
            return rows.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

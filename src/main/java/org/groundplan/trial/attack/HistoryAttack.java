package org.groundplan.trial.attack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;

/** Append only: the owner of the table changes a row, and another deletes it. */
final class HistoryAttack {
    private final Setting setting;

    HistoryAttack(Setting setting) {
        this.setting = setting;
    }

    List<Scenario> of(Rule.AppendOnly rule) {
        String table = Names.sql(Names.snake(rule.entity()));
        Script change =
                direct(
                        "change " + Names.words(rule.entity()),
                        "UPDATE "
                                + table
                                + " SET created_at = created_at + interval '1 day' WHERE id = :row_id");
        Script delete =
                direct(
                        "delete " + Names.words(rule.entity()),
                        "DELETE FROM " + table + " WHERE id = :row_id");
        Scenario.Preparation both =
                (seeder, _) -> {
                    Row row = seeder.row(rule.entity(), Map.of(), null);
                    return new Scenario.Pair(
                            new Attacker(
                                    change.name(),
                                    change,
                                    new TreeMap<>(Map.of("row_id", row.id()))),
                            new Attacker(
                                    delete.name(),
                                    delete,
                                    new TreeMap<>(Map.of("row_id", row.id()))));
                };
        return List.of(
                new Scenario(
                        rule.id(),
                        "change-and-delete",
                        both,
                        both,
                        setting.disarm(rule),
                        Notes.COUNT,
                        Notes.of(rule.entity(), "UPDATE OR DELETE"),
                        true));
    }

    private Script direct(String name, String sql) {
        return Setting.direct(name, sql, Script.constraints(setting.design));
    }
}

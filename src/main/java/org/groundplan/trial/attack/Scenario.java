package org.groundplan.trial.attack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.groundplan.trial.interpreter.Seeder;

/**
 * A rule, two transactions that could break it together, and how to see that they did.
 *
 * @param name for file names: which operations meet
 * @param prepare puts fresh rows there, one step away from breaking the rule, and binds both sides
 *     to them
 * @param mutant the same without what enforces the rule
 * @param disarm statements that take the mechanism out of the mutant's database
 * @param violations a query that counts what must never be
 * @param asOwner true when no use case does this and plain statements of the owner stand in
 * @param instruments statements that make a violation visible, in a throw-away database only
 */
record Scenario(
        String rule,
        String name,
        Preparation prepare,
        Preparation mutant,
        List<String> disarm,
        String violations,
        List<String> instruments,
        boolean asOwner) {
    /** Whatever the instruments saw while the round was prepared does not count. */
    void reset(Connection owner) throws SQLException {
        if (instruments.stream().anyMatch(sql -> sql.contains("groundplan_notes"))) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("TRUNCATE groundplan_notes");
            }
        }
    }

    /** Prepares one round. */
    interface Preparation {
        Pair round(Seeder seeder, long number) throws SQLException;
    }

    record Pair(Attacker a, Attacker b) {}

    Scenario {
        disarm = List.copyOf(disarm);
        instruments = List.copyOf(instruments);
    }
}

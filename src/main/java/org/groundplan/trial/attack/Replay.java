package org.groundplan.trial.attack;

import java.util.List;

/**
 * A violating interleaving as one script: two sessions by dblink, so that {@code psql -f} replays
 * it.
 */
public final class Replay {
    /** The other side goes on only when this one is known to wait; sent is not yet arrived. */
    public static final String UNTIL_IT_WAITS =
            "DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;\n";

    private Replay() {}

    /** Opens one of the two sessions of a replay. */
    public static String connect(char side) {
        return "SELECT dblink_connect('"
                + side
                + "', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));\n";
    }

    static String script(Scenario scenario, Scheduler.Run run, boolean mutant) {
        StringBuilder out = new StringBuilder();
        out.append(
                "-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:\n");
        out.append("--   psql -d scratch -f this-file\n");
        out.append("-- Order of steps: ")
                .append(run.schedule())
                .append(
                        ". The last query counts what must never be; above zero is a violation.\n\n");
        out.append("CREATE EXTENSION IF NOT EXISTS dblink;\n");
        if (mutant) {
            out.append("\n-- Without the mechanism\n");
            scenario.disarm().forEach(sql -> out.append(sql).append(";\n"));
        }
        scenario.instruments().forEach(sql -> out.append(sql).append(";\n"));
        out.append("\n-- One step away from breaking the rule\n");
        run.setup().forEach(sql -> out.append(sql).append(";\n"));
        if (scenario.instruments().stream().anyMatch(sql -> sql.contains("groundplan_notes"))) {
            out.append("TRUNCATE groundplan_notes;\n");
        }
        for (char side : new char[] {'a', 'b'}) {
            out.append("\n");
            out.append(connect(side));
            out.append("SELECT dblink_exec('").append(side).append("', 'BEGIN');\n");
        }
        out.append("\n");
        boolean[] pending = new boolean[2];
        for (Scheduler.Event event : run.events()) {
            event(out, event, pending);
        }
        out.append("\nSELECT dblink_disconnect('a'), dblink_disconnect('b');\n");
        out.append(scenario.violations()).append(";\n");
        return out.toString();
    }

    private static void event(StringBuilder out, Scheduler.Event event, boolean[] pending) {
        String side = event.side() == 'A' ? "a" : "b";
        int index = event.side() == 'A' ? 0 : 1;
        String sql = event.sql().replaceFirst(" --.*$", "");
        if (pending[index]) {
            out.append("SELECT * FROM dblink_get_result('")
                    .append(side)
                    .append("', false) AS r(answer text);\n");
            // dblink wants to be asked until nothing more comes.
            out.append("SELECT * FROM dblink_get_result('")
                    .append(side)
                    .append("', false) AS r(answer text);\n");
            pending[index] = false;
        }
        boolean returns = sql.contains("\nRETURNING ");
        boolean answers = sql.startsWith("SELECT") || returns;
        String sent =
                returns
                        ? "WITH x AS (" + sql + ") SELECT x::text FROM x"
                        : answers ? "SELECT x::text FROM (" + sql + ") AS x" : sql;
        if (event.waits()) {
            out.append("-- ")
                    .append(event.side())
                    .append(" has to wait here\nSELECT dblink_send_query('")
                    .append(side)
                    .append("', $q$")
                    .append(sent)
                    .append("$q$);\n")
                    .append(UNTIL_IT_WAITS);
            pending[index] = true;
        } else if (answers) {
            out.append("SELECT * FROM dblink('")
                    .append(side)
                    .append("', $q$")
                    .append(sent)
                    .append("$q$, false) AS r(answer text);\n");
        } else {
            out.append("SELECT dblink_exec('")
                    .append(side)
                    .append("', $q$")
                    .append(sent)
                    .append("$q$, false);\n");
        }
    }

    /** The same for people: who did what when. */
    static String timeline(List<Scheduler.Event> events, String a, String b) {
        StringBuilder out =
                new StringBuilder("| | A: " + a + " | B: " + b + " |\n| --- | --- | --- |\n");
        int i = 1;
        for (Scheduler.Event event : events) {
            String cell = "`" + oneLine(event.sql()) + "`" + (event.waits() ? " *waits*" : "");
            out.append("| ")
                    .append(i++)
                    .append(
                            event.side() == 'A'
                                    ? " | " + cell + " | |\n"
                                    : " | | " + cell + " |\n");
        }
        return out.toString();
    }

    private static String oneLine(String sql) {
        String flat = sql.replaceAll("\\s+", " ").replace("|", "\\|");
        return flat.length() > 160 ? flat.substring(0, 157) + "…" : flat;
    }
}

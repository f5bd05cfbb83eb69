package org.groundplan.trial.foreign;

import java.util.List;
import org.groundplan.trial.attack.Replay;
import org.jspecify.annotations.Nullable;

/** One interleaving as a script for psql: two sessions by dblink, on an empty scratch database. */
final class ForeignReplay {
    private ForeignReplay() {}

    /**
     * @param columns how many columns the statement answers with
     * @param answer the first of them; null for none
     */
    record Event(char side, String sql, int columns, @Nullable String answer, boolean waits) {}

    static String script(
            String rule,
            String schema,
            List<String> instruments,
            List<String> setup,
            List<String> sequences,
            List<Event> events,
            String violations) {
        StringBuilder out = new StringBuilder();
        out.append("-- Breaks the rule: ").append(rule.replaceAll("\\s+", " ")).append("\n");
        out.append(
                "-- On an empty scratch database, as its superuser: psql -d scratch -f this-file\n");
        out.append("-- The last query counts what must never be; above zero is a violation.\n\n");
        if (violations.contains("pg_xact_commit_timestamp")) {
            out.append("-- The server needs track_commit_timestamp = on.\n\n");
        }
        out.append("\\set ON_ERROR_STOP on\n");
        out.append("CREATE EXTENSION IF NOT EXISTS dblink;\n\n-- The schema\n");
        out.append(schema.strip());
        out.append(schema.strip().endsWith(";") ? "\n" : ";\n");
        if (!instruments.isEmpty()) {
            out.append("\n-- Notes what must not happen\n");
            instruments.forEach(sql -> out.append(sql).append(";\n"));
        }
        out.append("\n-- One step away from breaking the rule\n");
        setup.forEach(sql -> out.append(sql).append(";\n"));
        sequences.forEach(sql -> out.append(sql).append(";\n"));
        if (!instruments.isEmpty()) {
            out.append("TRUNCATE ").append(Violations.NOTES).append(";\n");
        }
        for (char side : new char[] {'a', 'b'}) {
            out.append(Replay.connect(side));
        }
        out.append("\n");
        int[] pending = {-1, -1};
        for (Event event : events) {
            event(out, event, pending);
        }
        out.append("\nSELECT dblink_disconnect('a'), dblink_disconnect('b');\n");
        return out.append(violations).append(";\n").toString();
    }

    private static void event(StringBuilder out, Event event, int[] pending) {
        String side = event.side() == 'A' ? "a" : "b";
        int index = event.side() == 'A' ? 0 : 1;
        if (pending[index] >= 0) {
            for (int i = 0; i < 2; i++) {
                // dblink wants to be asked until nothing more comes.
                out.append("SELECT * FROM dblink_get_result('")
                        .append(side)
                        .append("', false) AS r(")
                        .append(columns(Math.max(1, pending[index])))
                        .append(");\n");
            }
            pending[index] = -1;
        }
        String sql = event.sql().replaceFirst(" --[^\n]*$", "");
        String tag = sql.contains("$q$") ? "$groundplan$" : "$q$";
        String sent = tag + sql + tag;
        if (event.waits()) {
            out.append("-- ")
                    .append(event.side())
                    .append(" has to wait here\nSELECT dblink_send_query('")
                    .append(side)
                    .append("', ")
                    .append(sent)
                    .append(");\n")
                    .append(Replay.UNTIL_IT_WAITS);
            pending[index] = event.columns();
        } else if (event.columns() > 0) {
            out.append("SELECT * FROM dblink('")
                    .append(side)
                    .append("', ")
                    .append(sent)
                    .append(", false) AS r(")
                    .append(columns(event.columns()))
                    .append(");\n");
        } else {
            out.append("SELECT dblink_exec('")
                    .append(side)
                    .append("', ")
                    .append(sent)
                    .append(", false);\n");
        }
    }

    private static String columns(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            out.append(i == 1 ? "" : ", ").append("c").append(i).append(" text");
        }
        return out.toString();
    }

    /** Who did what when, a line each. */
    static String timeline(List<Event> events) {
        StringBuilder out = new StringBuilder();
        int i = 1;
        for (Event event : events) {
            String sql = event.sql().replaceAll("\\s+", " ").strip();
            out.append(String.format("%3d  ", i++))
                    .append(event.side() == 'A' ? "A  " : "   B  ")
                    .append(sql.length() > 140 ? sql.substring(0, 139) + "…" : sql)
                    .append(event.waits() ? "   (waits)" : "")
                    .append(
                            event.columns() > 0
                                    ? "   → " + (event.answer() == null ? "no row" : event.answer())
                                    : "")
                    .append("\n");
        }
        return out.toString();
    }
}

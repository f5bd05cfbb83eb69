package org.groundplan;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groundplan.brief.BriefReader;
import org.groundplan.brief.Diagnostic;
import org.groundplan.brief.Reading;
import org.groundplan.model.Design;
import org.groundplan.model.Rule;
import org.groundplan.trial.foreign.ForeignAttack;
import org.groundplan.trial.foreign.ForeignException;
import org.groundplan.trial.postgres.Postgres;

/** Attacks on SQL that is not ours: a schema, statements and a rule, without a brief. */
public final class ForeignSql {
    private ForeignSql() {}

    /** A statement file: its name begins rules about it. */
    public record Source(String name, String file, String text) {}

    /**
     * @param schema what makes the tables
     * @param statements a file each, with the statements of one client
     * @param given values of parameters
     * @param seconds after which it stops trying
     */
    public record Request(
            String schema,
            List<Source> statements,
            String rule,
            Map<String, String> given,
            int seconds) {
        public Request {
            statements = List.copyOf(statements);
            given = Map.copyOf(given);
        }
    }

    /** How it ended. */
    public enum Verdict {
        BROKEN("broken"),
        SURVIVED("survived"),
        /** The rule could be read, and no rows or values were found with which to try it. */
        NOT_RUN("not run"),
        /** Schema, statement or rule cannot be used as they are. */
        UNUSABLE("unusable");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * @param understood the rule as it was read; empty when it was not
     * @param how it ended, or what kept it from being tried
     * @param timeline the violating interleaving, a step a line; empty when there is none
     * @param script the same for psql
     * @param orders interleavings that were run
     * @param notes what the reader should know beside
     */
    public record Outcome(
            String rule,
            Verdict verdict,
            String understood,
            String how,
            String timeline,
            String script,
            int orders,
            List<String> notes) {
        public Outcome {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @throws IOException when no database can be started here
     */
    public static Outcome attack(Request request) throws IOException {
        try (Postgres server = Postgres.start()) {
            return attack(server, request);
        }
    }

    static Outcome attack(Postgres server, Request request) throws IOException {
        try (ForeignAttack attack =
                ForeignAttack.load(
                        server,
                        request.schema,
                        request.statements.stream()
                                .map(s -> new ForeignAttack.Source(s.name, s.file, s.text))
                                .toList(),
                        request.given,
                        request.seconds)) {
            Reading reading = BriefReader.read("rule", attack.brief(request.rule));
            Design brief = reading.brief();
            Rule rule =
                    brief == null ? null : brief.all(Rule.class).stream().findFirst().orElse(null);
            if (rule == null || rule instanceof Rule.NotUnderstood) {
                return unusable(
                        request,
                        "",
                        reading.diagnostics().stream()
                                .filter(d -> brief != null || d.error())
                                .map(ForeignSql::said)
                                .toList());
            }
            try {
                ForeignAttack.Result result = attack.attack(rule);
                return new Outcome(
                        request.rule,
                        Verdict.valueOf(result.verdict().name()),
                        rule.paraphrase(),
                        result.how(),
                        result.timeline(),
                        result.script(),
                        result.orders(),
                        result.notes());
            } catch (ForeignException e) {
                return unusable(request, rule.paraphrase(), said(e));
            }
        } catch (ForeignException e) {
            return unusable(request, "", said(e));
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Outcome unusable(Request request, String understood, List<String> why) {
        return new Outcome(
                request.rule,
                Verdict.UNUSABLE,
                understood,
                why.isEmpty() ? "The rule was not read." : why.getFirst(),
                "",
                "",
                0,
                why.subList(Math.min(1, why.size()), why.size()));
    }

    private static List<String> said(ForeignException e) {
        List<String> lines = new ArrayList<>(List.of(String.valueOf(e.getMessage())));
        if (!e.expected().isEmpty()) {
            lines.add("expected: " + e.expected());
        }
        if (!e.write().isEmpty()) {
            lines.add("write: " + e.write());
        }
        return lines;
    }

    private static String said(Diagnostic diagnostic) {
        return diagnostic
                        .found()
                        .replaceFirst(
                                "^this rule is kept and asked about, but not enforced:",
                                "not understood as a rule:")
                + (diagnostic.expected().isEmpty() ? "" : "; expected: " + diagnostic.expected())
                + (diagnostic.write().isEmpty() ? "" : "; for example: " + diagnostic.write());
    }
}

package org.groundplan;

import java.io.IOException;
import java.sql.SQLException;
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
import org.jspecify.annotations.Nullable;

/** Attacks on SQL that is not ours: a schema, statements and a rule, without a brief. */
public final class ForeignSql {
    private ForeignSql() {}

    /**
     * @param schema what makes the tables
     * @param statements a file each, with the statements of one client
     * @param given values of parameters
     * @param seconds after which it stops trying
     */
    public record Request(
            String schema,
            List<ForeignAttack.Source> statements,
            String rule,
            Map<String, String> given,
            int seconds) {
        public Request {
            statements = List.copyOf(statements);
            given = Map.copyOf(given);
        }
    }

    /**
     * @param paraphrase the rule as it was understood; empty when it was not
     * @param problem what kept it from being tried; null when it was
     */
    public record Outcome(
            String rule,
            String paraphrase,
            String counterexample,
            ForeignAttack.@Nullable Result result,
            @Nullable ForeignException problem,
            List<String> unread) {
        public Outcome {
            unread = List.copyOf(unread);
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
                        request.statements,
                        request.given,
                        request.seconds)) {
            Reading reading = BriefReader.read("rule", attack.brief(request.rule));
            Design brief = reading.brief();
            Rule rule =
                    brief == null ? null : brief.all(Rule.class).stream().findFirst().orElse(null);
            if (rule == null || rule instanceof Rule.NotUnderstood) {
                return new Outcome(
                        request.rule,
                        "",
                        "",
                        null,
                        null,
                        reading.diagnostics().stream()
                                .filter(d -> brief != null || d.error())
                                .map(ForeignSql::said)
                                .toList());
            }
            try {
                return new Outcome(
                        request.rule,
                        rule.paraphrase(),
                        rule.counterexample(),
                        attack.attack(rule),
                        null,
                        List.of());
            } catch (ForeignException e) {
                return new Outcome(
                        request.rule, rule.paraphrase(), rule.counterexample(), null, e, List.of());
            }
        } catch (ForeignException e) {
            return new Outcome(request.rule, "", "", null, e, List.of());
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String said(Diagnostic diagnostic) {
        return diagnostic.found()
                + (diagnostic.expected().isEmpty() ? "" : "; expected: " + diagnostic.expected())
                + (diagnostic.write().isEmpty() ? "" : "; for example: " + diagnostic.write());
    }
}

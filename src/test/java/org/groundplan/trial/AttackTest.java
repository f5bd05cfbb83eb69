package org.groundplan.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.Groundplan;
import org.groundplan.Library;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Rule;
import org.groundplan.publish.DdlPublisher;
import org.groundplan.publish.Publisher;
import org.groundplan.trial.attack.AttackTrial;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Postgres;
import org.junit.jupiter.api.Test;

/** Attacks have teeth, their scripts replay, and a weakened schema is found out. */
class AttackTest {
    private final Groundplan.Outcome library = Library.tried();

    @Test
    void every_rule_of_the_library_was_tried_and_held() {
        for (Rule rule : library.design().all(Rule.class)) {
            List<Evidence> evidence =
                    library.design().all(Evidence.class).stream()
                            .filter(e -> e.claim().equals(rule.id()))
                            .toList();
            assertThat(evidence)
                    .as(rule.text())
                    .isNotEmpty()
                    .allSatisfy(e ->
                            assertThat(e.verdict())
                                    .isIn(Evidence.Verdict.SURVIVED, Evidence.Verdict.OBSERVED));
        }
        assertThat(library.broken()).isEmpty();
    }

    @Test
    void every_unguarded_mutant_is_broken_within_three_interleavings_and_its_script_replays()
            throws Exception {
        Map<String, String> scripts = new TreeMap<>(library.files().files());
        scripts.keySet().removeIf(p -> !p.endsWith(".unguarded.sql"));
        assertThat(scripts).hasSize(10);
        try (Postgres server = Postgres.start()) {
            Database original = migrated(server, library.files());
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                Database scratch = server.copy(original);
                try (Connection connection = scratch.connect();
                        Statement statement = connection.createStatement()) {
                    assertThat(lastNumber(statement, script.getValue()))
                            .as(script.getKey())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void a_schema_without_its_partial_index_is_broken_by_the_same_attack() throws Exception {
        Design design = Library.design();
        Artefacts artefacts = Publisher.artefacts(design);
        String ddl = artefacts.text(DdlPublisher.TABLES);
        String index =
                "CREATE UNIQUE INDEX loan_one_out_per_item ON loan (item_id) WHERE status = 'out';";
        assertThat(ddl).contains(index);
        String weaker =
                ddl.replace(
                        index,
                        "CREATE INDEX loan_one_out_per_item ON loan (item_id) WHERE status = 'out';");
        try (Postgres server = Postgres.start()) {
            Artefacts edited = artefacts.with(Map.of(DdlPublisher.TABLES, weaker));
            Tried tried =
                    AttackTrial.run(
                            design,
                            edited,
                            server,
                            migrated(server, edited),
                            DdlPublisher.role(design));
            assertThat(
                            tried.evidence().stream()
                                    .filter(e -> e.verdict() == Evidence.Verdict.BROKEN)
                                    .map(Evidence::claim))
                    .contains("rule:at-most-1-loan-per-item-when-status-out");
        }
    }

    private static Database migrated(Postgres server, Artefacts artefacts) throws Exception {
        Database database = server.create();
        database.run(artefacts.text(DdlPublisher.TABLES));
        database.run(artefacts.text(DdlPublisher.ROLE));
        return database;
    }

    private static long lastNumber(Statement statement, String script) throws Exception {
        // As psql does it: one statement after the other, each committed by itself.
        long last = -1;
        for (String sql : script.split(";\n")) {
            if (!sql.isBlank() && statement.execute(sql)) {
                try (ResultSet set = statement.getResultSet()) {
                    last = set.next() && set.getObject(1) instanceof Number n ? n.longValue() : -1;
                }
            }
        }
        return last;
    }
}

package org.groundplan.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.groundplan.Library;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Index;
import org.groundplan.model.Origin;
import org.groundplan.publish.DdlPublisher;
import org.groundplan.publish.Publisher;
import org.groundplan.trial.plan.PlanTrial;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Postgres;
import org.junit.jupiter.api.Test;

/**
 * Each index is needed by a named statement; one that is not is found out, and so is one that is
 * missing.
 */
class PlanTest {
    @Test
    void every_index_that_enforces_no_rule_makes_a_statement_dearer_when_dropped() {
        Design design = Library.tried().design();
        assertThat(design.all(Index.class)).hasSizeGreaterThan(8);
        for (Index index : design.all(Index.class)) {
            assertThat(
                            design.all(Evidence.class).stream()
                                    .filter(e -> e.claim().equals(index.id())))
                    .as(index.name())
                    .hasSize(1)
                    .allSatisfy(e -> assertThat(e.verdict()).isEqualTo(Evidence.Verdict.PREDICTED));
        }
    }

    @Test
    void a_useless_index_goes() throws Exception {
        Index useless =
                new Index(
                        "index:loan-created-at-idx",
                        "loan",
                        "loan_created_at_idx",
                        List.of("created_at"),
                        false,
                        "btree",
                        null,
                        List.of("statement:see-my-loans-1-read"),
                        "",
                        Origin.derived("test", "", List.of()));
        Tried tried = planned(Library.design().with(useless), "", "");
        assertThat(verdict(tried, useless.id()))
                .isEqualTo(
                        "Dropped in turn at ten times the volume: see-my-loans-1-read costs 1 times as much. No statement needs it.");
    }

    @Test
    void a_missing_index_is_seen_in_the_plan_of_the_search() throws Exception {
        Tried tried =
                planned(
                        Library.design(),
                        "CREATE INDEX title_search_idx ON title USING gin (search);",
                        "CREATE INDEX title_search_idx ON title USING gin (search) WHERE false;");
        assertThat(verdict(tried, "statement:search-the-catalogue-1-read"))
                .contains("It reads all of");
    }

    private static String verdict(Tried tried, String claim) {
        return tried.evidence().stream()
                .filter(e -> e.claim().equals(claim) && e.verdict() == Evidence.Verdict.BROKEN)
                .map(Evidence::how)
                .findFirst()
                .orElse(
                        "not broken: "
                                + tried.evidence().stream()
                                        .filter(e -> e.claim().equals(claim))
                                        .map(Evidence::how)
                                        .toList());
    }

    private static Tried planned(Design design, String from, String to) throws Exception {
        Artefacts rendered = Publisher.artefacts(design);
        Artefacts artefacts =
                rendered.with(
                        Map.of(
                                DdlPublisher.TABLES,
                                rendered.text(DdlPublisher.TABLES).replace(from, to)));
        try (Postgres server = Postgres.start()) {
            Database database = server.create();
            database.run(artefacts.text(DdlPublisher.TABLES));
            database.run(artefacts.text(DdlPublisher.ROLE));
            return PlanTrial.run(design, artefacts, server, database, DdlPublisher.role(design));
        }
    }
}

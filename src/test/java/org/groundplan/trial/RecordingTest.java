package org.groundplan.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.groundplan.Library;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.publish.DdlPublisher;
import org.groundplan.publish.OpenApiPublisher;
import org.groundplan.publish.Publisher;
import org.groundplan.trial.contract.Recorder;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Postgres;
import org.junit.jupiter.api.Test;

/** Samples are recordings: another check in the DDL gives another recording. */
class RecordingTest {
    @Test
    void a_limit_of_eleven_in_the_ddl_is_seen_in_what_is_recorded() throws Exception {
        Tried ten = recorded("loans_out BETWEEN 0 AND 10");
        Tried eleven = recorded("loans_out BETWEEN 0 AND 11");
        String refusal = "evidence/recordings/check-out-an-item.member-has-10-loans.json";
        assertThat(ten.files()).containsKey(refusal);
        assertThat(ten.files().get(refusal))
                .contains("\"status\": 409")
                .contains("/problems/member-has-10-loans");
        assertThat(eleven.files()).doesNotContainKey(refusal);
        assertThat(
                        eleven.evidence().stream()
                                .filter(e -> e.claim().equals("operation:check-out-an-item"))
                                .map(Evidence::how))
                .containsExactly(
                        "5 of 6 answers recorded and held against the contract; wrong: member-has-10-loans was expected, the answer was success.");
    }

    private static Tried recorded(String check) throws Exception {
        Design design = Library.design();
        Artefacts rendered = Publisher.artefacts(design);
        String ddl =
                rendered.text(DdlPublisher.TABLES).replace("loans_out BETWEEN 0 AND 10", check);
        Artefacts artefacts = rendered.with(Map.of(DdlPublisher.TABLES, ddl));
        try (Postgres server = Postgres.start()) {
            Database database = server.create();
            database.run(artefacts.text(DdlPublisher.TABLES));
            database.run(artefacts.text(DdlPublisher.ROLE));
            return Recorder.run(
                    design,
                    artefacts,
                    database,
                    DdlPublisher.role(design),
                    OpenApiPublisher.path(design));
        }
    }
}

package org.groundplan.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.Examples;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.publish.DdlPublisher;
import org.groundplan.publish.Publisher;
import org.groundplan.trial.contract.AccessTrial;
import org.groundplan.trial.failure.FailureTrial;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Postgres;
import org.groundplan.trial.privacy.PersonTrial;
import org.groundplan.trial.tenant.TenantTrial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whole designs hold; with one thing taken out of the published files, the trial that is there for
 * it says what is wrong.
 */
class TeethTest {
    private static Postgres server;

    @BeforeAll
    static void start() throws Exception {
        server = Postgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** A kind of trial over a database of its own. */
    private interface Trial {
        Tried run(Design design, Artefacts artefacts, Database database, String role)
                throws Exception;
    }

    /**
     * @param path of the file that is changed; empty for none
     */
    private static List<String> tried(
            String example, Trial trial, String path, String from, String to) throws Exception {
        Design design = Examples.derive(Examples.text(example));
        Artefacts artefacts = Publisher.artefacts(design);
        if (!path.isEmpty()) {
            String text = artefacts.text(path);
            assertThat(text).contains(from);
            Map<String, String> changed = new TreeMap<>();
            changed.put(path, text.replace(from, to));
            artefacts = artefacts.with(changed);
        }
        Database database = server.create();
        database.run(artefacts.text(DdlPublisher.TABLES));
        database.run(artefacts.text(DdlPublisher.ROLE));
        return trial.run(design, artefacts, database, DdlPublisher.role(design)).evidence().stream()
                .map(e -> word(e) + e.how())
                .toList();
    }

    private static String word(Evidence evidence) {
        return evidence.verdict() == Evidence.Verdict.BROKEN
                ? ""
                : evidence.verdict().word() + ": ";
    }

    @Test
    void tenants_are_kept_apart() throws Exception {
        assertThat(tried("helpdesk", TenantTrial::run, "", "", ""))
                .singleElement()
                .asString()
                .startsWith("observed: ")
                .contains("nothing seen, nothing changed, and the first was served")
                .contains("references to another's row answered like one to nothing");
    }

    @Test
    void a_policy_that_lets_everybody_in_is_noticed() throws Exception {
        assertThat(
                        tried(
                                "helpdesk",
                                TenantTrial::run,
                                DdlPublisher.TABLES,
                                "ON customer\n    USING (company_id = current_company_id())",
                                "ON customer\n    USING (true)"))
                .singleElement()
                .asString()
                .startsWith("Broken: ")
                .contains("customer shows another's row by its id")
                .contains("customer shows rows before a tenant is named");
    }

    @Test
    void a_setting_that_outlives_its_transaction_is_noticed() throws Exception {
        assertThat(
                        tried(
                                "helpdesk",
                                TenantTrial::run,
                                DdlPublisher.STATEMENTS + "tenant.sql",
                                ", true)",
                                ", false)"))
                .singleElement()
                .asString()
                .startsWith("Broken: ")
                .contains("ticket remembers the tenant after the commit");
    }

    @Test
    void a_key_without_the_tenant_tells_what_another_has() throws Exception {
        assertThat(
                        tried(
                                "helpdesk",
                                TenantTrial::run,
                                DdlPublisher.TABLES,
                                "UNIQUE INDEX warning_one_per_ticket ON warning (company_id, ticket_id)",
                                "UNIQUE INDEX warning_one_per_ticket ON warning (ticket_id)"))
                .singleElement()
                .asString()
                .startsWith("Broken: warning tells whether another has such a row (“")
                .contains("duplicate key value violates unique constraint");
    }

    @Test
    void a_reference_without_the_tenant_reaches_another() throws Exception {
        assertThat(
                        tried(
                                "helpdesk",
                                TenantTrial::run,
                                DdlPublisher.TABLES,
                                "FOREIGN KEY (company_id, customer_id) REFERENCES customer (company_id, id)",
                                "FOREIGN KEY (customer_id) REFERENCES customer (id)"))
                .singleElement()
                .asString()
                .startsWith("Broken: ")
                .contains("ticket refers to another's customer");
    }

    @Test
    void a_search_that_forgets_the_tenant_is_noticed() throws Exception {
        assertThat(
                        tried(
                                "helpdesk",
                                TenantTrial::run,
                                DdlPublisher.TABLES,
                                "WHERE ticket.company_id = current_company_id()\n  AND",
                                "WHERE"))
                .singleElement()
                .asString()
                .startsWith("Broken: GET /tickets reaches another company");
    }

    @Test
    void a_read_without_a_record_is_noticed() throws Exception {
        assertThat(tried("courts", AccessTrial::run, "", "", ""))
                .anySatisfy(how ->
                        assertThat(how)
                                .startsWith("observed: ")
                                .contains(
                                        "The read left one record, the refused one none; the application's role cannot read what injury_note says any other way."));
        assertThat(
                        tried(
                                "courts",
                                AccessTrial::run,
                                DdlPublisher.TABLES,
                                "CAST(p_now AS timestamptz)\n    FROM shown\n)",
                                "CAST(p_now AS timestamptz)\n    FROM shown WHERE false\n)"))
                .anySatisfy(how ->
                        assertThat(how)
                                .contains("left 0 records of one read, and 0 of a refused one"));
    }

    @Test
    void a_repeat_that_makes_a_second_row_is_noticed() throws Exception {
        assertThat(tried("courts", FailureTrial::run, "", "", ""))
                .singleElement()
                .asString()
                .startsWith("observed: 8 operations sent twice, in a row and at once");
        assertThat(
                        tried(
                                "courts",
                                FailureTrial::run,
                                DdlPublisher.STATEMENTS + "note-an-injury-1-insert.sql",
                                "CAST(:id AS uuid)",
                                "gen_random_uuid()"))
                .singleElement()
                .asString()
                .contains("POST /injury-notes happens twice when it is sent again");
    }

    @Test
    void a_repeat_that_is_refused_although_it_succeeded_is_noticed() throws Exception {
        assertThat(
                        tried(
                                "courts",
                                FailureTrial::run,
                                DdlPublisher.STATEMENTS + "hold-a-court-4-again.sql",
                                "WHERE booking.id = :id",
                                "WHERE booking.id = :id AND false"))
                .singleElement()
                .asString()
                .contains("POST /me/bookings is not answered with the first result");
    }

    @Test
    void a_refused_message_that_is_tried_for_ever_or_holds_up_others_is_noticed() throws Exception {
        String relay = DdlPublisher.STATEMENTS + "tell-payment-of-pay-a-booking-";
        assertThat(tried("courts", FailureTrial::run, "", "", ""))
                .singleElement()
                .asString()
                .endsWith("A message that is refused for ever holds up no other.");
        assertThat(
                        tried(
                                "courts",
                                FailureTrial::run,
                                relay + "1-take.sql",
                                "AND outbox_message.attempts < 12",
                                ""))
                .singleElement()
                .asString()
                .contains("a message that is refused is tried 13 times");
        assertThat(
                        tried(
                                "courts",
                                FailureTrial::run,
                                relay + "1-take.sql",
                                "LIMIT :limit",
                                "LIMIT least(1, :limit)"))
                .singleElement()
                .asString()
                .contains("a message that is refused holds up the others");
    }

    @Test
    void what_an_erasure_leaves_is_noticed() throws Exception {
        Trial people =
                (design, artefacts, database, _) -> PersonTrial.run(design, artefacts, database);
        assertThat(tried("courts", people, "", "", ""))
                .hasSize(2)
                .allSatisfy(how -> assertThat(how).startsWith("observed: "));
        assertThat(
                        tried(
                                "courts",
                                people,
                                "db/main/people/erase-member.sql",
                                "name = 'erased ' || id,\n    ",
                                ""))
                .anySatisfy(how -> assertThat(how).startsWith("Broken: member still says “name-"));
        assertThat(
                        tried(
                                "courts",
                                people,
                                "db/main/people/export-member.sql",
                                "WHERE member_id = :'person_id'",
                                "WHERE true"))
                .anySatisfy(how -> assertThat(how).contains("the export shows another's booking"));
    }
}

package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groundplan.Examples;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Index;
import org.groundplan.model.PersonData;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.UseCase;
import org.groundplan.publish.DdlPublisher;
import org.groundplan.publish.Publisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose data is kept apart, and how long data is kept: brief in, statements and findings out. */
class TenantsTest {
    private static final String BRIEF =
            """
            name: Laundries
            actors: { Clerk: , Owner: , Auditor: }
            entities:
              Laundry: { count: 300, fields: { name: text } }
              Shop: { belongsTo: Laundry, count: 900, fields: { street: text } }
              Clerk: { belongsTo: Shop, fields: { name: { type: text, data: personal } } }
              Parcel: { belongsTo: [Shop, Clerk?], KEEP fields: { label: text, status: [in, out] } }
              Stain: { partOf: Parcel, fields: { where: text } }
              Colour: { fields: { name: text } }
            useCases:
              - { name: take a parcel in, actor: Clerk, writes: [Parcel], rate: 2000 per day }
              - { name: note a stain, actor: Clerk, writes: [Stain], rate: 50 per day }
              - { name: see parcels, actor: Clerk, kind: list, reads: [Parcel], by: [status = in], rate: 900 per day }
              - { name: see every parcel, actor: Auditor, kind: list, reads: [Parcel], rate: 3 per day }
            rules:
              - RULE
              - "Parcel.status: in -> out"
            """;

    private static Design design(String rule, String keep) {
        return Examples.derive(BRIEF.replace("RULE", rule).replace("KEEP", keep));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Laundry is the tenant",
                "tenants are Laundry",
                "one Laundry must never see another Laundry's data",
                "a Laundry never sees another Laundry’s rows",
                "the data of one Laundry is never visible to another",
                "isolate by Laundry",
                "no Laundry may read other Laundry's records"
            })
    void tenants_are_said_in_many_words(String rule) {
        assertThat(design(rule, "").all(AccessRule.Isolated.class))
                .singleElement()
                .satisfies(r -> assertThat(r.entity()).isEqualTo("Laundry"));
    }

    @Test
    void what_leads_to_the_tenant_for_certain_carries_it_and_nothing_else_does() {
        Design design = design("Laundry is the tenant", "");
        assertThat(
                        design.all(Table.class).stream()
                                .filter(t -> t.column("laundry_id").isPresent())
                                .map(Table::name))
                .containsExactly("clerk", "parcel", "shop", "stain");
        String ddl = Publisher.artefacts(design).text(DdlPublisher.TABLES);
        assertThat(ddl)
                .contains(
                        "FOREIGN KEY (laundry_id, clerk_id) REFERENCES clerk (laundry_id, id)",
                        "CREATE POLICY stain_of_one_laundry ON stain\n    USING (laundry_id = current_laundry_id());")
                .doesNotContain("POLICY colour");
        assertThat(
                        SqlPrinter.print(
                                design.get(Statement.class, "statement:note-a-stain-1-insert")
                                        .sql()))
                .contains(":caller_laundry_id");
    }

    @Test
    void who_looks_across_has_a_role_of_its_own() {
        Design design =
                design("one Laundry never sees another Laundry's data, except for Auditor", "");
        assertThat(Publisher.artefacts(design).text(DdlPublisher.ROLE))
                .contains(
                        "-- Looks across laundries, with a login of its own: “see every parcel”.",
                        "CREATE POLICY parcel_of_every_laundry ON parcel TO laundries_jobs USING (true);",
                        "GRANT SELECT ON parcel TO laundries_jobs;");
    }

    @Test
    void a_list_of_one_tenant_is_read_from_an_index_that_begins_with_it() {
        assertThat(
                        design("Laundry is the tenant", "").all(Index.class).stream()
                                .filter(i -> i.serves().contains("statement:see-parcels-1-read"))
                                .map(Index::columns))
                .containsExactly(List.of("laundry_id", "status", "created_at", "id"));
    }

    @Test
    void a_value_that_is_unique_over_all_tenants_is_noticed_and_one_per_tenant_is_not() {
        assertThat(kinds(design("Laundry is the tenant\n  - unique Parcel.label", "")))
                .contains("tenant.unique-across");
        assertThat(kinds(design("Laundry is the tenant\n  - unique Parcel.label per Laundry", "")))
                .doesNotContain("tenant.unique-across");
        assertThat(kinds(design("Laundry is the tenant\n  - unique Parcel.label per Shop", "")))
                .doesNotContain("tenant.unique-across");
        assertThat(kinds(design("unique Parcel.label", ""))).doesNotContain("tenant.unique-across");
    }

    private static List<String> kinds(Design design) {
        return design.all(Finding.class).stream().map(Finding::kind).toList();
    }

    @Test
    void what_has_a_stated_time_is_deleted_and_what_has_none_never() {
        assertThat(jobs(design("unique Shop.street", ""))).isEmpty();
        Design design = design("unique Shop.street", "keep: 90 days,");
        assertThat(jobs(design)).containsExactly("delete parcels after 90 days");
        assertThat(
                        SqlPrinter.print(
                                design.get(
                                                Statement.class,
                                                "statement:delete-parcels-after-90-days-1-delete")
                                        .sql()))
                .isEqualTo(
                        """
                        DELETE FROM parcel
                        WHERE parcel.id IN (
                            SELECT parcel.id
                            FROM parcel
                            WHERE parcel.status = 'out'
                              AND parcel.created_at < :now - interval '7776000 seconds'
                            ORDER BY parcel.created_at
                            LIMIT :limit
                            FOR NO KEY UPDATE OF parcel SKIP LOCKED)\
                        """);
    }

    @Test
    void the_opposite_of_apart_is_not_read_as_apart() {
        assertThat(
                        design("one Laundry may see another Laundry's data", "")
                                .all(AccessRule.Isolated.class))
                .isEmpty();
    }

    @Test
    void said_twice_is_said_once() {
        Design twice =
                Examples.derive(
                        BRIEF.replace("count: 300,", "count: 300, tenant: true,")
                                .replace("RULE", "one Laundry never sees another Laundry's data")
                                .replace("KEEP", ""));
        assertThat(twice.all(AccessRule.Isolated.class)).hasSize(2);
        assertThat(kinds(twice)).doesNotContain("rule.not-enforced", "coverage.rule-not-enforced");
    }

    @Test
    void what_goes_with_its_owner_must_be_allowed_to_go() {
        Design design = design("Stain is append only", "keep: 90 days,");
        assertThat(jobs(design)).isEmpty();
        assertThat(design.all(Finding.class).stream().map(Finding::message))
                .contains(
                        "“Stain is append only”: stains would go with the parcels they are part of, which are to be kept for 90 days. Nothing deletes either.");
    }

    @Test
    void what_must_not_be_deleted_is_said_instead() {
        Design design = design("Parcel is append only", "keep: 90 days,");
        assertThat(jobs(design)).isEmpty();
        assertThat(design.all(Finding.class).stream().map(Finding::message))
                .anySatisfy(m ->
                        assertThat(m)
                                .startsWith(
                                        "“Parcel is append only”: deleting parcels is what the rule forbids"));
    }

    @Test
    void more_than_a_million_to_delete_each_night_is_noticed() {
        Design many =
                Examples.derive(
                        BRIEF.replace("RULE", "unique Shop.street")
                                .replace("KEEP", "keep: 90 days,")
                                .replace("2000 per day", "3M per day"));
        assertThat(many.all(Finding.class).stream().map(Finding::message))
                .contains(
                        "3,000,000 parcels have to be deleted each night, as many as are written in a day; in batches of 1,000 that is 3,000 statements, and the space comes back only when vacuum has been by.");
        assertThat(kinds(design("unique Shop.street", "keep: 90 days,")))
                .doesNotContain("retention.batches");
    }

    @Test
    void whoever_would_end_the_waiting_comes_in_time() {
        Design design =
                Examples.derive(
                        """
                        name: Holds
                        actors: { Guest: , Clerk: }
                        entities:
                          Hold: { fields: { status: [held, paid, given, lapsed] } }
                        useCases:
                          - { name: hold a seat, actor: Guest, writes: [Hold], rate: 50 per day }
                          - { name: pay a hold, actor: Guest, does: "Hold.status: held -> paid" }
                          - { name: give a hold away, actor: Clerk, does: "Hold.status: held -> given" }
                        rules:
                          - "Hold.status: held -> paid; held -> given; held -> lapsed"
                          - Hold is lapsed after 10 min unless paid
                        """);
        assertThat(
                        design.all(Statement.class).stream()
                                .filter(s ->
                                        SqlPrinter.print(s.sql())
                                                .contains("interval '600 seconds'"))
                                .map(Statement::id))
                .contains("statement:pay-a-hold-1-update", "statement:give-a-hold-away-1-update");
    }

    @Test
    void what_a_row_says_is_the_nearest_persons() {
        Design design =
                Examples.derive(
                        """
                        name: School
                        actors: { Teacher: , Pupil: }
                        entities:
                          Teacher: { fields: { name: { type: text, data: personal } } }
                          Pupil: { fields: { name: { type: text, data: personal }, iban: { type: text, data: payment } } }
                          Course: { belongsTo: Teacher, fields: { title: text } }
                          Enrolment: { belongsTo: [Course, Pupil], fields: { price: money } }
                          Certificate: { belongsTo: Enrolment, fields: { file: file } }
                        useCases:
                          - { name: enrol in a course, actor: Pupil, writes: [Enrolment], rate: 5 per day }
                        """);
        assertThat(
                        PersonData.of(design).stream()
                                .map(d ->
                                        d.person().name()
                                                + ": "
                                                + d.parts().stream()
                                                        .map(p -> p.table().name())
                                                        .toList()))
                .containsExactly(
                        "Pupil: [certificate, enrolment, pupil]", "Teacher: [course, teacher]");
    }

    private static List<String> jobs(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u -> u.origin().step().equals("retention"))
                .map(UseCase::name)
                .toList();
    }
}

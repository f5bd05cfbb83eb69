package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groundplan.Groundplan;
import org.groundplan.Library;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;
import org.groundplan.model.Question;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Briefs that nobody tuned for: they are designed, or they are told why not. */
class OddBriefsTest {
    private static Groundplan.Outcome tried(String brief) {
        return new Groundplan().publish(Library.derive(brief), brief, Map.of(), true, _ -> {});
    }

    @Test
    void one_use_case_and_nothing_else() {
        Groundplan.Outcome outcome = tried("name: Bell\nuseCases: [ ring the bell ]\n");
        assertThat(outcome.design().all(Finding.class))
                .anySatisfy(f ->
                        assertThat(f.message())
                                .isEqualTo(
                                        "“ring the bell” has no operation: the brief does not say what it reads or writes."));
        assertThat(outcome.files().text("ARCHITECTURE.md")).contains("## 7. Key considerations");
        assertThat(outcome.broken()).isEmpty();
    }

    @Test
    void reserved_words_other_alphabets_and_long_names_are_designed_and_tried() {
        String longName = "Very" + "Long".repeat(17);
        Groundplan.Outcome outcome =
                tried(
                        """
                        name: Größe & Straße
                        actors: { User: { count: 50 } }
                        entities:
                          User: {}
                          Order: { belongsTo: User, fields: { group: text, straße: text, status: [offen, weg] } }
                          %s: { belongsTo: Order, fields: { total: integer } }
                        useCases:
                          - { name: place an order, actor: User, writes: [Order], rate: 5 per hour }
                          - { name: list orders, actor: User, reads: [Order], by: [group] }
                          - { name: remove an order, actor: User, writes: [Order], does: ["Order.status: offen -> weg"] }
                        rules:
                          - at most 3 Order per User when status = offen
                          - "Order.status: offen -> weg"
                          - User may read own Order
                        """
                                .formatted(longName));
        assertThat(outcome.broken()).as(outcome.broken().toString()).isEmpty();
        assertThat(
                        outcome.design().all(Evidence.class).stream()
                                .filter(e -> e.verdict() == Evidence.Verdict.SURVIVED))
                .hasSize(2);
    }

    @Test
    void words_of_an_enumeration_stay_words() {
        Groundplan.Outcome outcome =
                tried(
                        """
                        name: Odd words
                        entities:
                          Desk: { count: 20 }
                          Order:
                            belongsTo: Desk
                            fields:
                              status: [new, "a$$; drop table desk; --", "it's", 'say "x"', done, 'back\\slash', "$body$"]
                        useCases:
                          - { name: place an order, writes: [Order] }
                          - { name: finish an order, does: ["Order.status: new -> done"] }
                        rules:
                          - "Order.status: new -> done"
                          - at most 3 Order per Desk when status = done
                        """);
        assertThat(outcome.broken()).as(outcome.broken().toString()).isEmpty();
        assertThat(outcome.files().text("db/main/V001__tables_rules_indexes.sql"))
                .contains(
                        "CHECK (status IN ('new', 'a$$; drop table desk; --', 'it''s', 'say \"x\"', 'done', 'back\\slash', '$body$'))");
    }

    @Test
    void what_lapses_unless_paid_leaves_alone_what_is_paid() {
        String brief =
                """
                name: Tickets
                entities:
                  Seat: { count: 300 }
                  Ticket: { belongsTo: Seat, fields: { status: [held, paid%s] } }
                useCases:
                  - { name: hold a seat, does: [insert Ticket] }
                  - { name: pay a ticket, does: ["Ticket.status: held -> paid"] }
                rules:
                  - "Ticket.status: held -> paid%s"
                  - Ticket expires after 15 min unless paid
                """;
        assertThat(sweep(brief.formatted(", void", "; held/paid -> void")))
                .contains("UPDATE ticket\nSET status = 'void'")
                .contains("WHERE ticket.status = 'held'");
        assertThat(sweep(brief.formatted("", "")))
                .contains("DELETE FROM ticket")
                .contains("WHERE ticket.status = 'held'");
    }

    private static String sweep(String brief) {
        return Library.derive(brief).all(Statement.class).stream()
                .filter(s -> s.id().endsWith("-sweep"))
                .map(s -> SqlPrinter.print(s.sql()))
                .collect(Collectors.joining());
    }

    @Test
    void three_hundred_entities_in_a_chain() {
        String entities =
                IntStream.range(0, 300)
                        .mapToObj(i ->
                                "  E"
                                        + i
                                        + "x: { "
                                        + (i > 0 ? "belongsTo: E" + (i - 1) + "x, " : "")
                                        + "fields: { name: text } }")
                        .collect(Collectors.joining("\n"));
        Design design =
                Library.derive(
                        "name: Chain\nentities:\n"
                                + entities
                                + "\nuseCases: [ { name: add it, writes: [E299x], rate: 1/s } ]\n");
        assertThat(design.all(org.groundplan.model.Table.class)).hasSize(300);
    }

    @Test
    void absurd_numbers_change_the_decisions_and_break_nothing() {
        Design design =
                Library.derive(
                        "rate: { average: 2000 per day, peak: 60 % of the week in 4 hours }   #",
                        "rate: 900000/s #");
        assertThat(design.get(Decision.class, "decision:cache").chosen()).isNotEqualTo("none");
    }

    /** Found by mutation: a life cycle that only the clock begins. */
    @Test
    void what_only_a_job_makes_has_rows_and_a_life() {
        Design design =
                Library.derive(
                        """
                        name: Valves
                        entities:
                          House: { count: 220, fields: { name: text } }
                          Command: { belongsTo: House, fields: { status: [ordered, done] } }
                        useCases:
                          - { name: compare and command, schedule: every minute, reads: [House], does: insert Command }
                          - { name: confirm a command, does: "Command.status: ordered -> done", rate: 200 per day }
                        rules:
                          - "Command.status: ordered -> done"
                        """);
        assertThat(design.quantity("quantity:command.rows").value()).isPositive();
        assertThat(design.quantity("quantity:command.open").value()).isPositive();
    }

    @Test
    void a_verb_that_does_not_tell_becomes_a_question() {
        Design design =
                Library.derive(
                        "name: X\nentities: { Thing: { fields: { note: text, state: [new, old] } } }\nuseCases: [ { name: add a thing, writes: [Thing] }, { name: frobnicate a thing, writes: [Thing] } ]\n");
        assertThat(
                        Library.derive(
                                        "name: X\nentities: { Thing: { fields: { note: text } } }\nuseCases: [ { name: frobnicate a thing, writes: [Thing] } ]\n")
                                .all(Question.class)
                                .stream()
                                .map(Question::text))
                .as("nothing else makes one, so this does")
                .noneMatch(q -> q.contains("frobnicate"));
        assertThat(design.all(Question.class).stream().map(Question::text))
                .contains(
                        "What does “frobnicate a thing” do to a thing: make a new one, change one, or move its state?");
    }

    @Test
    void what_the_brief_decided_is_carried_through_and_criticised() {
        Design design =
                Library.derive(
                        "constraints:\n",
                        "design:\n  decisions:\n    deployment target: { choose: managed Kubernetes, because: we like it }\nconstraints:\n");
        assertThat(design.get(Decision.class, "decision:deployment-target").chosen())
                .isEqualTo("managed Kubernetes");
        assertThat(design.all(Finding.class).stream().map(Finding::message))
                .anySatisfy(m ->
                        assertThat(m)
                                .startsWith(
                                        "“managed Kubernetes” for deployment target was decided in the brief, but 132 EUR a month is over the budget."));
    }

    @Test
    void a_filter_that_leads_nowhere_is_an_error_with_advice() {
        Design design = Library.derive("by: [title, author, subject]", "by: [title, colour]");
        assertThat(
                        design.all(Finding.class).stream()
                                .filter(f -> f.severity() == Finding.Severity.ERROR)
                                .map(Finding::message))
                .containsExactly(
                        "“search the catalogue” filters by “colour”, which leads to no column.");
    }

    @Test
    void practices_are_silent_on_the_same_nouns_with_other_numbers() {
        Design design =
                Library.derive(
                        Library.text()
                                .replace(
                                        "600 per day, peak: 60 % of the week in 4 hours",
                                        "20 per day")
                                .replace("count: 45k", "count: 90k")
                                .replace("- at most 10 Loan", "- at most 5 Loan"));
        assertThat(design.all(Finding.class).stream().map(Finding::kind))
                .doesNotContain("load.human-station", "rule.quota-against-stock");
    }

    @Test
    void a_list_and_a_change_of_mine_are_the_callers_own_without_a_rule() {
        Design design = Library.derive("  - Member may read own Loan\n", "");
        assertThat(
                        SqlPrinter.print(
                                design.get(Statement.class, "statement:see-my-loans-1-read").sql()))
                .contains("loan.member_id = :actor_id");
        Design change =
                Library.derive(
                        Library.text()
                                .replace("  - Member may read own Loan\n", "")
                                .replace("extend a loan", "extend my loan"));
        assertThat(change.all(Finding.class).stream().map(Finding::kind))
                .doesNotContain("access.mine-without-rule");
        assertThat(
                        change.all(Statement.class).stream()
                                .filter(s -> s.useCase().equals("use-case:extend-my-loan"))
                                .map(s -> SqlPrinter.print(s.sql())))
                .anyMatch(sql -> sql.startsWith("UPDATE") && sql.contains("member_id = :actor_id"));
        assertThat(Library.design().all(Finding.class).stream().map(Finding::kind))
                .doesNotContain("access.mine-without-rule");
    }

    @Test
    void what_the_library_left_open_is_noticed_with_its_numbers() {
        assertThat(Library.design().all(Finding.class).stream().map(Finding::kind))
                .contains(
                        "data.no-way-in",
                        "flow.silent-move",
                        "load.human-station",
                        "load.small",
                        "notify.repeats",
                        "org.no-on-call",
                        "privacy.report-without-person",
                        "rule.due-without-limit",
                        "rule.quota-against-stock",
                        "rule.repeatable-insert",
                        "state.without-way");
        assertThat(Library.design().all(Finding.class).stream().map(Finding::message))
                .anySatisfy(m ->
                        assertThat(m)
                                .contains(
                                        "8,000 × 10 = 80,000 loans would be allowed, and there are 45,000 items"))
                .anySatisfy(m ->
                        assertThat(m)
                                .contains(
                                        "come to 1,260 in the busiest hour, one every 8.57 seconds at each of 3 branches"));
    }

    @Test
    void verbs_that_are_states_and_guards_about_the_caller() {
        Groundplan.Outcome outcome =
                tried(
                        """
                        name: Helpdesk
                        summary: Companies handle their customers' tickets; agents answer by mail.
                        actors: { Agent: { count: 3000 }, Customer: { count: 200k } }
                        entities:
                          Company: { count: 400, fields: { name: text } }
                          Agent: { belongsTo: Company, fields: { name: text, email: email } }
                          Customer: { belongsTo: Company, fields: { email: email } }
                          Ticket: { belongsTo: [Company, Customer], keep: 5 years, fields: { subject: text, body: text, status: [open, pending, solved, closed], openedAt: instant } }
                          Message: { partOf: Ticket, fields: { text: text, sentAt: instant } }
                          Assignment: { belongsTo: [Ticket, Agent] }
                        useCases:
                          - { name: open a ticket, actor: Customer, writes: [Ticket], by: [], rate: 12k per day }
                          - { name: reply to a ticket, actor: Agent, writes: [Message], rate: 3 per "open a ticket" }
                          - { name: search tickets, actor: Agent, reads: [Ticket, Customer], by: [subject, body], rate: 20 per "open a ticket" }
                          - { name: solve a ticket, actor: Agent, writes: [Ticket] }
                          - { name: list my tickets, actor: Customer, reads: [Ticket], by: [status], sort: openedAt desc }
                          - { name: assign a ticket, actor: Agent, writes: [Assignment] }
                          - { name: delete a message, actor: Agent, writes: [Message] }
                        rules:
                          - "Ticket.status: open -> pending -> solved -> closed; pending -> open; open -> solved; solved -> open"
                          - at most 1 Assignment per Ticket
                          - Customer may read own Ticket
                          - reply to a ticket only when no Assignment of same Ticket by another Agent exists
                        """);
        assertThat(outcome.broken()).as(outcome.broken().toString()).isEmpty();
        assertThat(
                        outcome.design().all(Evidence.class).stream()
                                .filter(e -> e.verdict() == Evidence.Verdict.SURVIVED))
                .hasSize(3);
        assertThat(
                        outcome.design().all(org.groundplan.model.UseCase.class).stream()
                                .map(u -> u.name() + ": " + u.effects().getFirst().describe()))
                .contains(
                        "open a ticket: inserts Ticket",
                        "solve a ticket: moves Ticket.status open/pending → solved",
                        "assign a ticket: inserts Assignment",
                        "reply to a ticket: inserts Message",
                        "delete a message: deletes Message");
    }

    @Test
    void a_purpose_does_not_move_and_a_limit_on_the_answer_is_held_against_its_parts() {
        Design design =
                Library.derive(
                        """
                        name: Bills
                        entities:
                          Movement: { fields: { purpose: [top up, payment, refund], amount: money } }
                          Parcel: { fields: { place: [packed, shipped] } }
                        actors: { Worker: { count: 100 } }
                        useCases:
                          - { name: pay a bill, actor: Worker, writes: [Movement], latency: p95 40 ms, rate: 9 per second }
                          - { name: ship a parcel, actor: Worker, writes: [Parcel], latency: p99 1 s }
                        """);
        assertThat(
                        design.all(org.groundplan.model.UseCase.class).stream()
                                .map(u -> u.name() + ": " + u.effects().getFirst().describe()))
                .containsExactly(
                        "pay a bill: inserts Movement",
                        "ship a parcel: moves Parcel.place packed → shipped");
        assertThat(
                        design.all(Finding.class).stream()
                                .filter(f -> f.kind().equals("latency.parts-exceed"))
                                .map(Finding::message))
                .containsExactly(
                        "“pay a bill” is asked to answer in p95 40 ms; the parts add up to 20 ms edge + 30 ms application + 10 ms database = 60 ms.");
        assertThat(
                        design.all(org.groundplan.model.Objective.class).stream()
                                .map(o ->
                                        o.indicator() + ": " + o.target().replaceAll(" \\(.*", "")))
                .contains(
                        "“pay a bill” answered within 40 ms: 95 % of the answers",
                        "“ship a parcel” answered within 1 s: 99 % of the answers");
    }

    @Test
    void machines_keep_their_own_pace() {
        Design design =
                Library.derive(
                        "name: Green\nactors: { Sensor: { count: 400, kind: device } }\nentities: { Reading: { fields: { value: decimal } } }\nuseCases: [ { name: report a reading, actor: Sensor, writes: [Reading], rate: 400 per minute } ]\n");
        assertThat(design.quantity("quantity:report-a-reading.rate-peak").value())
                .isEqualByComparingTo(design.quantity("quantity:report-a-reading.rate").value());
        assertThat(
                        design
                                .get(Decision.class, "decision:architecture-style")
                                .candidates()
                                .stream()
                                .filter(c -> c.name().equals("one service per module"))
                                .map(Decision.Candidate::ruledOutBy))
                .containsExactly("the only entity is one module, so there is nothing to cut");
    }

    /** Every form of rule, shorthands, entities that are only mentioned; nobody tuned these. */
    @ParameterizedTest
    @CsvSource({"clinic, 13", "greenhouse, 5", "helpdesk, 3", "community-chat, 6", "beds, 8"})
    void other_shapes_hold_when_tried(String name, int survived) throws IOException {
        Groundplan.Outcome outcome =
                tried(Files.readString(Path.of("src/test/resources/briefs/" + name + ".yaml")));
        assertThat(outcome.broken()).as(outcome.broken().toString()).isEmpty();
        assertThat(outcome.errors()).as(outcome.errors().toString()).isEmpty();
        assertThat(
                        outcome.design().all(Evidence.class).stream()
                                .filter(e -> e.verdict() == Evidence.Verdict.SURVIVED))
                .hasSizeGreaterThanOrEqualTo(survived);
    }
}

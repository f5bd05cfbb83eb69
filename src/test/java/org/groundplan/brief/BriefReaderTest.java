package org.groundplan.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.groundplan.Examples;
import org.groundplan.model.Design;
import org.groundplan.model.Rule;
import org.junit.jupiter.api.Test;

/** What is said to people about their briefs: input and answer as text. */
class BriefReaderTest {
    private static String problems(String yaml) {
        return BriefReader.read("b.yaml", yaml).diagnostics().stream()
                .map(Diagnostic::print)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void several_problems_are_reported_together_each_with_its_place() {
        assertThat(
                        problems(
                                """
                                name: Shop
                                entitys: {}
                                entities:
                                  Order: { belongsTo: Custommer, fields: { total: monney } }
                                  Customer: { count: lots }
                                useCases:
                                  - name: place an order
                                    writes: [Order]
                                    rate: { average: 1,200 per day }
                                """))
                .isEqualTo(
                        """
                        b.yaml:2:1: error: unknown key “entitys” in the brief
                            entitys: {}
                            ^
                          expected: “entities”?
                          write:    entities: …
                        b.yaml:4:3: error: there is no entity “Custommer”
                              Order: { belongsTo: Custommer, fields: { total: monney } }
                              ^
                          expected: “Customer”?
                          write:    Customer
                        b.yaml:4:51: error: “monney” as the type of total
                              Order: { belongsTo: Custommer, fields: { total: monney } }
                                                                              ^
                          expected: “money”?
                          write:    total: money   (or a list of words for an enumeration)
                        b.yaml:5:22: error: “lots” as the count of Customer
                              Customer: { count: lots }
                                                 ^
                          expected: a number
                          write:    count: 45k (or 45_000)
                        b.yaml:9:22: error: “1” as a rate
                                rate: { average: 1,200 per day }
                                                 ^
                          expected: a number per second, minute, hour, day, week or month; per another use case; per actor and interval; or so many in a time
                          write:    9000 per day   ·   200/s   ·   30 per "book a slot"   ·   1 per Bus every 2 s   ·   90k in 10 s
                        b.yaml:9:24: error: “200 per day” as a key: YAML splits a flow mapping at every comma
                                rate: { average: 1,200 per day }
                                                   ^
                          expected: a number without a comma inside { }
                          write:    1200 per day or 1_200 per day or 1.2k per day\
                        """);
    }

    @Test
    void a_rule_about_an_unknown_state_names_the_states() {
        assertThat(
                        problems(
                                """
                                name: Shop
                                entities:
                                  Order: { fields: { status: [placed, paid] } }
                                useCases: [ { name: place an order, writes: [Order] } ]
                                rules:
                                  - "Order.status: placed -> paied"
                                """))
                .isEqualTo(
                        """
                        b.yaml:6:5: error: “paied” is no status of Order
                              - "Order.status: placed -> paied"
                                ^
                          expected: one of placed, paid
                          write:    paid\
                        """);
    }

    @Test
    void a_sentence_that_is_no_rule_is_kept_and_said() {
        assertThat(
                        problems(
                                "name: X\nuseCases: [ { name: ring, writes: [Alarm] } ]\nrules: [ an alarm must never be lost ]\n"))
                .startsWith(
                        "b.yaml:3:10: warning: this rule is kept and asked about, but not enforced: “an alarm must never be lost”");
    }

    @Test
    void hostile_input_is_refused_with_a_sentence() {
        assertThat(problems("")).contains("the brief is empty");
        assertThat(problems("- just\n- a list\n"))
                .contains("this is not a YAML brief but plain text or a list");
        assertThat(problems("a: [b")).contains("this is not YAML");
        assertThat(problems("a: ".concat("[".repeat(60)).concat("]".repeat(60))))
                .contains("nested more than 30 levels deep");
        assertThat(problems("name: x\nentities: { \"../../etc\": {} }\nuseCases: [ {name: a} ]\n"))
                .contains("“../../etc” as the name of an entity");
        assertThat(problems("x".repeat(2_100_000))).contains("larger than 2 MB");
        assertThat(
                        problems(
                                "name: a\nqualities: { availability: 130 % }\nuseCases: [ {name: a} ]\n"))
                .contains("a percentage below 100 %");
        assertThat(problems("name: a\nname: b\nuseCases: [ {name: a} ]\n"))
                .contains("“name” stands here twice");
    }

    @Test
    void each_rule_is_given_back_with_one_thing_it_forbids() {
        String brief =
                """
                name: Library
                entities:
                  Item: { fields: { barcode: text } }
                  Member: {}
                  Loan: { belongsTo: [Item, Member], fields: { status: [out, returned] } }
                  Wait: { belongsTo: [Item, Member], fields: { status: [open, done] } }
                useCases:
                  - { name: extend a loan, actor: Member, writes: [Loan] }
                rules:
                  - unique Item.barcode
                  - no more than ten Loan per Member while status is out
                  - "Loan.status: out -> returned"
                  - extend loan unless a Wait of the same Item by another Member is open
                  - Member may see only own Loan
                """;
        String given =
                BriefReader.read("b.yaml", brief).brief().all(Rule.class).stream()
                        .map(r -> r.text() + "\n  " + r.paraphrase() + "\n  " + r.counterexample())
                        .collect(Collectors.joining("\n"));
        assertThat(given)
                .isEqualTo(
                        """
                        extend loan unless a Wait of the same Item by another Member is open
                          “extend a loan” is refused as soon as a wait of the same item by another member is open, also when that one is committed a moment before.
                          “extend a loan” succeeds while one is open.
                        Loan.status: out -> returned
                          A loan moves only out → returned; each move happens once.
                          Two people take the same loan from out to returned, and both succeed.
                        Member may see only own Loan
                          A member sees the loans that name this member, and no others.
                          A member reads a loan of somebody else by its id, in a list, or by changing it.
                        no more than ten Loan per Member while status is out
                          A member never has more than 10 loans that are out, whoever writes and however many at once.
                          One member with 11 loans that are out, the last two added at once.
                        unique Item.barcode
                          No two items have the same barcode.
                          A second item with the barcode of another one.\
                        """);
    }

    @Test
    void an_answer_about_retention_states_how_long() {
        Reading reading =
                BriefReader.read(
                        "b.yaml",
                        """
                        name: Shop
                        entities: { Order: {} }
                        useCases: [ place an order ]
                        answers: { retention-of-orders: 10 years }
                        """);
        assertThat(reading.usable()).isTrue();
        assertThat(reading.brief().quantity("quantity:order.keep").label()).isEqualTo("10 years");
    }

    @Test
    void rates_are_read_as_people_write_them() {
        String brief =
                """
                name: Rates
                actors: { Bus: { count: 4200, kind: device } }
                useCases:
                  - { name: a, rate: 9000 per day }
                  - { name: b, rate: 30 per "a" }
                  - { name: c, rate: 1 per Bus every 2 s }
                  - { name: d, rate: 90k in 10 s }
                  - { name: e, rate: { average: twelve thousand per day, peak: 45 % between 18:30 and 20:30 } }
                  - { name: f, rate: { average: "1,200 per hour", peak: 450/s } }
                  - { name: g, rate: 10 % per "a" }
                """;
        Design design = Examples.derive(brief);
        assertThat(
                        design.all(org.groundplan.model.Quantity.class).stream()
                                .filter(q -> q.kind().equals("rate") && !q.window().equals("10x"))
                                .filter(q -> !q.subject().equals("system"))
                                .map(q ->
                                        q.id().substring(9)
                                                + " = "
                                                + org.groundplan.model.Numbers.print(
                                                        q.value(), q.unit())))
                .containsExactlyInAnyOrder(
                        "a.rate = 0.104/s",
                        "a.rate-peak = 0.75/s",
                        "b.rate = 3.13/s",
                        "b.rate-peak = 22.5/s",
                        "c.rate = 2,100/s",
                        "c.rate-peak = 2,100/s",
                        "d.rate = 1,250/s",
                        "d.rate-peak = 9,000/s",
                        "e.rate = 0.139/s",
                        "e.rate-peak = 0.75/s",
                        "f.rate = 0.333/s",
                        "f.rate-peak = 450/s",
                        "g.rate = 0.0104/s",
                        "g.rate-peak = 0.075/s");
    }
}

package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groundplan.Library;
import org.groundplan.model.Assumption;
import org.groundplan.model.Design;
import org.groundplan.model.Objective;
import org.groundplan.model.Quantity;
import org.groundplan.model.Slice;
import org.groundplan.model.Threat;
import org.groundplan.publish.Publisher;
import org.junit.jupiter.api.Test;

/** The order of slices, how long rows stay open, and alerts that can speak. */
class DeliveryTest {
    private static final String KITCHEN =
            """
            name: Kitchen
            actors: { Guest: { count: 900 }, Cook: { count: 12 } }
            entities:
              Table: { count: 40 }
              Dish: { count: 60, fields: { name: text, price: money } }
              Order: { belongsTo: [Guest, Cook?], keep: 2 years, fields: { status: [asked, cooked, gone] } }
              Line: { belongsTo: [Order, Dish] }
              Hint: { fields: { most: integer } }
            useCases:
              - { name: see the dishes, actor: Guest, kind: list, reads: [Dish], rate: 3 per "ask for an order" }
              - { name: ask for an order, actor: Guest, reads: [Hint], does: [insert Order, insert many Line], rate: 500 per day }
              - { name: see my orders, actor: Cook, kind: list, reads: [Order], rate: 900 per day }
              - { name: assign an order, actor: Guest, does: update Order.Cook, rate: 1 per "ask for an order" }
              - { name: cook an order, actor: Cook, does: "Order.status: asked -> cooked", rate: 450 per day }
              - { name: set a hint, actor: Cook, does: update Hint.most, rate: 1 per month }
            rules:
              - "Order.status: asked -> cooked; asked -> gone"
              - Order lapses after 20 min unless cooked
            """;

    private static List<String> slices(Design design) {
        return design.all(Slice.class).stream().map(Slice::name).toList();
    }

    @Test
    void what_one_chooses_from_and_what_decides_come_first_and_deletions_last() {
        List<String> slices = slices(Library.derive(KITCHEN));
        assertThat(slices.getFirst()).isEqualTo("see the dishes");
        assertThat(slices).last().isEqualTo("delete orders after 2 years");
        assertThat(index(slices, "set a hint")).isLessThan(index(slices, "ask for an order"));
        assertThat(index(slices, "assign an order")).isLessThan(index(slices, "see my orders"));
    }

    private static int index(List<String> slices, String part) {
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " is in none of " + slices);
    }

    @Test
    void a_row_stays_open_as_long_as_its_clock_lets_it() {
        Quantity open = Library.derive(KITCHEN).quantity("quantity:order.open-time");
        assertThat(open.label() + ": " + open.origin().sentence())
                .isEqualTo("20 min: An order lapses after that at the latest.");
        assertThat(
                        Library.derive(
                                        KITCHEN.replace(
                                                "- Order lapses after 20 min unless cooked", ""))
                                .quantity("quantity:order.open-time")
                                .label())
                .isEqualTo("14 days");
        assertThat(
                        Library.derive(
                                        KITCHEN.replace(
                                                        "- Order lapses after 20 min unless cooked",
                                                        "")
                                                .replace("450 per day", "20 per day"))
                                .findQuantity("quantity:order.open-time"))
                .as("one in 25 is ever moved on: they rest")
                .isEmpty();
    }

    @Test
    void for_ever_is_no_period_and_sizes_say_for_how_long() {
        Design design = Library.derive(KITCHEN.replace("keep: 2 years", "keep: for ever"));
        assertThat(slices(design)).noneMatch(s -> s.startsWith("delete orders"));
        assertThat(design.all(Assumption.class).stream().map(Assumption::text))
                .contains("Years of orders in the sizes");
    }

    @Test
    void what_comes_too_seldom_for_a_rate_is_told_each_time() {
        Design design =
                Library.derive(
                        KITCHEN.replace("500 per day", "3 per week")
                                .replace("900 per day", "2 per day"));
        assertThat(design.all(Objective.class).stream().map(Objective::indicator))
                .contains("“ask for an order” answered without a server error");
        assertThat(
                        design.all(Objective.class).stream()
                                .filter(o -> o.indicator().startsWith("“ask for an order”"))
                                .flatMap(o -> o.alerts().stream())
                                .map(Objective.Alert::name))
                .containsExactly("AskForAnOrderFailed");
    }

    @Test
    void a_guest_of_whom_something_is_kept_has_an_account_and_one_who_passes_by_has_none() {
        assertThat(
                        passwords(
                                KITCHEN.replace(
                                                "name: see the dishes, actor: Guest",
                                                "name: see the dishes, actor: Visitor")
                                        .replace("actors: {", "actors: { Visitor: 100,")))
                .startsWith("passwords of cooks and guests are guessed");
    }

    private static String passwords(String brief) {
        return Library.derive(brief).get(Threat.class, "threat:sign-in").title();
    }

    @Test
    void what_counts_by_two_can_be_found_by_the_second() {
        String ddl =
                Publisher.artefacts(
                                Library.derive(
                                        KITCHEN.replace(
                                                "rules:",
                                                "rules:\n  - at most 3 Line per Order per Dish")))
                        .text("db/main/V001__tables_rules_indexes.sql");
        assertThat(ddl)
                .contains(
                        "CREATE INDEX line_tally_per_order_dish_dish_id_idx ON line_tally_per_order_dish (dish_id);");
    }

    @Test
    void a_sentence_bounds_what_waits_and_a_number_that_no_clock_counts_to_does_not() {
        assertThat(waits("60 seconds")).contains("younger than 30 s");
        assertThat(waits("99999999999999999999 seconds")).contains("younger than 5 min");
    }

    private static String waits(String time) {
        return Library.derive(
                        KITCHEN.replace(
                                                "does: update Order.Cook",
                                                "does: [update Order.Cook, call Bell]")
                                        .replace(
                                                "rules:",
                                                "rules:\n  - text: the bell rings for an order within "
                                                        + time)
                                + "integrations: { Bell: { direction: out } }\n")
                .all(Objective.class)
                .stream()
                .map(Objective::indicator)
                .filter(i -> i.contains("tell Bell of assign an order"))
                .findFirst()
                .orElse("");
    }
}

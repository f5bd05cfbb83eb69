package org.groundplan.brief.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.Examples;
import org.groundplan.Merging;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences in, facts and lines of a brief out. */
class ProseTest {
    private static ProseReading read(String text) {
        return ProseReader.read("page.md", text);
    }

    private static List<String> facts(String text, Fact.Kind kind) {
        return read(text).facts().stream()
                .filter(f -> f.kind() == kind)
                .map(f -> (f.name() + " = " + f.says()).strip())
                .toList();
    }

    private static List<String> names(String text, Fact.Kind kind) {
        return read(text).facts().stream()
                .filter(f -> f.kind() == kind)
                .map(Fact::name)
                .distinct()
                .toList();
    }

    private static List<String> listed(@Nullable String one) {
        return one == null ? List.of() : List.of(one);
    }

    /** A number with its role, unit and subject, as it stands in words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "There are 60k riders. | rider = count 60,000",
                "We have 60 000 pupils in all. | pupil = count 60,000",
                "1.2 million seats are sold a year. | seat = count 1,200,000",
                "The school has about a thousand pupils. | pupil = count 1,000",
                "Each guide leads twenty-five tours per week. | tour = rate 25 per week",
                "Guides lead 40 tours a day. | tour = rate 40 per day",
                "38k hires on a Friday. | hire = rate 38,000 per day",
                "A page answers in 250 ms at p95. | page = latency 250 millisecond",
                "The map may lag 10 seconds. | map = freshness 10 second",
                "Photos are kept for seven years. | photo = retention 7 year",
                "Invoices are deleted after 18 months. | invoice = retention 18 month",
                "It must be back within 15 minutes. | system = recovery 15 minute",
                "No data may be lost. | system = recovery 0 second",
                "It should cost less than 100 euros a month. | system = budget 100 EUR per month",
                "Uploads may have up to 25 MB. | upload = size 25 MB",
                "Their interface allows 50 requests per second. | request = limit 50 per second",
                "Their service fails for up to two hours. | service = outage 2 hour",
                "Three teams of five build it. | team = team 3",
                "Availability is 99.95 %. | availability = availability 99.95 %",
                "Guests book at most six tables per evening. | table = limit 6 per evening",
                "A third of the orders come at noon. | order = ratio 33.33 % per order",
                "Every pump reports every 30 seconds. | pump = interval 30 second",
                "We hope for ten times as many guests. | = growth 10 x",
                "A normal day brings 150 bookings. | booking = rate 150 per day",
                "On Sundays we have 600 guests. | guest = rate 600 per day",
                "Alarms run at 900 a day, but a storm brings 7,000 a day. | alarm = peak 7,000 per day",
                "There are 40 rides a day; on holidays it is twice that. | ride = peak 2 x",
                "We open three branches a year. | branch = growth 3 per year",
                "The whole thing may stand still for no more than 4 hours a month. | system = availability 4 hour",
                "The tablet has to manage alone for up to three hours. | tablet = outage 3 hour",
                "The law wants the delivery notes for ten years. | delivery note = retention 10 year",
                "Copies must be gone after 14 days. | copy = retention 14 day",
                "After a crash it must sell again in 20 minutes. | system = recovery 20 minute",
                "The door opens in one and a half seconds. | door = latency 1.5 second",
                "No grower may deliver more than 9,000 crates per hectare. | crate = limit 9,000 per hectare",
                "An order consists of three loads on average. | load = ratio 3",
                "Apps are cut off above 20 requests per second. | request = limit 20 per second",
                "We can spend 2,500 zloty a month. | system = budget 2,500 PLN per month",
            })
    void numbers_are_read_with_what_they_are_of(String text, String expected) {
        assertThat(facts(text, Fact.Kind.NUMBER)).contains(expected);
    }

    /** Dates, names and “the only one” count nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The northern route goes live on 1 May.",
                "A rider is the only one who sees it.",
                "No rider may carry more than his weekly need.",
                "ISO 27001 certification is required."
            })
    void what_counts_nothing_is_no_number(String text) {
        assertThat(facts(text, Fact.Kind.NUMBER)).isEmpty();
    }

    /** Who acts, however the sentence says so; and who does not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hauliers book lorry space. | haulier",
                "Couriers scan boxes at pickup. | courier",
                "Operators acknowledge alarms. | operator",
                "An order is rejected unless a dispatcher approves it. | dispatcher",
                "The service must let clients upload documents. | client",
                "Price lists are open to the accountant. | accountant",
                "My seven caretakers check the tools and mark the broken ones. | caretaker",
                "Each tank has a sensor that reports every minute. | sensor",
                "As an accountant, I want to list the payments of a month. | accountant",
                "My lawyer says that bookings are kept for ten years. |",
            })
    void who_acts_is_an_actor(String text, @Nullable String expected) {
        assertThat(names(text, Fact.Kind.ACTOR)).isEqualTo(listed(expected));
    }

    /** Systems that no list knows, by their capital or by whose they are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invoices are handed to Blivvo as a file. | Blivvo",
                "Every car is checked with the Stolen Car Register. | Stolen Car Register",
                "The head count is sent to the coast guard's system. | coast guard's system",
                "Letters go to the accounting program of our adviser. | accounting program",
                "Bids come from French dealers. |",
                "We send trucks to Ghent. |",
            })
    void other_systems_are_known_by_the_words_around(String text, @Nullable String expected) {
        assertThat(names(text, Fact.Kind.INTEGRATION)).isEqualTo(listed(expected));
    }

    /** What leaves a record does so when it is said once; what is no rule is none. */
    @Test
    void a_booking_is_left_behind_by_who_books() {
        assertThat(read("Guests book a table. Guests rent bikes.").yaml())
                .contains("Booking: { belongsTo: [Table, Guest] }")
                .contains("Rental: { belongsTo: [Bike, Guest] }")
                .contains("does: insert Booking");
        assertThat(
                        read("Residents pay by card through Stripe. Residents see their invoices.")
                                .yaml())
                .contains("Payment: { belongsTo: Resident }")
                .contains("does: [insert Payment, call Stripe]");
    }

    /** What belongs to what, by the grammar of the sentence that says so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "As a trainer, I want to schedule drills for a crew. As a trainer, I want to see drills. As a trainer, I want to see crews. | Drill: { belongsTo: [Trainer, Crew]",
                "As a cook, I want to see which guest submitted which menu. Guests edit a menu. Guests pay. | Menu: { belongsTo: Guest",
                "As a guide, I want to look through the pictures from a tour. As a guide, I want to add pictures. As a guide, I want to see tours. | Picture: { belongsTo: [Guide, Tour]",
            })
    void what_is_said_together_belongs_together(String text, String expected) {
        assertThat(read(text).yaml()).contains(expected);
    }

    /** What somebody does not do is no use case; what nobody knew is no rule. */
    @Test
    void refusals_are_no_deeds_and_regrets_no_rules() {
        ProseReading reading =
                read(
                        """
                        Guests look for a pitch, book it and cancel if they have to. Some stood empty because nobody saw them.
                        Cleaners don't see guest names. Waiters don't get to see bookings. Cooks won't edit bookings. Cleaners list pitches.
                        A normal day means 15 searches per second. On the first morning we see 900 searches per second.
                        We plan to add two pitches per year. After a crash we are back in 30 minutes and have lost no more than 5 minutes of bookings.
                        """);
        assertThat(reading.yaml())
                .contains("- name: look for a pitch", "- name: book a pitch")
                .contains("rate: { average: 15 per second, peak: 900 per second }")
                .contains("rto: 30 min", "rpo: 5 min")
                .contains("two pitches per year – growth of pitch")
                .doesNotContain("name: see", "name: edit", "rules:");
    }

    /** A rate of a month, its peak in the next clause, what a standstill leaves of a year. */
    @Test
    void an_ordinary_month_and_the_worst_one() {
        assertThat(
                        read("""
                        We have 900 riders. In an ordinary month we write 90 contracts, but September brings five times that.
                        Looking up a contract should take less than a second.
                        The service may be down for no more than 4 hours a month.
                        """)
                                .yaml())
                .contains("rate: { average: 90 per month, peak: 450 per month }")
                .contains("- name: look up a contract")
                .contains("latency: p95 1 s")
                .contains("availability: 99.44 %");
    }

    @Test
    void what_the_system_is_to_do_is_no_rule() {
        assertThat(
                        facts(
                                """
                                1. The service must accept scans and photographs.
                                2. The service must never show a photograph to strangers.
                                3. The servers have to be in the European Union.
                                """,
                                Fact.Kind.RULE))
                .containsExactly("= The service must never show a photograph to strangers");
    }

    /** What was understood and left out again is to confirm; what has no place is listed. */
    @Test
    void nothing_that_was_understood_disappears() {
        ProseReading reading =
                read(
                        """
                        Each tank has a sensor. The sensor in each tank sends level and temperature every five minutes.
                        A broker thinks aloud. We sell 200 tickets per quarter and 4,000 tickets a season. Guests dream about it.
                        It goes live before the summer.
                        """);
        assertThat(reading.yaml())
                .contains(
                        "which does not fit the rest (a rate per “Sensor”, of which nobody says how many there are) and was left out")
                .contains("rate: 800 per year   # “200 tickets per quarter”")
                .contains("line 2: 4,000 tickets a season – rate of ticket")
                .contains("goes live before the summer – a date: nothing is derived from it");
    }

    @Test
    void a_budget_beside_another_rate_is_the_budget() {
        assertThat(
                        read("Guests rate a movie. The gateway allows 100 requests per second; it may cost 300 euros a month.")
                                .yaml())
                .contains("budget: less than 300 EUR per month");
    }

    @Test
    void part_of_the_load_in_some_hours_becomes_a_peak() {
        assertThat(
                        read("""
                        Guests book tables. 4,000 bookings a day, half of them between 6 and 8 in the evening.
                        A booking lapses after ten minutes unless it is paid.
                        """)
                                .yaml())
                .contains("rate: { average: 4000 per day, peak: \"50 % between 18:00 and 20:00\" }")
                .contains("- Booking expires after 10 minutes unless paid");
    }

    @Test
    void a_story_becomes_an_actor_a_use_case_and_what_it_works_on() {
        assertThat(
                        read("As a keeper, I want to search the animals by name or species. As a keeper, I want to see my shifts.")
                                .yaml())
                .contains("  Keeper:")
                .contains("- name: search animals")
                .contains("reads: [Animal]")
                .contains("by: [name, species]")
                .contains("- Keeper may read own Shift");
    }

    @Test
    void rules_become_rules_where_the_things_are_known_and_stay_sentences_elsewhere() {
        ProseReading reading =
                read(
                        """
                        Visitors rent boats. A boat can only be on loan to one visitor at a time, and a visitor may have at most two boats.
                        An invoice is sent, paid or cancelled. Nobody may change an invoice afterwards.
                        Visitors must never see the harbour's cameras.
                        """);
        assertThat(reading.yaml())
                .contains("- Invoice is append only")
                .contains("status: [sent, paid, cancelled]")
                .contains("- text: Visitors must never see the harbour's cameras");
        assertThat(reading.confirm())
                .anySatisfy(p ->
                        assertThat(p.text())
                                .isEqualTo("Visitors must never see the harbour's cameras"));
    }

    @Test
    void every_sentence_is_a_fact_or_is_listed() {
        ProseReading reading =
                read(
                        "Divers hire suits. Blue is a fine colour. The seventh of 12 doors is never locked.");
        assertThat(reading.unread().stream().map(ProseReading.Pending::text))
                .contains("Blue is a fine colour.");
        String all =
                reading.facts().stream().map(Fact::text).collect(Collectors.joining())
                        + reading.unread().stream()
                                .map(ProseReading.Pending::text)
                                .collect(Collectors.joining());
        assertThat(all).contains("Divers hire suits.").contains("never locked");
    }

    @Test
    void the_example_is_read_with_the_sentence_and_the_place_of_each_fact() {
        ProseReading reading = Examples.prose();
        assertThat(reading.usable()).isTrue();
        for (Fact f : reading.facts()) {
            assertThat(f.text()).contains(f.quote());
            assertThat(f.at().line()).isPositive();
            assertThat(f.sure()).isBetween(1, 100);
        }
        assertThat(reading.sources()).isNotEmpty();
        List<String> lines = reading.yaml().lines().toList();
        reading.sources().forEach((line, at) -> assertThat(lines.get(line - 1)).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "German | Unsere Gärtnerei verkauft Pflanzen an Kunden. Niemand darf mehr als zehn Pflanzen auf einmal bestellen, und jede Bestellung wird am nächsten Tag geliefert.",
                "French | Notre club prête des bateaux à ses membres. Un membre ne peut jamais réserver deux bateaux à la fois, et chaque réservation expire après dix minutes.",
                "Spanish | Nuestra escuela tiene tres edificios y mil alumnos. Los profesores ponen las notas y los padres solo pueden ver las de sus hijos.",
                "Italian | La nostra scuola ha tre sedi e mille studenti. Gli insegnanti scrivono i voti e i genitori possono vedere solo quelli dei propri figli.",
                "Polish | Nasza szkoła ma trzy budynki i tysiąc uczniów. Nauczyciele wystawiają oceny, a rodzice mogą zobaczyć tylko oceny swoich dzieci.",
                "Russian | Наша школа имеет три здания и тысячу учеников. Учителя ставят оценки, а родители могут видеть только оценки своих детей.",
            })
    void other_languages_are_refused_by_name(String language, String text) {
        assertThat(read(text).refused()).contains("it looks like " + language);
    }

    @Test
    void what_somebody_changed_stays_when_the_prose_is_read_again() {
        String before =
                read("Cooks write recipes. We have 300 cooks. Recipes are kept for two years.")
                        .yaml();
        String mine =
                before.replace("count: 300", "count: 450").replace("name: Page", "name: Kitchen");
        String after =
                read("Cooks write recipes. We have 320 cooks. Recipes are kept for two years. Waiters read recipes.")
                        .yaml();
        assertThat(Merging.merge(before, mine, after))
                .contains("name: Kitchen")
                .contains("count: 450")
                .doesNotContain("count: 320")
                .contains("Waiter");
    }
}

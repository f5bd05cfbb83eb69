package org.groundplan.brief.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.Examples;
import org.groundplan.Merging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences in, facts and lines of a brief out. */
class ProseTest {
    private static ProseReading read(String text) {
        return ProseReader.read("page.md", text);
    }

    private static List<String> facts(String text, Fact.Kind kind) {
        return read(text).facts().stream()
                .filter(f -> f.kind() == kind)
                .map(f -> f.name() + " = " + f.says())
                .toList();
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
                "It must be back within 15 minutes. | it = recovery 15 minute",
                "No data may be lost. | data = recovery 0 second",
                "It should cost less than 100 euros a month. | system = budget 100 EUR per month",
                "Uploads may have up to 25 MB. | upload = size 25 MB",
                "Their interface allows 50 requests per second. | request = limit 50 per second",
                "Their service fails for up to two hours. | service = outage 2 hour",
                "Three teams of five build it. | team = team 3",
                "Availability is 99.95 %. | availability = availability 99.95 %",
                "Guests book at most six tables per evening. | table = limit 6 per evening",
                "A third of the orders come at noon. | order = ratio 33.33 % per orders",
                "Every pump reports every 30 seconds. | pump = interval 30 second",
                "We hope for ten times as many guests. | guest = growth 10 x",
            })
    void numbers_are_read_with_what_they_are_of(String text, String expected) {
        String subject = expected.substring(0, expected.indexOf(" = "));
        String says = expected.substring(expected.indexOf(" = ") + 3);
        assertThat(facts(text, Fact.Kind.NUMBER))
                .as(text)
                .anySatisfy(f -> assertThat(f).endsWith(" = " + says));
        assertThat(subject).isNotBlank();
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

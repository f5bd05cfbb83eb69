package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groundplan.Examples;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Practices;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Noticed;
import org.groundplan.model.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each practice fires with the right numbers on two unlike briefs and is silent on one with the
 * same nouns and other numbers. What fires on a brief stands beside it as text ({@code NAME.txt},
 * refreshed with {@code -Dgolden=update}); what has to fire, what must not, and what changes when a
 * line of the brief changes is written by hand ({@code NAME.cases}).
 */
class PracticesTest {
    private static final Path POOL = Path.of("src/test/resources/practices");
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    static List<Path> briefs() throws IOException {
        try (Stream<Path> files = Files.list(POOL)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static Path beside(Path brief, String end) {
        return Path.of(brief.toString().replaceFirst("\\.yaml$", end));
    }

    /** Ids of the practices that said something. */
    private static Set<String> fired(Design design) {
        Set<String> result = new TreeSet<>();
        for (Element e : design.elements().values()) {
            String step = e.origin().step();
            if ((e instanceof Finding || e instanceof Conflict || e instanceof Question)
                    && step.startsWith("practice ")) {
                result.add(step.substring("practice ".length()));
            }
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("briefs")
    void what_is_noticed_stands_beside_the_brief(Path brief) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Noticed n : Noticed.of(Examples.derive(Files.readString(brief)))) {
            out.append(n.kind()).append("\n  ").append(n.said()).append("\n");
        }
        Path golden = beside(brief, ".txt");
        if (UPDATE) {
            Files.writeString(golden, out.toString());
        }
        assertThat(out.toString()).isEqualTo(Files.readString(golden));
    }

    /**
     * {@code expect ID | a part of what it says}, {@code never ID}, {@code never decided QUESTION =
     * WORDS}, and {@code change FROM => TO | gone ID ID | comes ID}.
     */
    @ParameterizedTest
    @MethodSource("briefs")
    void what_has_to_fire_fires_and_what_must_not_does_not(Path brief) throws IOException {
        String text = Files.readString(brief);
        Design design = Examples.derive(text);
        Set<String> fired = fired(design);
        for (String line : Files.readAllLines(beside(brief, ".cases"))) {
            String[] parts = line.split(" \\| ");
            if (line.startsWith("expect ")) {
                String id = parts[0].substring("expect ".length()).strip();
                assertThat(fired).as(line).contains(id);
                for (int i = 1; i < parts.length; i++) {
                    String part = parts[i];
                    assertThat(
                                    Noticed.of(design).stream()
                                            .filter(n -> n.kind().equals(id))
                                            .map(n -> n.said() + " " + n.advice()))
                            .as(line)
                            .anyMatch(s -> s.contains(part));
                }
            } else if (line.startsWith("never decided ")) {
                String[] decided = line.substring("never decided ".length()).split(" = ");
                assertThat(
                                design.find(Decision.class, "decision:" + decided[0])
                                        .map(Decision::chosen)
                                        .orElse(""))
                        .as(line)
                        .doesNotMatch("(?i).*(" + decided[1] + ").*");
            } else if (line.startsWith("never ")) {
                assertThat(fired).as(line).doesNotContain(line.substring("never ".length()));
            } else if (line.startsWith("change ")) {
                changed(text, parts, line);
            } else {
                assertThat(line).as("a line of " + brief).isBlank();
            }
        }
    }

    private static void changed(String text, String[] parts, String line) {
        String[] edit =
                parts[0].substring("change ".length()).replace("\\n", "\n").split(" => ", -1);
        assertThat(text).as(line).contains(edit[0]);
        Set<String> before = fired(Examples.derive(text));
        Set<String> after = fired(Examples.derive(text.replace(edit[0], edit[1])));
        for (int i = 1; i < parts.length; i++) {
            String[] words = parts[i].strip().split(" ");
            for (int w = 1; w < words.length; w++) {
                boolean gone = words[0].equals("gone");
                assertThat(gone ? before : after).as(line).contains(words[w]);
                assertThat(gone ? after : before).as(line).doesNotContain(words[w]);
            }
        }
    }

    @Test
    void each_fires_on_two_unlike_briefs_and_is_silent_on_one_with_other_numbers()
            throws IOException {
        Map<String, Set<String>> where = new TreeMap<>();
        Set<String> silent = new HashSet<>();
        List<Path> all = new ArrayList<>(briefs());
        Examples.ALL.forEach(e -> all.add(Examples.brief(e)));
        for (Path brief : all) {
            fired(Examples.derive(Files.readString(brief)))
                    .forEach(id ->
                            where.computeIfAbsent(id, _ -> new TreeSet<>()).add(brief.toString()));
            Path cases = beside(brief, ".cases");
            if (Files.exists(cases)) {
                for (String line : Files.readAllLines(cases)) {
                    for (String part : line.split(" \\| ")) {
                        if (part.startsWith("gone ") || part.startsWith("comes ")) {
                            silent.addAll(List.of(part.strip().split(" ")));
                        }
                    }
                }
            }
        }
        List<String> once =
                PracticeCatalogue.ids().stream()
                        .filter(id -> where.getOrDefault(id, Set.of()).size() < 2)
                        .toList();
        assertThat(once).as("practices that fire on fewer than two briefs").isEmpty();
        List<String> never =
                PracticeCatalogue.ids().stream().filter(id -> !silent.contains(id)).toList();
        assertThat(never).as("practices without a case where they fall silent").isEmpty();
    }

    @Test
    void their_order_never_changes_the_result() throws IOException {
        Design design = Examples.derive(Files.readString(POOL.resolve("taxi.yaml")));
        List<Practice> shuffled = new ArrayList<>(PracticeCatalogue.ALL);
        Design once = Practices.apply(design, PracticeCatalogue.ALL);
        for (int seed = 1; seed <= 5; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Practices.apply(design, shuffled).elements()).isEqualTo(once.elements());
        }
    }

    /** The lists are kept by hand: a class that nobody listed would be silent for ever. */
    @Test
    void every_practice_is_listed_in_its_family_sorted() {
        Set<String> listed = new TreeSet<>();
        PracticeCatalogue.ALL.forEach(p -> listed.add(p.getClass().getName()));
        Set<String> written = new TreeSet<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.groundplan.architect.practice")
                        .stream()
                        .filter(c -> c.isAssignableTo(Practice.class) && !c.isInterface())
                        .forEach(c -> written.add(c.getName()));
        assertThat(listed).isEqualTo(written);
        Map<String, List<String>> families = new TreeMap<>();
        PracticeCatalogue.ALL.forEach(p ->
                families.computeIfAbsent(p.getClass().getPackageName(), _ -> new ArrayList<>())
                        .add(p.id()));
        assertThat(families.values()).allSatisfy(ids -> assertThat(ids).isSorted());
    }

    @Test
    void cards_are_complete_and_say_where_numbers_come_from() {
        List<Card> cards = PracticeCatalogue.ALL.stream().map(Practice::card).toList();
        assertThat(cards.stream().map(Card::id)).doesNotHaveDuplicates();
        for (Card card : cards) {
            assertThat(card.id()).matches("[a-z]+\\.[a-z0-9-]+");
            assertThat(card.title()).as(card.id()).endsWith(".").hasSizeLessThan(120);
            assertThat(card.source())
                    .as(card.id())
                    .matches(".*(\\b(19|20)\\d\\d\\b|our |arithmetic|prices).*");
        }
    }
}

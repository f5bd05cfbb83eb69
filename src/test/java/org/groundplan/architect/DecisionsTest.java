package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.Examples;
import org.groundplan.Library;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer is right for somebody, and no reason is said of everybody. */
class DecisionsTest {
    private static final Path WINNERS = Path.of("src/test/resources/winners");

    private static final java.util.regex.Pattern DECIDES =
            java.util.regex.Pattern.compile("(?m)^# decides: (.+?) = (.+)$");

    static List<Path> winners() throws IOException {
        try (var files = Files.list(WINNERS)) {
            return files.sorted().toList();
        }
    }

    private static Decision decision(Design design, String question) {
        return design.get(Decision.class, "decision:" + Names.slug(question));
    }

    @ParameterizedTest
    @MethodSource("winners")
    void a_brief_says_what_it_decides(Path file) throws IOException {
        String brief = Files.readString(file);
        Design design = Library.derive(brief);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        DECIDES.matcher(brief)
                .results()
                .forEach(m -> {
                    expected.put(m.group(1), m.group(2));
                    found.put(m.group(1), decision(design, m.group(1)).chosen());
                });
        assertThat(expected).isNotEmpty();
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void every_candidate_wins_for_somebody() throws IOException {
        Set<String> candidates = new TreeSet<>();
        Set<String> winners = new TreeSet<>();
        for (Path file : winners()) {
            for (Decision d : Library.derive(Files.readString(file)).all(Decision.class)) {
                d.candidates().forEach(c -> candidates.add(answer(d, c.name())));
                winners.add(answer(d, d.chosen()));
            }
        }
        candidates.removeAll(winners);
        assertThat(candidates).isEmpty();
    }

    /** Without the noun by which a store is split. */
    private static String answer(Decision d, String name) {
        return d.question() + " = " + name.replaceFirst(", split by .*", ", split");
    }

    @Test
    void there_is_always_something_to_choose_from() {
        for (String example : Examples.ALL) {
            for (Decision d : Library.derive(Examples.text(example)).all(Decision.class)) {
                assertThat(d.candidates()).as(example + ", " + d.question()).hasSizeGreaterThan(1);
                assertThat(d.candidates())
                        .as(example + ", " + d.question())
                        .allSatisfy(c -> assertThat(c.scores()).isNotEmpty());
            }
        }
    }

    /** What is so whatever the brief is marked as such; all the rest names something of it. */
    @Test
    void no_reason_would_fit_another_brief_unchanged() {
        Map<String, Set<String>> said = new TreeMap<>();
        for (String example : Examples.ALL) {
            for (Decision d : Library.derive(Examples.text(example)).all(Decision.class)) {
                List<String> reasons = new ArrayList<>(d.tradeOffs());
                for (Decision.Candidate c : d.candidates()) {
                    reasons.add(c.ruledOutBy());
                    c.scores().stream()
                            .filter(s -> !s.trait())
                            .map(Decision.Score::reason)
                            .forEach(reasons::add);
                }
                reasons.stream()
                        .filter(r -> !r.isEmpty())
                        // figures, and what a team knows, may be the same by chance
                        .filter(r -> !r.startsWith("the team knows "))
                        .filter(r -> !r.matches(".*\\d.*"))
                        .forEach(r -> said.computeIfAbsent(r, _ -> new TreeSet<>()).add(example));
            }
        }
        said.values().removeIf(examples -> examples.size() == 1);
        assertThat(said).isEmpty();
    }

    /** The first difference in the order of the commission decides, and it rests on the brief. */
    @Test
    void what_decides_is_a_fact_of_the_brief_or_what_ruled_the_others_out() {
        for (String example : Examples.ALL) {
            for (Decision d : Library.derive(Examples.text(example)).all(Decision.class)) {
                boolean trait =
                        d.candidates().stream()
                                .flatMap(c -> c.scores().stream())
                                .filter(Decision.Score::trait)
                                .anyMatch(s -> d.why().endsWith(": " + s.reason()));
                assertThat(trait).as(example + ", " + d.question() + ": " + d.why()).isFalse();
            }
        }
    }
}

package org.groundplan.brief.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundplan.brief.BriefReader;
import org.junit.jupiter.api.Test;

/** Texts that nobody would write, or only on a bad day: no crash, no hang, nothing lost. */
class OddProseTest {
    private static final int MUTATIONS = Integer.getInteger("prose.mutations", 300);

    private static String example() throws IOException {
        return Files.readString(Path.of("examples/permits/brief.md"));
    }

    /** Nothing is lost: each sentence led to a fact or is listed. */
    private static void check(String text) {
        ProseReading reading = ProseReader.read("page.md", text);
        if (!reading.refused().isEmpty()) {
            return;
        }
        if (reading.usable()) {
            assertThat(BriefReader.read("brief.yaml", reading.yaml()).usable())
                    .as(reading.yaml())
                    .isTrue();
        }
        Set<String> known = new TreeSet<>();
        reading.facts().forEach(f -> known.add(f.text()));
        reading.unread().forEach(p -> known.add(p.text()));
        assertThat(reading.understood() + reading.unread().size())
                .isGreaterThanOrEqualTo(reading.sentences() - empty(text));
    }

    /** Sentences without a letter or figure need no mention. */
    private static int empty(String text) {
        return (int)
                Text.of("page.md", text).sentences().stream()
                        .filter(s -> s.text().codePoints().noneMatch(Character::isLetterOrDigit))
                        .count();
    }

    @Test
    void mutated_briefs_are_read_or_refused() throws IOException {
        String text = example();
        Random random = new Random(7);
        for (int i = 0; i < MUTATIONS; i++) {
            String mutant = mutate(text, random, i);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(mutant), mutant);
        }
    }

    private static String mutate(String text, Random random, int kind) {
        return switch (kind % 9) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text.substring(random.nextInt(text.length()));
            case 2 -> shuffled(text, "\\s+", " ", random);
            case 3 -> shuffled(text, "\n", "\n", random);
            case 4 -> replaced(text, random, "\u0000\u202e\ud83d\ude00{}[]:#&*!|>'\"%@`");
            case 5 -> replaced(text, random, "абвгдежзийклмнопрстуфхцчшщъыьэюя");
            case 6 -> text.replace(".", random.nextBoolean() ? "" : "...").replace(",", "");
            case 7 -> numbers(text, random);
            default -> shuffled(text, "(?<=\\.)\\s", " ", random) + text;
        };
    }

    private static String shuffled(String text, String at, String with, Random random) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(at)));
        Collections.shuffle(parts, random);
        return String.join(with, parts);
    }

    private static String replaced(String text, Random random, String by) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < 60; i++) {
            out.setCharAt(random.nextInt(out.length()), by.charAt(random.nextInt(by.length())));
        }
        return out.toString();
    }

    private static String numbers(String text, Random random) {
        String[] odd = {
            "0",
            "-5",
            "99999999999999999999999",
            "1e400",
            "0.000000001",
            "12,34",
            "1/0",
            "½",
            "1.2.3",
            "a dozen hundred million",
            "NaN"
        };
        Matcher m = Pattern.compile("\\d[\\d,]*").matcher(text);
        return m.replaceAll(_ -> Matcher.quoteReplacement(odd[random.nextInt(odd.length)]));
    }

    @Test
    void a_paragraph_without_an_end_is_read_in_bounded_time_or_refused() {
        String word = "Members reserve books and 17 shelves ";
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> check(word.repeat(100_000 / word.length())));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check("x".repeat(1_000_000)));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check("((((".repeat(20_000)));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check("> - ".repeat(20_000) + "a"));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check("1,000 ".repeat(50_000)));
    }

    /** Half an emoji, twice, where the reader of YAML fills its buffer again. */
    @Test
    void half_a_character_is_replaced_in_prose_and_refused_in_a_brief() {
        check("Divers hire suits. A diver \ud83d\ud83d may have at most two suits \ud83d.");
        assertThat(ProseReader.read("page.md", "Divers hire suits \ud83d and boats.").yaml())
                .contains("Divers hire suits \ufffd and boats.");
        assertThat(BriefReader.read("brief.yaml", "name: A\n# b \ud83d c\n").diagnostics())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.found()).isEqualTo("half a character (U+D83D)");
                    assertThat(d.at().line()).isEqualTo(2);
                    assertThat(d.at().column()).isEqualTo(5);
                });
    }

    @Test
    void one_word_nothing_and_much_too_much() {
        for (String text :
                List.of(
                        "",
                        " ",
                        "\n\n",
                        "Hello",
                        "#",
                        "- ",
                        "|a|\n|-|\n",
                        "As a",
                        "As a I want to",
                        "1",
                        "\ufeff")) {
            check(text);
        }
        assertThat(ProseReader.read("a.md", "x ".repeat(1_100_000)).refused())
                .contains("longer than 600,000 characters");
    }

    /** The product knows no words of the briefs it was developed with. */
    @Test
    void no_noun_of_an_example_stands_in_the_reader_of_prose() throws IOException {
        Set<String> nouns = new TreeSet<>();
        try (Stream<Path> briefs = Files.walk(Path.of("examples"), 2)) {
            for (Path brief : briefs.filter(p -> p.endsWith("brief.yaml")).sorted().toList()) {
                Matcher m =
                        Pattern.compile("(?m)^  \"?(\\p{Lu}\\p{L}+)\"?:")
                                .matcher(Files.readString(brief));
                while (m.find()) {
                    for (String word : m.group(1).split("(?<=\\p{Ll})(?=\\p{Lu})")) {
                        nouns.add(word.toLowerCase(java.util.Locale.ROOT));
                    }
                }
            }
        }
        assertThat(nouns).contains("courier", "greenhouse", "wallet", "librarian");
        nouns.removeAll(GENERAL);
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources =
                Files.walk(Path.of("src/main/java/org/groundplan/brief/prose"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String code =
                        Files.readString(source)
                                .replaceAll("(?s)/\\*.*?\\*/", " ")
                                .replaceAll("//[^\n]*", " ");
                Matcher literal =
                        Pattern.compile(
                                        "\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]++|\\\\.)*+\"",
                                        Pattern.DOTALL)
                                .matcher(code);
                while (literal.find()) {
                    for (String noun : nouns) {
                        if (Pattern.compile("(?i)\\b" + noun + "s?\\b")
                                .matcher(literal.group())
                                .find()) {
                            found.add(noun + " in " + source.getFileName());
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /**
     * Words of those briefs that speak of software, people or money in any trade: an account, a
     * provider, an order of things.
     */
    private static final Set<String> GENERAL =
            Set.of(
                    "account",
                    "administrator",
                    "agent",
                    "analyst",
                    "banking",
                    "city",
                    "command",
                    "company",
                    "customer",
                    "direct",
                    "event",
                    "file",
                    "group",
                    "head",
                    "item",
                    "line",
                    "mail",
                    "member",
                    "message",
                    "moderator",
                    "operator",
                    "order",
                    "partner",
                    "payment",
                    "position",
                    "provider",
                    "read",
                    "report",
                    "rule",
                    "site",
                    "support",
                    "system",
                    "target",
                    "team",
                    "title",
                    "user",
                    "warning",
                    "notice",
                    "block",
                    "channel",
                    "entry",
                    "reading",
                    "statement",
                    "push",
                    "refund",
                    "rating",
                    "attachment",
                    "staff",
                    "bank",
                    "employee",
                    "branch",
                    "image",
                    "season",
                    "auditor",
                    "booking",
                    "delivery",
                    "label",
                    "manager",
                    "measurement",
                    "membership",
                    "menu",
                    "note",
                    "payroll",
                    "shop",
                    "telephone",
                    "injury",
                    "desk",
                    "gateway",
                    "opening",
                    "hour",
                    "community",
                    "day",
                    "lock",
                    "hold",
                    "sum");
}

package org.groundplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundplan.Examples;
import org.groundplan.model.Conflict;
import org.groundplan.model.Design;
import org.groundplan.model.Noticed;
import org.groundplan.model.Question;
import org.junit.jupiter.api.Test;

/** How we write: short, with the numbers and names of the brief, without hedging or filling. */
class StyleTest {
    private static final int LONGEST_SENTENCE = 60;
    private static final int LONGEST = 125;
    private static final List<String> HOLLOW =
            List.of(
                    "best practice",
                    "robust",
                    "seamless",
                    "leverage",
                    "state-of-the-art",
                    "state of the art",
                    "should consider",
                    "it is recommended",
                    "might want",
                    "as needed",
                    "and/or",
                    "in order to",
                    "cutting-edge",
                    "world-class",
                    "holistic",
                    "scalable solution",
                    "simply ",
                    "obviously",
                    "of course");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern ONE_MANY =
            Pattern.compile(
                    "(?<![\\d.,] ?)\\b1 (?!s\\b|is\\b|as\\b|was\\b|us\\b|this\\b)[a-z]{3,}s\\b");

    private static Map<String, Design> designs() throws IOException {
        Map<String, Design> result = new TreeMap<>();
        for (String example : Examples.ALL) {
            result.put(example, Examples.derive(Examples.text(example)));
        }
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/practices"))) {
            for (Path f : files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
                result.put(String.valueOf(f.getFileName()), Examples.derive(Files.readString(f)));
            }
        }
        return result;
    }

    private static List<String> sentences(String text) {
        return List.of(text.split("(?<=[.?!])\\s+(?=[\\p{Lu}“])"));
    }

    private static long words(String text) {
        return Stream.of(text.split("\\s+")).filter(w -> w.matches("(?U).*\\w.*")).count();
    }

    @Test
    void what_is_noticed_is_short_and_says_something_of_this_brief() throws IOException {
        List<String> wrong = new ArrayList<>();
        designs()
                .forEach((where, design) -> {
                    for (Noticed n : Noticed.of(design)) {
                        for (String sentence : sentences(n.said())) {
                            if (words(sentence) > LONGEST_SENTENCE) {
                                wrong.add(where + " long: " + sentence);
                            }
                        }
                        if (words(n.said()) > LONGEST) {
                            wrong.add(where + " long: " + n.said());
                        }
                        if (!n.kind().startsWith("coverage.")
                                && !n.said().matches("(?s).*(\\d|“|→).*")) {
                            wrong.add(where + " says nothing of this brief: " + n.said());
                        }
                        if (ONE_MANY.matcher(n.said() + " " + n.advice()).find()) {
                            wrong.add(where + " one of many: " + n.said() + n.advice());
                        }
                        hollow(n.said() + " " + n.advice(), where, wrong);
                        digits(n.said(), where, wrong);
                        if (!n.said().matches("(?sU)[\\p{Lu}“\\d−].*[.?!]")) {
                            wrong.add(where + " no sentence: " + n.said());
                        }
                    }
                    for (Question q : design.all(Question.class)) {
                        if (words(q.text()) > 45
                                || !q.text().endsWith("?") && !q.text().endsWith(".")) {
                            wrong.add(where + " question: " + q.text());
                        }
                    }
                    for (Conflict c : design.all(Conflict.class)) {
                        if (c.options().size() < 2 || c.options().size() > 4) {
                            wrong.add(where + " options: " + c.title());
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private static void hollow(String text, String where, List<String> wrong) {
        String low = text.toLowerCase(Locale.ROOT);
        HOLLOW.stream()
                .filter(low::contains)
                .forEach(h -> wrong.add(where + " hollow “" + h + "”: " + text));
    }

    /** People say 1.3 million and 43.8, not 1,318,442. */
    private static void digits(String text, String where, List<String> wrong) {
        String bare = text.replaceAll("“[^”]*”", "").replaceAll("\\(line \\d+\\)", "");
        Matcher m = NUMBER.matcher(bare);
        while (m.find()) {
            String plain = m.group().replace(",", "");
            String significant =
                    plain.replace(".", "").replaceFirst("^0+", "").replaceFirst("0+$", "");
            boolean year = plain.matches("(19|20)\\d\\d");
            boolean nines = plain.matches("9[89]\\.\\d+");
            boolean whole = plain.matches("\\d{1,5}");
            if (significant.length() > 3 && !year && !nines && !whole) {
                wrong.add(where + " digits " + m.group() + ": " + text);
            }
        }
    }

    @Test
    void no_sentence_is_the_same_in_three_examples() throws IOException {
        Map<String, Set<String>> where = new TreeMap<>();
        for (String example : Examples.ALL) {
            for (Noticed n : Noticed.of(Examples.derive(Examples.text(example)))) {
                if (n.kind().startsWith("coverage.")) {
                    continue; // what this version does not write is the same everywhere
                }
                sentences(n.said()).stream()
                        .filter(s -> words(s) >= 8)
                        .forEach(s -> where.computeIfAbsent(s, _ -> new TreeSet<>()).add(example));
            }
        }
        where.values().removeIf(examples -> examples.size() < 3);
        assertThat(where).isEmpty();
    }
}

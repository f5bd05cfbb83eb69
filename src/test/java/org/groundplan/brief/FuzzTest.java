package org.groundplan.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.groundplan.Examples;
import org.groundplan.Groundplan;
import org.junit.jupiter.api.Test;

/**
 * Seeded mutations of the examples: whatever comes in is read or refused, and one in ten of those
 * that are read is derived. A crash names its seed.
 */
class FuzzTest {
    private static final int READ = 20_000;
    private static final int DERIVE_EVERY = 10;
    private static final List<String> BITS =
            List.of(
                    ":",
                    "-",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    "'",
                    "\"",
                    "#",
                    "&a",
                    "*a",
                    "|",
                    ">",
                    "%",
                    "@",
                    "\t",
                    "null",
                    "~",
                    "true",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "0",
                    "p95",
                    "per",
                    "→",
                    "ß",
                    "ı",
                    "../",
                    "\u0000",
                    "\u202e",
                    "💥",
                    "when",
                    "unless",
                    "at most",
                    "sum of",
                    "only",
                    "   ",
                    "\n",
                    "\r");

    @Test
    void twenty_thousand_mutations_neither_crash_nor_hang() {
        Groundplan groundplan = new Groundplan();
        List<String> texts = Examples.ALL.stream().map(Examples::text).toList();
        List<String> crashed = new ArrayList<>();
        int usable = 0;
        for (int seed = 0; seed < READ; seed++) {
            Random random = new Random(seed);
            String text = mutated(texts.get(seed % texts.size()), random);
            try {
                Reading reading = groundplan.read("brief.yaml", text);
                if (reading.brief() != null && usable++ % DERIVE_EVERY == 0) {
                    groundplan.derive(reading.brief(), reading.diagnostics());
                }
            } catch (RuntimeException | StackOverflowError e) {
                crashed.add(seed + ": " + e + " at " + ours(e));
            }
        }
        assertThat(crashed).as("seeds that crash, of %s", READ).isEmpty();
        assertThat(usable).as("mutations that are still briefs").isGreaterThan(READ / 20);
    }

    /** Where in our code it happened. */
    private static String ours(Throwable e) {
        return java.util.Arrays.stream(e.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(f -> f.contains("org.groundplan") && !f.contains("model.Design"))
                .limit(3)
                .toList()
                .toString();
    }

    /** A few small changes: a piece cut, doubled, moved, or replaced by something nasty. */
    private static String mutated(String text, Random random) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(Math.max(1, result.length()));
            int length = random.nextInt(random.nextBoolean() ? 6 : 60);
            int end = Math.min(result.length(), at + length);
            switch (random.nextInt(6)) {
                case 0 -> result.delete(at, end);
                case 1 -> result.insert(at, result.substring(at, end));
                case 2 -> result.insert(at, BITS.get(random.nextInt(BITS.size())));
                case 3 -> result.replace(at, end, BITS.get(random.nextInt(BITS.size())));
                case 4 -> word(result, random);
                default -> line(result, random);
            }
        }
        return result.toString();
    }

    /** One word of the text in place of another. */
    private static void word(StringBuilder text, Random random) {
        String[] words = text.toString().split("\\W+");
        String from = words[random.nextInt(words.length)];
        String to = words[random.nextInt(words.length)];
        int at = text.indexOf(from, random.nextInt(text.length()));
        if (at >= 0 && !from.isEmpty()) {
            text.replace(at, at + from.length(), to);
        }
    }

    /** A whole line goes, or stands twice. */
    private static void line(StringBuilder text, Random random) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        int at = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.remove(at);
        } else {
            lines.add(random.nextInt(lines.size()), lines.get(at));
        }
        text.setLength(0);
        text.append(String.join("\n", lines));
    }
}

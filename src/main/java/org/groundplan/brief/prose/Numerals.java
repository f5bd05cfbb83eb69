package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.brief.Amounts;

/**
 * Finds numbers, in figures or in words: {@code 60 000}, {@code 1.2 million}, {@code twenty-five}.
 */
final class Numerals {
    /** Number words from two on. */
    static final String MANY =
            "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen";

    private static final String WORD = "zero|one|" + MANY;
    private static final String DIGITS =
            "\\d{1,3}(?:[,'\\u00a0\\u202f ]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:_\\d+)*(?:\\.\\d+)?[½¼¾]?";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_.:/-])(?:(?<digits>"
                            + DIGITS
                            + ")(?:(?<short>[kKM]|bn|(?<=[$€£]\\d{0,9}\\.?\\d{0,4})m)(?![\\p{L}\\p{N}])|\\s+(?<scale>thousand|million|billion|mio|bn)\\b)?|(?<words>(?:half an?\\s+|an?\\s+)?(?:"
                            + WORD
                            + ")(?:(?:[ -]|\\s+and\\s+)(?:"
                            + WORD
                            + "))*(?:\\s+and a half)?))(?![\\p{L}\\p{N}_])",
                    Pattern.CASE_INSENSITIVE);

    private Numerals() {}

    /**
     * @param text as written
     */
    record Numeral(int start, int end, BigDecimal value, String text) {}

    static List<Numeral> of(String sentence) {
        List<Numeral> found = new ArrayList<>();
        Matcher m = NUMBER.matcher(sentence);
        while (m.find()) {
            Optional<BigDecimal> value = value(m);
            if (value.isPresent()) {
                found.add(new Numeral(m.start(), m.end(), value.get(), m.group()));
            }
        }
        return found;
    }

    private static Optional<BigDecimal> value(Matcher m) {
        if (m.group("words") != null) {
            String words = m.group("words").toLowerCase(Locale.ROOT).replaceFirst("^an? ", "");
            String whole = words.replaceFirst("\\s+and a half$", "");
            return Amounts.count(whole.replaceAll("\\s+and\\s+", " "))
                    .map(v -> whole.equals(words) ? v : v.add(new BigDecimal("0.5")));
        }
        String digits = m.group("digits");
        if (digits.length() > 30) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(digits.replaceAll("[,'_\\u00a0\\u202f ½¼¾]", ""));
        if (digits.matches(".*[½¼¾]")) {
            value =
                    value.add(
                            new BigDecimal(
                                    digits.endsWith("½")
                                            ? "0.5"
                                            : digits.endsWith("¼") ? "0.25" : "0.75"));
        }
        String scale = m.group("short") == null ? m.group("scale") : m.group("short");
        if (scale == null) {
            return Optional.of(value);
        }
        return Optional.of(
                switch (scale.toLowerCase(Locale.ROOT)) {
                    case "k", "thousand" -> value.movePointRight(3);
                    case "m", "mio", "million" -> value.movePointRight(6);
                    default -> value.movePointRight(9);
                });
    }
}

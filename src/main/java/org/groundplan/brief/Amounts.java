package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Expr;
import org.groundplan.model.Numbers;
import org.groundplan.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them: {@code 45k}, {@code 60_000}, {@code 1.2 million}, {@code twelve},
 * {@code 9000 per day}, {@code 90k in 10 s}. Nothing negative, nothing beyond what a backend can
 * mean: a count up to 10^15, a rate up to 10^9 a second, a duration up to 1,000 years.
 */
public final class Amounts {
    private static final BigDecimal MOST = new BigDecimal("1e15");
    private static final BigDecimal MOST_PER_SECOND = new BigDecimal("1e9");
    private static final BigDecimal MOST_SECONDS = new BigDecimal("31556952000");
    private static final String ABOUT =
            "(?:about |around |some |roughly |up to |~\\s?|≈\\s?|<\\s?)?";
    private static final String DIGITS =
            "(?:\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+|\\d[\\d_]*)(?:\\.\\d+)?";
    private static final String SCALE = "(k|thousand|m|mio|million|bn|billion)";
    private static final String NUMBER = "(" + DIGITS + ")\\s*" + SCALE + "?";
    private static final String PERIOD =
            "(seconds|second|secs|sec|s|minutes|minute|mins|min|hours|hour|h|working days|working day|days|day|d|weeks|week|months|month|years|year)";
    private static final Pattern PLAIN = Pattern.compile(ABOUT + NUMBER);
    private static final Pattern RATE =
            Pattern.compile(
                    ABOUT
                            + "(.+?)\\s*(?:times\\s*)?(?:/|\\bper\\b|\\ba\\b|\\ban\\b|\\beach\\b|\\bevery\\b)\\s*"
                            + PERIOD);
    private static final Pattern ADVERB =
            Pattern.compile(ABOUT + "(.*?)\\s*(daily|hourly|weekly|monthly|yearly)");
    private static final Pattern BURST =
            Pattern.compile(ABOUT + NUMBER + "\\s+(?:with)?in\\s+(.+)");
    private static final String TIME_UNIT =
            "(milliseconds|millisecond|ms|seconds|second|secs|sec|s|minutes|minute|mins|min|hours|hour|h|days|day|d|weeks|week|months|month|years|year|y)";
    private static final Pattern TIME_PART =
            Pattern.compile("(" + DIGITS + "|\\p{L}+)\\s*" + TIME_UNIT);
    private static final Pattern ISO =
            Pattern.compile(
                    "P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MONEY =
            Pattern.compile(
                    "(?:less than |at most |under |below |no more than |up to |max(?:imum)? |<\\s*)?(EUR|€|USD|\\$|GBP|£|CHF)?\\s*"
                            + NUMBER
                            + "\\s*(EUR|€|euros?|USD|\\$|dollars?|GBP|£|CHF)?\\s*(?:/|per |a |each |every )\\s*(month|year)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE =
            Pattern.compile(
                    "(?:about |some |~)?(\\d+(?:\\.\\d+)?)\\s*%(?:\\s+of (?:the|a) (day|week|month))?\\s+(?:with)?in\\s+(.+)");
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?:about |some |~)?(\\d+(?:\\.\\d+)?)\\s*%(?:\\s+of (?:the|a) (day|week|month))?\\s+(?:between\\s+)?(\\d{1,2})(?::(\\d{2}))?\\s*(?:and|to|-|–)\\s*(\\d{1,2})(?::(\\d{2}))?(?: h| o'clock)?");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:%|percent)");
    private static final Pattern SIZE =
            Pattern.compile(
                    ABOUT + "(" + DIGITS + ")\\s*(bytes?|B|kB|KB|KiB|MB|MiB|GB|GiB|TB|TiB)");
    private static final Map<String, String> SECONDS =
            Map.ofEntries(
                    Map.entry("ms", "0.001"),
                    Map.entry("millisecond", "0.001"),
                    Map.entry("s", "1"),
                    Map.entry("sec", "1"),
                    Map.entry("second", "1"),
                    Map.entry("min", "60"),
                    Map.entry("minute", "60"),
                    Map.entry("h", "3600"),
                    Map.entry("hour", "3600"),
                    Map.entry("d", "86400"),
                    Map.entry("day", "86400"),
                    Map.entry("working day", "86400"),
                    Map.entry("week", "604800"),
                    Map.entry("month", "2629746"),
                    Map.entry("y", "31556952"),
                    Map.entry("year", "31556952"));
    private static final Map<String, Integer> ONES =
            Map.ofEntries(
                    Map.entry("zero", 0),
                    Map.entry("no", 0),
                    Map.entry("a", 1),
                    Map.entry("an", 1),
                    Map.entry("one", 1),
                    Map.entry("once", 1),
                    Map.entry("two", 2),
                    Map.entry("twice", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("sixty", 60),
                    Map.entry("seventy", 70),
                    Map.entry("eighty", 80),
                    Map.entry("ninety", 90),
                    Map.entry("dozen", 12));
    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9);

    private Amounts() {}

    /** Part of a period's load that comes within a window, e.g. 60 % of the week in 4 hours. */
    record Peak(BigDecimal share, String period, BigDecimal windowSeconds, String window) {}

    /** In figures or in words, not negative, at most 10^15. */
    public static Optional<BigDecimal> count(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher m = PLAIN.matcher(plain);
        Optional<BigDecimal> value =
                m.matches()
                        ? Optional.of(number(m.group(1), m.group(2)))
                        : spelledOut(plain.replaceFirst("^" + ABOUT, ""));
        return value.filter(v -> v.compareTo(MOST) <= 0);
    }

    /** {@code two hundred thousand}, {@code twenty-five}, {@code half a million}. */
    private static Optional<BigDecimal> spelledOut(String text) {
        String words = text.replace('-', ' ').replaceAll("\\band\\b", " ").strip();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal factor = BigDecimal.ONE;
        if (words.startsWith("half a ")) {
            factor = new BigDecimal("0.5");
            words = words.substring(5);
        }
        BigDecimal total = BigDecimal.ZERO;
        @Nullable BigDecimal part = null;
        for (String word : words.split("\\s+")) {
            Integer one = ONES.get(word);
            Integer scale = SCALES.get(word);
            if (one != null) {
                BigDecimal before = part == null ? BigDecimal.ZERO : part;
                boolean dozens = word.equals("dozen") && before.signum() > 0;
                part =
                        dozens
                                ? before.multiply(BigDecimal.valueOf(12))
                                : before.add(BigDecimal.valueOf(one));
            } else if (scale != null) {
                BigDecimal scaled = (part == null ? BigDecimal.ONE : part).movePointRight(scale);
                if (scale == 2) {
                    part = scaled;
                } else {
                    total = total.add(scaled);
                    part = null;
                }
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(total.add(part == null ? BigDecimal.ZERO : part).multiply(factor));
    }

    /** A rate as an expression whose formula keeps the words: {@code 600 per day}. */
    static Optional<Expr> rate(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher m = RATE.matcher(plain);
        if (m.matches()) {
            return count(m.group(1)).flatMap(n -> perPeriod(n, singular(m.group(2))));
        }
        Matcher often = ADVERB.matcher(plain);
        if (often.matches()) {
            String unit =
                    switch (often.group(2)) {
                        case "hourly" -> "hour";
                        case "weekly" -> "week";
                        case "monthly" -> "month";
                        case "yearly" -> "year";
                        default -> "day";
                    };
            Optional<BigDecimal> n =
                    often.group(1).isBlank() ? Optional.of(BigDecimal.ONE) : count(often.group(1));
            return n.flatMap(v -> perPeriod(v, unit));
        }
        return Optional.empty();
    }

    private static Optional<Expr> perPeriod(BigDecimal n, String unit) {
        BigDecimal value = n.divide(seconds(unit), Expr.EXACT);
        if (value.compareTo(MOST_PER_SECOND) > 0) {
            return Optional.empty();
        }
        String label =
                Numbers.plain(n) + (unit.matches("s|sec|second") ? "/s" : " per " + spelled(unit));
        return Optional.of(new Expr.Const(label, value, Unit.PER_SECOND));
    }

    /** {@code 90k in 10 s}: so many at once, spread over a window, as a rate. */
    static Optional<Expr> burst(String text) {
        Matcher m = BURST.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal many = number(m.group(1), m.group(2));
        return duration(m.group(3))
                .filter(w -> w.signum() > 0)
                .map(w -> many.divide(w, Expr.EXACT))
                .filter(v -> v.compareTo(MOST_PER_SECOND) <= 0)
                .map(v ->
                        new Expr.Const(
                                Numbers.plain(many) + " in " + m.group(3).strip(),
                                v,
                                Unit.PER_SECOND));
    }

    /**
     * {@code 30 min}, {@code 1 h 30 min}, {@code two weeks}, {@code PT15M}, in seconds; at most
     * 1,000 years.
     */
    static Optional<BigDecimal> duration(String text) {
        String plain =
                text.strip()
                        .replaceFirst("^" + ABOUT, "")
                        .replaceFirst("^(?i:half an?) ", "0.5 ")
                        .replaceFirst("^(?:an|a) ", "1 ");
        Matcher iso = ISO.matcher(plain);
        if (iso.matches() && plain.length() > 2) {
            BigDecimal total = BigDecimal.ZERO;
            long[] factor = {86_400, 3600, 60, 1};
            for (int i = 0; i < 4; i++) {
                if (iso.group(i + 1) != null) {
                    total =
                            total.add(
                                    new BigDecimal(iso.group(i + 1))
                                            .multiply(BigDecimal.valueOf(factor[i])));
                }
            }
            return Optional.of(total);
        }
        String rest = plain.toLowerCase(Locale.ROOT);
        BigDecimal total = BigDecimal.ZERO;
        boolean any = false;
        while (!rest.isBlank()) {
            Matcher m = TIME_PART.matcher(rest);
            if (!m.lookingAt()
                    || m.end() < rest.length() && Character.isLetter(rest.charAt(m.end()))) {
                return Optional.empty();
            }
            Optional<BigDecimal> n = count(m.group(1));
            if (n.isEmpty()) {
                return Optional.empty();
            }
            total = total.add(n.get().multiply(seconds(singular(m.group(2)))));
            any = true;
            rest = rest.substring(m.end()).replaceFirst("^(?:\\s+and\\s+|\\s*,\\s*|\\s+)", "");
        }
        return any && total.compareTo(MOST_SECONDS) <= 0 ? Optional.of(total) : Optional.empty();
    }

    /** Money per month in its own currency; a year's money is divided by twelve. */
    record Budget(BigDecimal perMonth, String currency) {}

    static Optional<Budget> budget(String text) {
        Matcher m = MONEY.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        String named = m.group(1) == null ? m.group(4) : m.group(1);
        String currency =
                named == null
                        ? "EUR"
                        : switch (named.toLowerCase(Locale.ROOT)) {
                            case "usd", "$", "dollar", "dollars" -> "USD";
                            case "gbp", "£" -> "GBP";
                            case "chf" -> "CHF";
                            default -> "EUR";
                        };
        BigDecimal value = number(m.group(2), m.group(3));
        return Optional.of(
                new Budget(
                        m.group(5).equalsIgnoreCase("year")
                                ? value.divide(BigDecimal.valueOf(12), Expr.EXACT)
                                : value,
                        currency));
    }

    static Optional<BigDecimal> percent(String text) {
        Matcher m = PERCENT.matcher(text.strip());
        return m.matches()
                ? Optional.of(new BigDecimal(m.group(1)).movePointLeft(2))
                : Optional.empty();
    }

    /** Bytes, from {@code 2 kB} or {@code 1 GiB}. */
    static Optional<BigDecimal> size(String text) {
        Matcher m = SIZE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal value = number(m.group(1), null);
        String unit = m.group(2);
        int step =
                List.of("b", "k", "m", "g", "t")
                        .indexOf(unit.substring(0, 1).toLowerCase(Locale.ROOT));
        BigDecimal factor =
                unit.contains("i")
                        ? BigDecimal.valueOf(1024).pow(step)
                        : BigDecimal.ONE.movePointRight(3 * step);
        return Optional.of(value.multiply(factor)).filter(v -> v.compareTo(MOST) <= 0);
    }

    static Optional<Peak> peak(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher between = BETWEEN.matcher(plain);
        if (between.matches()) {
            long minutes =
                    minutes(between.group(5), between.group(6))
                            - minutes(between.group(3), between.group(4));
            if (minutes <= 0) {
                minutes += 1440;
            }
            String window = text.substring(text.indexOf('%') + 1).strip();
            return share(
                    between.group(1), between.group(2), BigDecimal.valueOf(minutes * 60), window);
        }
        Matcher m = SHARE.matcher(plain);
        if (!m.matches()) {
            return Optional.empty();
        }
        return duration(m.group(3))
                .filter(w -> w.signum() > 0)
                .flatMap(w -> share(m.group(1), m.group(2), w, m.group(3).strip()));
    }

    private static long minutes(String hours, @Nullable String minutes) {
        return Long.parseLong(hours) * 60 + (minutes == null ? 0 : Long.parseLong(minutes));
    }

    private static Optional<Peak> share(
            String percent, @Nullable String period, BigDecimal window, String words) {
        BigDecimal share = new BigDecimal(percent).movePointLeft(2);
        return share.compareTo(BigDecimal.ONE) > 0 || share.signum() == 0
                ? Optional.empty()
                : Optional.of(new Peak(share, period == null ? "day" : period, window, words));
    }

    private static String spelled(String unit) {
        return switch (unit) {
            case "h" -> "hour";
            case "d" -> "day";
            case "min" -> "minute";
            default -> unit;
        };
    }

    private static String singular(String unit) {
        return unit.length() > 3 && unit.endsWith("s")
                ? unit.substring(0, unit.length() - 1)
                : unit;
    }

    private static BigDecimal seconds(String unit) {
        return new BigDecimal(SECONDS.getOrDefault(unit, "1"));
    }

    private static BigDecimal number(String digits, @Nullable String scale) {
        BigDecimal value = new BigDecimal(digits.replaceAll("[_,\\u00a0\\u202f ]", ""));
        if (scale == null) {
            return value;
        }
        return switch (scale.toLowerCase(Locale.ROOT)) {
            case "k", "thousand" -> value.movePointRight(3);
            case "m", "mio", "million" -> value.movePointRight(6);
            default -> value.movePointRight(9);
        };
    }
}

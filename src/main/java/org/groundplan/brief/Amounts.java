package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Expr;
import org.groundplan.model.Unit;

/**
 * Numbers as people write them: {@code 45k}, {@code 60_000}, {@code 1.2 million}, {@code 9000 per
 * day}.
 */
final class Amounts {
    private static final String NUMBER =
            "(\\d[\\d_,  ]*(?:\\.\\d+)?)\\s*(k|thousand|m|million|bn|billion)?";
    private static final Pattern PLAIN = Pattern.compile("(?:about |some |around |~)?" + NUMBER);
    private static final Pattern RATE =
            Pattern.compile(
                    "(?:about |some |~)?"
                            + NUMBER
                            + "\\s*(?:/|per |a |an |each |every )\\s*(second|sec|s|minute|min|hour|h|day|d|week|month|year)s?");
    private static final Pattern DURATION =
            Pattern.compile(
                    NUMBER
                            + "\\s*(milliseconds?|ms|seconds?|sec|s|minutes?|min|hours?|h|days?|d|weeks?|months?|years?|y)");
    private static final Pattern MONEY =
            Pattern.compile(
                    "(?:less than |at most |under |up to |<\\s*)?(?:EUR|€)?\\s*"
                            + NUMBER
                            + "\\s*(?:EUR|€|euros?)?\\s*(?:/|per |a )\\s*month");
    private static final Pattern SHARE =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)?)\\s*%(?:\\s+of (?:the|a) (day|week))?\\s+in\\s+(.+)");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
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
                    Map.entry("week", "604800"),
                    Map.entry("month", "2629746"),
                    Map.entry("y", "31556952"),
                    Map.entry("year", "31556952"));

    private Amounts() {}

    /** Part of a period's load that comes within a window, e.g. 60 % of the week in 4 hours. */
    record Peak(BigDecimal share, String period, BigDecimal windowSeconds) {}

    static Optional<BigDecimal> count(String text) {
        Matcher m = PLAIN.matcher(text.strip());
        return m.matches() ? Optional.of(number(m.group(1), m.group(2))) : Optional.empty();
    }

    /** A rate as an expression whose formula keeps the words: {@code 600 per day}. */
    static Optional<Expr> rate(String text) {
        Matcher m = RATE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal perPeriod = number(m.group(1), m.group(2));
        BigDecimal value = perPeriod.divide(seconds(m.group(3)), Expr.EXACT);
        String label =
                org.groundplan.model.Numbers.plain(perPeriod)
                        + (m.group(3).matches("s|sec|second")
                                ? "/s"
                                : " per " + spelled(m.group(3)));
        return Optional.of(new Expr.Const(label, value, Unit.PER_SECOND));
    }

    static Optional<BigDecimal> duration(String text) {
        Matcher m = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        return m.matches()
                ? Optional.of(number(m.group(1), m.group(2)).multiply(seconds(m.group(3))))
                : Optional.empty();
    }

    static Optional<BigDecimal> moneyPerMonth(String text) {
        Matcher m = MONEY.matcher(text.strip());
        return m.matches() ? Optional.of(number(m.group(1), m.group(2))) : Optional.empty();
    }

    static Optional<BigDecimal> percent(String text) {
        Matcher m = PERCENT.matcher(text.strip());
        return m.matches()
                ? Optional.of(new BigDecimal(m.group(1)).movePointLeft(2))
                : Optional.empty();
    }

    static Optional<Peak> peak(String text) {
        Matcher m = SHARE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        String period = m.group(2) == null ? "day" : m.group(2);
        return duration(m.group(3))
                .map(window ->
                        new Peak(new BigDecimal(m.group(1)).movePointLeft(2), period, window));
    }

    private static String spelled(String unit) {
        return switch (unit) {
            case "h" -> "hour";
            case "d" -> "day";
            case "min" -> "minute";
            default -> unit;
        };
    }

    private static BigDecimal seconds(String unit) {
        String singular =
                unit.length() > 3 && unit.endsWith("s")
                        ? unit.substring(0, unit.length() - 1)
                        : unit;
        return new BigDecimal(SECONDS.getOrDefault(singular, "1"));
    }

    private static BigDecimal number(
            String digits, @org.jspecify.annotations.Nullable String scale) {
        BigDecimal value = new BigDecimal(digits.replaceAll("[_,  ]", ""));
        if (scale == null) {
            return value;
        }
        return switch (scale) {
            case "k", "thousand" -> value.movePointRight(3);
            case "m", "million" -> value.movePointRight(6);
            default -> value.movePointRight(9);
        };
    }
}

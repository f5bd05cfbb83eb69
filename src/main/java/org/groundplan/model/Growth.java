package org.groundplan.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a growth that the brief states gets so far, taken as the same factor every month. */
public final class Growth {
    private static final Pattern PERIOD =
            Pattern.compile("(\\d+|an?|one|two|three|five)? ?(year|month)s?");

    /** Months beyond the period of the brief are not its word any more. */
    private static final double SOMEWHAT = 1.1;

    private Growth() {}

    /** Months until the load is so many times today's; empty when no growth is stated. */
    public static Optional<Double> months(Design design, double times) {
        return stated(design)
                .flatMap(q ->
                        period(q)
                                .map(p -> p * Math.log(times) / Math.log(q.value().doubleValue())));
    }

    /** {@code in about 5 months}; empty when no growth is stated, or not so much of it. */
    public static String when(Design design, double times) {
        return months(design, times)
                .filter(m -> m <= SOMEWHAT * stated(design).flatMap(Growth::period).orElse(0.0))
                .map(Growth::inWords)
                .orElse("");
    }

    private static Optional<Quantity> stated(Design design) {
        return design.findQuantity("quantity:system.growth")
                .filter(q -> q.value().doubleValue() > 1);
    }

    private static Optional<Double> period(Quantity growth) {
        Matcher m = PERIOD.matcher(growth.window());
        return m.find() ? Optional.of(months(m.group(1), m.group(2))) : Optional.empty();
    }

    private static double months(@Nullable String number, String unit) {
        int n =
                switch (number == null ? "a" : number) {
                    case "a", "an", "one" -> 1;
                    case "two" -> 2;
                    case "three" -> 3;
                    case "five" -> 5;
                    default -> Integer.parseInt(java.util.Objects.requireNonNull(number));
                };
        return unit.equals("year") ? 12.0 * n : n;
    }

    private static String inWords(double months) {
        long n = Math.max(1, Math.round(months));
        return n < 24
                ? "in about " + n + (n == 1 ? " month" : " months")
                : "in about " + Math.round(months / 12) + " years";
    }
}

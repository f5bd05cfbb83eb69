package org.groundplan.brief.prose;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of the text with what it is of.
 *
 * @param start offset in the sentence of the number, with what qualifies it
 * @param end offset after its unit
 * @param value as meant, in its own unit: 45 % is 0.45, {@code 60k} is 60000
 * @param unit {@code second} … {@code year}, {@code kB}, {@code EUR}, {@code %}, {@code x} for a
 *     factor, or empty for a count
 * @param per the period of a rate, the thing of a ratio, or empty
 * @param bound {@code most}, {@code least}, {@code about}, {@code above}, {@code below} or empty
 * @param percentile {@code p95}, or empty
 * @param role what kind of number it is
 * @param subject what is counted or measured, lower-case words; may be empty
 * @param window hours of the day it happens in: {@code 18:30 and 20:30}, or empty
 */
record Figure(
        Sentence sentence,
        int start,
        int end,
        BigDecimal value,
        String unit,
        String per,
        String bound,
        String percentile,
        Role role,
        String subject,
        String window,
        @Nullable Phrase phrase) {
    enum Role {
        COUNT,
        RATE,
        PEAK,
        RATIO,
        LATENCY,
        FRESHNESS,
        AVAILABILITY,
        OUTAGE,
        RETENTION,
        GROWTH,
        BUDGET,
        SIZE,
        LIMIT,
        TERM,
        TEAM,
        RECOVERY,
        SITES,
        INTERVAL;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    String text() {
        return sentence.text().substring(start, end);
    }

    /** Without trailing zeros or an exponent. */
    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The number alone: {@code 60000}. */
    String number() {
        return plain(value);
    }

    /** With its unit, as a brief writes it: {@code 2 hours}, {@code 300 kB}. */
    String amount() {
        boolean many = time() && value.compareTo(BigDecimal.ONE) != 0;
        return number() + " " + unit + (many ? "s" : "");
    }

    /** A time with the short unit: {@code 200 ms}, {@code 2 s}, {@code 3 days}. */
    String shortly() {
        return switch (unit) {
            case "millisecond" -> number() + " ms";
            case "second" -> number() + " s";
            case "minute" -> number() + " min";
            case "hour" -> number() + " h";
            default -> amount();
        };
    }

    /** A share in percent: {@code 99.9 %}. */
    String percent() {
        return plain(value.movePointRight(2)) + " %";
    }

    /** Whether it is a sum of money, in a currency of three letters. */
    boolean money() {
        return unit.matches("[A-Z]{3}");
    }

    boolean time() {
        return unit.matches("millisecond|second|minute|hour|day|week|month|year");
    }

    /** The same as a rate. */
    Figure every(String period) {
        return new Figure(
                sentence,
                start,
                end,
                value,
                unit,
                period,
                bound,
                percentile,
                Role.RATE,
                subject,
                window,
                phrase);
    }

    Figure as(Role newRole, String newSubject, String newPer, String newPercentile) {
        return new Figure(
                sentence,
                start,
                end,
                value,
                unit,
                newPer,
                bound,
                newPercentile,
                newRole,
                newSubject,
                window,
                phrase);
    }

    /** The same as a time that something is kept. */
    Figure lasting(String time) {
        return new Figure(
                sentence,
                start,
                end,
                value,
                time,
                "",
                bound,
                "",
                Role.RETENTION,
                subject,
                window,
                phrase);
    }

    /** The same for each of something. */
    Figure per(String thing) {
        return new Figure(
                sentence,
                start,
                end,
                value,
                unit,
                thing,
                bound,
                percentile,
                unit.equals("%") ? role : Role.RATIO,
                subject,
                window,
                phrase);
    }

    Figure with(Role newRole, String newSubject) {
        return new Figure(
                sentence,
                start,
                end,
                value,
                unit,
                per,
                bound,
                percentile,
                newRole,
                newSubject,
                window,
                phrase);
    }
}

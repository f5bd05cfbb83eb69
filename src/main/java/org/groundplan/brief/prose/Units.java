package org.groundplan.brief.prose;

import java.util.Locale;

/** Units and periods by one name each. */
final class Units {
    private Units() {}

    /** A period by its plain name: {@code daily} is {@code day}. */
    static String period(String word) {
        return switch (word.toLowerCase(Locale.ROOT).strip()) {
            case "s", "sec" -> "second";
            case "min" -> "minute";
            case "h", "hourly" -> "hour";
            case "daily",
                    "weekday",
                    "business day",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday" ->
                    "day";
            case "nightly" -> "night";
            case "weekly" -> "week";
            case "monthly" -> "month";
            case "yearly", "annually" -> "year";
            default -> {
                String plain = word.toLowerCase(Locale.ROOT).strip();
                yield plain.endsWith(" day") && !plain.equals("working day") ? "day" : plain;
            }
        };
    }

    /** A unit of time by its plain name, or empty. */
    static String time(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ms", "msec", "msecs", "millisecond", "milliseconds" -> "millisecond";
            case "s", "sec", "secs", "second", "seconds" -> "second";
            case "min", "mins", "minute", "minutes" -> "minute";
            case "h", "hr", "hrs", "hour", "hours" -> "hour";
            case "night",
                    "nights",
                    "day",
                    "days",
                    "business day",
                    "business days",
                    "working day",
                    "working days",
                    "calendar day",
                    "calendar days",
                    "consecutive day",
                    "consecutive days" ->
                    "day";
            case "week", "weeks" -> "week";
            case "month", "months" -> "month";
            case "year", "years" -> "year";
            default -> "";
        };
    }

    /** The unit as facts name it: {@code EUR}, {@code kB}. */
    static String name(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "€", "eur", "euro", "euros" -> "EUR";
            case "$", "usd", "dollar", "dollars" -> "USD";
            case "£", "gbp", "pound", "pounds" -> "GBP";
            case "chf", "franc", "francs" -> "CHF";
            case "pln", "zloty", "złoty", "zlotys" -> "PLN";
            case "sek", "nok", "dkk", "czk", "huf", "jpy", "inr", "aud", "cad", "zar", "brl" ->
                    kind.toUpperCase(Locale.ROOT);
            case "kronor" -> "SEK";
            case "kroner" -> "NOK";
            case "yen" -> "JPY";
            case "rupee", "rupees" -> "INR";
            case "rand" -> "ZAR";
            case "kilobyte", "kilobytes" -> "kB";
            case "megabyte", "megabytes" -> "MB";
            case "gigabyte", "gigabytes" -> "GB";
            case "terabyte", "terabytes" -> "TB";
            default -> kind;
        };
    }
}

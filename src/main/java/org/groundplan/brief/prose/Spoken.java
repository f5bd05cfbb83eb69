package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.brief.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * Quantities that are words: {@code between 7 and 9 in the morning}, {@code half of them}, {@code
 * every Monday}, {@code within an hour}, {@code no data loss}.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Spoken {
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?:between|from)\\s+(\\d{1,2})(?:[:.](\\d{2}))?\\s*([ap]\\.?m\\b\\.?)?\\s*(?:and|to|till|until|-|–)\\s*(\\d{1,2}|noon|midday|midnight)(?:[:.](\\d{2}))?(?:\\s*([ap]\\.?m\\b\\.?|o'clock|h\\b))?(\\s+in the (?:morning|evening|afternoon)|\\s+at night)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERY =
            Pattern.compile(
                    "\\b(?:every|each)\\s+(?:(?<other>other|second)\\s+)?(?<unit>second|minute|hour|day|night|morning|evening|week|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekday|working day)\\b|\\b(?<adverb>nightly|daily|hourly|weekly|monthly|yearly|annually)\\b|\\b(?<often>once|twice) (?:a|per|every|each) (?<often2>business day|working day|day|night|week|month|quarter|year|hour|season)\\b|\\bon the (?<ordinal>\\d{1,2})(?:st|nd|rd|th)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE_TIME =
            Pattern.compile(
                    "\\b(?<of>within|for|after|than|every|in|lasts?|last|than|up to|about|under|until|least|most|for about|be|by|are|is|lags?|trails?)\\s+(?:(?<half>half)(?:\\s+|-)|(?<quarter>a quarter of)\\s+)?(?<article>an?)?\\s*(?:whole\\s+|full\\s+)?(?<unit>second|minute|hour|day|night|week|month|year)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE =
            Pattern.compile(
                    "(?<part>\\bhalf|\\b(?:an?|one|two|three)[ -](?:quarters?|thirds?|fifths?|tenths?)) of (?:the |all |our |these |those )?(?<of>\\p{L}[\\p{L}-]*(?: \\p{L}+)?)|\\b(?:1|one) (?:in|out of) (?<in>\\d[\\d,]*|\\p{L}+)\\b|\\b(?<nines>two|three|four|five) nines\\b",
                    Pattern.CASE_INSENSITIVE);

    private final Figures figures;
    private final Sentence sentence;
    private final String text;
    private final List<Figure> found;

    Spoken(Figures figures, Sentence sentence, List<Figure> found) {
        this.figures = figures;
        this.sentence = sentence;
        this.text = sentence.text();
        this.found = found;
    }

    /** What takes numbers with it that mean something else. */
    void first() {
        windows();
        shares();
        multiples();
    }

    /** What is said without a number. */
    void last() {
        articles();
        every();
        nothing();
    }

    private void windows() {
        Matcher m = BETWEEN.matcher(text);
        while (m.find()) {
            String after = text.substring(m.end()).stripLeading();
            boolean clock =
                    m.group(2) != null
                            || m.group(5) != null
                            || m.group(3) != null
                            || m.group(6) != null
                            || m.group(7) != null
                            || m.group(4).matches("\\p{L}+");
            if (!clock || after.startsWith("%")) {
                continue;
            }
            boolean until =
                    m.group(6) != null && m.group(6).toLowerCase(Locale.ROOT).startsWith("p");
            boolean evening =
                    m.group(7) != null && m.group(7).matches("(?i).*(evening|afternoon|night)");
            boolean afternoon =
                    m.group(3) != null && m.group(3).toLowerCase(Locale.ROOT).startsWith("p");
            int from =
                    minutes(
                            m.group(1),
                            m.group(2),
                            afternoon || (evening || until) && m.group(3) == null);
            int to = minutes(m.group(4), m.group(5), evening || until);
            int length = (to - from + 1440) % 1440;
            if (length == 0) {
                continue;
            }
            BigDecimal hours =
                    BigDecimal.valueOf(length)
                            .divide(BigDecimal.valueOf(60), new java.math.MathContext(4))
                            .stripTrailingZeros();
            add(
                    m.start(),
                    m.end(),
                    hours,
                    "hour",
                    "",
                    "",
                    Figure.Role.PEAK,
                    "between " + clock(from) + " and " + clock(to));
        }
    }

    /** Shares in words: {@code half of them}, {@code 1 in 200}, {@code three nines}. */
    private void shares() {
        Matcher m = SHARE.matcher(text);
        while (m.find()) {
            BigDecimal value;
            String of = "";
            if (m.group("in") != null) {
                BigDecimal base = Amounts.count(m.group("in")).orElse(BigDecimal.ZERO);
                if (base.signum() <= 0) {
                    continue;
                }
                value =
                        BigDecimal.ONE
                                .divide(base, new java.math.MathContext(6))
                                .stripTrailingZeros();
            } else if (m.group("nines") != null) {
                int nines = Amounts.count(m.group("nines")).map(BigDecimal::intValue).orElse(0);
                if (nines < 2 || nines > 9) {
                    continue;
                }
                value = BigDecimal.ONE.subtract(BigDecimal.ONE.movePointLeft(nines));
            } else {
                value = part(m.group("part").toLowerCase(Locale.ROOT));
                of = m.group("of").toLowerCase(Locale.ROOT);
                if (of.matches("an?|the|our|all")
                        || text.substring(m.end("part"))
                                .matches(
                                        "(?is)^ of an? (?:hour|day|year|minute|month|week|second).*")) {
                    continue;
                }
            }
            int end = of.isEmpty() ? m.end() : m.start("of") + Figures.ofWhat(of).length();
            if (!figures.taken(m.start(), end)) {
                add(
                        m.start(),
                        end,
                        value,
                        "%",
                        Figures.one(Figures.ofWhat(of)),
                        "",
                        Figure.Role.RATIO,
                        "");
            }
        }
    }

    /** {@code twice that}, {@code double the usual}. */
    private void multiples() {
        Matcher m =
                Pattern.compile(
                                "(?i)\\b(twice|double|triple) (?:that|the (?:usual|normal|average)|as (?:many|much))\\b")
                        .matcher(text);
        while (m.find()) {
            BigDecimal value = BigDecimal.valueOf(m.group(1).equalsIgnoreCase("triple") ? 3 : 2);
            add(m.start(), m.end(), value, "x", "", "", Figure.Role.COUNT, "");
        }
    }

    private void add(
            int start,
            int end,
            BigDecimal value,
            String unit,
            String per,
            String bound,
            Figure.Role role,
            String window) {
        found.add(
                new Figure(
                        sentence, start, end, value, unit, per, bound, "", role, "", window, null));
    }

    private static BigDecimal part(String words) {
        if (words.contains("half")) {
            return new BigDecimal("0.5");
        }
        BigDecimal times =
                words.startsWith("three")
                        ? BigDecimal.valueOf(3)
                        : words.startsWith("two") ? BigDecimal.TWO : BigDecimal.ONE;
        BigDecimal by =
                words.contains("quarter")
                        ? BigDecimal.valueOf(4)
                        : words.contains("third")
                                ? BigDecimal.valueOf(3)
                                : words.contains("fifth") ? BigDecimal.valueOf(5) : BigDecimal.TEN;
        return times.divide(by, new java.math.MathContext(4)).stripTrailingZeros();
    }

    private static int minutes(String hours, @Nullable String minutes, boolean pm) {
        int h =
                switch (hours.toLowerCase(Locale.ROOT)) {
                    case "noon", "midday" -> 12;
                    case "midnight" -> 0;
                    default -> Integer.parseInt(hours) % 24;
                };
        return (pm && h < 12 ? h + 12 : h) * 60
                + (minutes == null ? 0 : Integer.parseInt(minutes) % 60);
    }

    private static String clock(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    private void articles() {
        Matcher m = ARTICLE_TIME.matcher(text);
        while (m.find()) {
            int start = m.start("article");
            if (m.group("article") == null && m.group("half") == null) {
                continue;
            }
            if (m.group("half") != null) {
                start = m.start("half");
            } else if (m.group("quarter") != null) {
                start = m.start("quarter");
            }
            boolean old =
                    m.group("of").matches("(?i)be|by|are|is")
                            && !text.substring(m.end()).matches("(?is)^ (?:old|late|behind)\\b.*");
            if (figures.taken(start, m.end())
                    || old
                    || m.group("of").equalsIgnoreCase("in")
                            && !text.substring(m.end()).matches("(?i)^(?:\\W.*|$)")) {
                continue;
            }
            BigDecimal value =
                    m.group("half") != null
                            ? new BigDecimal("0.5")
                            : m.group("quarter") != null ? new BigDecimal("0.25") : BigDecimal.ONE;
            add(
                    start,
                    m.end(),
                    value,
                    Units.time(m.group("unit")),
                    "",
                    m.group("of").matches("(?i)within|under|up to|most") ? "most" : "",
                    Figure.Role.TERM,
                    "");
        }
    }

    private void every() {
        Matcher m = EVERY.matcher(text);
        while (m.find()) {
            Phrase next = m.group("adverb") == null ? null : figures.phraseAt(m.end());
            boolean qualifies = // per daily user
                    next != null
                            && next.adjectives()
                                    .contains(m.group("adverb").toLowerCase(Locale.ROOT));
            boolean his = // their weekly need
                    m.group("adverb") != null
                            && text.substring(0, m.start())
                                    .matches(
                                            "(?is).*(?:\\b(?:my|our|his|her|its|their|your)|'s) $");
            if (figures.taken(m.start(), m.end()) || qualifies || his) {
                continue;
            }
            String unit;
            BigDecimal value = BigDecimal.ONE;
            if (m.group("ordinal") != null) {
                unit = "month";
                value = new BigDecimal(m.group("ordinal"));
            } else if (m.group("often") != null) {
                unit = Units.period(m.group("often2"));
                value =
                        m.group("often").equalsIgnoreCase("twice")
                                ? BigDecimal.TWO
                                : BigDecimal.ONE;
            } else {
                unit =
                        m.group("unit") == null
                                ? Units.period(m.group("adverb"))
                                : m.group("unit").toLowerCase(Locale.ROOT);
            }
            add(
                    m.start(),
                    m.end(),
                    value,
                    unit,
                    unit,
                    "",
                    Figure.Role.INTERVAL,
                    m.group().toLowerCase(Locale.ROOT));
        }
        // "on the 1st and 15th"
        Matcher more =
                Pattern.compile(
                                "\\bon the \\d{1,2}(?:st|nd|rd|th) and (?:the )?(\\d{1,2})(?:st|nd|rd|th)")
                        .matcher(text);
        while (more.find()) {
            add(
                    more.start(1),
                    more.end(),
                    new BigDecimal(more.group(1)),
                    "month",
                    "month",
                    "",
                    Figure.Role.INTERVAL,
                    more.group());
        }
    }

    private void nothing() {
        Matcher m =
                Pattern.compile(
                                "(?i)\\b(?:no|not a single|not one) (?:\\p{L}+ ){1,3}(?:may|must|can|should|shall) (?:ever )?(?:be|get) lost\\b|\\b(?:lose|losing) no (?!more|less|fewer|longer)\\p{L}+|\\bwithout losing (?:any|a single) \\p{L}+|\\b(?:no|zero|without(?: any)?) data(?: is| may be)? los[st]s?\\b|\\bno data (?:may|must) (?:ever )?be lost\\b|\\blose no data\\b")
                        .matcher(text);
        while (m.find()) {
            found.removeIf(f -> f.start() < m.end() && f.end() > m.start());
            add(m.start(), m.end(), BigDecimal.ZERO, "second", "", "", Figure.Role.RECOVERY, "");
        }
    }
}

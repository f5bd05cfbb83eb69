package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of quantities: counts, rates, shares of a day, percentiles, money, sizes, durations,
 * factors. What a number is of comes from the words beside it; what kind of number it is from
 * {@link Roles}.
 */
final class Figures {
    private static final int HEAP = 40;
    private static final String TIME =
            "milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|(?:business |working |calendar |consecutive )?days?|nights?|weeks?|months?|years?";
    private static final String PERIOD =
            "second|minute|hour|day|night|week|month|year|working day|weekday|business day|morning|evening|weekend|season|quarter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\p{L}{3,12} day";
    private static final String CODES =
            "EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|JPY|INR|AUD|CAD|ZAR|BRL";
    private static final String MONEY =
            "(?:"
                    + CODES
                    + "|euros?|dollars?|pounds?|francs?|zlotys?|złoty|kronor|kroner|yen|rupees?|rand)\\b";
    private static final Pattern CONTRAST =
            Pattern.compile(
                    "(?i)\\b(?:but|while|after|when|during)\\b|(?:\\band|[;:,]) (?:on|in|at|the|an?) ");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?is)\\b(?:on (?:weekdays|workdays|working days|school days|normal days|week days)|on (?:an?|most|all|every) (?:\\p{L}+ )?\\p{L}*day,?(?: (?:we|they|it) \\p{L}+)?|on (?:\\p{L}+ )?(?:\\p{L}+days?|weekends?),? (?:we|they) \\p{L}+|(?:each|every|an?|per) (?:normal |typical |average )?(?:week|working )?day,?(?: we (?:have|see|get))?)\\s+(?:about |some |around )?$");
    private static final Pattern SPAN =
            Pattern.compile(
                    "(?is)\\bin an? (?:normal|ordinary|average|typical|usual|quiet|good) (week|month|year)\\b[^,;.]{0,25}?\\s(?:about |some |around )?$");
    private static final Pattern LATER =
            Pattern.compile(
                    "(?i)\\s+\\p{L}+ed(?:\\s+(?!and\\b|or\\b)\\p{L}+){0,2}?\\s+(?:per|each|every|an?)\\s+(second|minute|hour|day|week|month|year)\\b");
    private static final Pattern UNIT =
            Pattern.compile(
                    "\\s?(?:(?<percent>%|per cent\\b|percent\\b)|(?<money>€|\\$|£|"
                            + MONEY
                            + ")|(?<size>bytes?\\b|kB\\b|KB\\b|MB\\b|GB\\b|TB\\b|PB\\b|KiB\\b|MiB\\b|GiB\\b|megabytes?\\b|gigabytes?\\b|terabytes?\\b|kilobytes?\\b)|[-\\s]?(?<time>"
                            + TIME
                            + ")\\b(?!['’]s? )|(?<factor>x\\b|×|-fold\\b|\\s?times (?=as (?:many|much)|more|today|the (?:current|present|number|load|traffic|usual|normal|average)|usual|normal|that|what|our|larger|bigger|higher)))");
    private static final Pattern RATE =
            Pattern.compile(
                    "(?:\\s+times)?\\s*(?:/|\\ban?\\s|\\bper\\s|\\beach\\s|\\bevery\\s|\\bon an?\\s|\\bin an?\\s)\\s*(?:single |normal |typical |busy |average )?(?<period>"
                            + PERIOD
                            + "|s|sec|min|h)\\b(?!\\s*(?:of|before|later|ago|back))|\\s?(?:req|requests|reqs|calls|msgs?|messages|tx|tps)?/(?:s|sec)\\b|\\s+(?<pa>p\\.a\\.?)|\\s+(?<adverb>daily|hourly|weekly|monthly|yearly|annually|nightly)\\b|\\s+today\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENTILE =
            Pattern.compile(
                    "\\bp(50|75|90|95|98|99|99\\.9)\\b|\\b(50|75|90|95|98|99)th percentile|\\bmedian\\b");
    private static final Pattern MOST =
            Pattern.compile(
                    "(?i).*(?:\\bat most|\\bup to|\\bno more than|\\bnot more than|\\bmax(?:imum)?(?: of)?|\\bless than|\\bfewer than|\\bunder|\\bbelow|\\bwithin|\\bonly|\\bto|\\bnever more than|\\blimit of|\\blimited to|<|≤|\\buntil)\\s*(?:the\\s+|€|\\$|£)?$");
    private static final Pattern LEAST =
            Pattern.compile(
                    "(?i).*(?:\\bat least|\\bmore than|\\bover|\\babove|\\bexceeding|\\bno fewer than|\\bno less than|\\bminimum(?: of)?|>|≥)\\s*(?:the\\s+|€|\\$|£)?$");
    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?i).*(?:\\babout|\\baround|\\broughly|\\bsome|\\bapprox(?:imately|\\.)?|\\bnearly|\\balmost|~|≈)\\s*(?:€|\\$|£)?$");

    private final Sentence sentence;
    private final String text;
    private final List<Part> parts;
    private final List<Figure> found = new ArrayList<>();

    private Figures(Sentence sentence) {
        this.sentence = sentence;
        this.text = sentence.text();
        this.parts = Parts.of(sentence);
    }

    static List<Figure> of(Told told) {
        if (told.sentence().kind() == Sentence.Kind.CODE) {
            return List.of();
        }
        Figures figures = new Figures(told.sentence());
        Spoken spoken = new Spoken(figures, figures.sentence, figures.found);
        spoken.first();
        List<Numerals.Numeral> numerals = Numerals.of(figures.text);
        if (numerals.size() > HEAP) {
            return List.of(); // a heap of numbers is no sentence: it is listed as not understood
        }
        numerals.forEach(figures::numeral);
        spoken.last();
        List<Figure> assigned = new ArrayList<>();
        List<Figure> sorted =
                figures.found.stream()
                        .sorted(java.util.Comparator.comparingInt(Figure::start))
                        .toList();
        for (Figure f : sorted) {
            Figure before = assigned.isEmpty() ? null : assigned.getLast();
            if (before != null && passes(before, f)) {
                assigned.set(assigned.size() - 1, before.every(f.unit()));
                continue;
            }
            boolean silent = f.phrase() == null && f.unit().isEmpty() && f.subject().isEmpty();
            if (silent
                    && before != null
                    && before.phrase() != null
                    && f.per().matches(Roles.PERIODS)) {
                // "450 payments per second on payday, 25 per second on a normal evening"
                f = f.with(f.role(), before.subject());
            }
            Figure done = Roles.assign(told, f);
            if (before != null
                    && before.role() == Figure.Role.COUNT
                    && done.role() == Figure.Role.RATE
                    && before.subject().equals(done.subject())
                    && before.per().isEmpty()) {
                // "each sends 15 messages and reads 400 a day"
                assigned.set(assigned.size() - 1, before.every(done.per()));
            }
            String between =
                    before == null || before.end() > done.start()
                            ? ""
                            : told.sentence().text().substring(before.end(), done.start());
            if (before != null
                    && before.role() == Figure.Role.COUNT
                    && done.role() == Figure.Role.RATIO
                    && done.unit().isEmpty()
                    && between.matches("(?: and |, )")) {
                // "40 views and 12 searches per order"
                assigned.set(assigned.size() - 1, before.per(done.per()));
            }
            done = after(before, between, done);
            if (done == null) {
                continue;
            }
            if (before != null
                    && done.per().matches("them|these|those|which|whom")
                    && !before.subject().isEmpty()) {
                done = done.per(before.subject()).with(done.role(), before.subject());
            }
            if (!done.window().isEmpty() && done.role() == Figure.Role.PEAK && before != null) {
                done = done.with(done.role(), before.subject());
            }
            assigned.add(done);
        }
        // "20 % more every year" is no interval
        boolean grows =
                assigned.stream()
                        .anyMatch(f -> f.role() == Figure.Role.GROWTH && f.unit().equals("%"));
        assigned.removeIf(
                f -> grows && f.role() == Figure.Role.INTERVAL && f.unit().equals("year"));
        return assigned;
    }

    /** {@code 700 trays go through the gate every day}: so many a day. */
    private static boolean passes(Figure before, Figure f) {
        return before.role() == Figure.Role.COUNT
                && before.phrase() != null
                && f.role() == Figure.Role.INTERVAL
                && f.text().matches("(?i)(?:every|each) (?:day|night|week|month|year)")
                && f.sentence()
                        .text()
                        .substring(Math.min(before.end(), f.start()), f.start())
                        .matches(
                                "(?is) (?:go|pass|come|arrive|move|leave|are (?:\\p{L}+ed|made|sold|sent))\\b[^,;]*");
    }

    /**
     * What a number is beside the one before it in its sentence; null when it says nothing more.
     */
    private static @Nullable Figure after(@Nullable Figure before, String between, Figure done) {
        if (before == null) {
            return done;
        }
        if (before.role() == Figure.Role.LIMIT
                && done.role() == Figure.Role.COUNT
                && between.matches(" and |, ")) {
            // "at most 9 people and 2 vehicles"
            return done.with(Figure.Role.LIMIT, done.subject());
        }
        if (before.role() == Figure.Role.RETENTION
                && done.role() == Figure.Role.COUNT
                && done.phrase() == null
                && between.matches("(?is).*\\bfor $")) {
            // "certificates for 12 years, photographs for five"
            return done.lasting(before.unit());
        }
        boolean measured = // "38 per second, and on one Saturday we measured 70"
                done.role() == Figure.Role.COUNT
                        && done.phrase() == null
                        && done.unit().isEmpty()
                        && between.matches(
                                "(?is).*\\b(?:measured|saw|had|reached|up to|more like)\\s+$");
        if (measured && before.per().matches(Roles.PERIODS)) {
            return done.as(Figure.Role.PEAK, before.subject(), before.per(), "");
        }
        boolean more =
                before.role() == Figure.Role.RATE
                        && done.role() == Figure.Role.RATE
                        && often(done) > often(before)
                        && (before.subject().equals(done.subject()) || done.phrase() == null)
                        && !done.per().equals("season")
                        && CONTRAST.matcher(between).find();
        if (more) {
            // "9,000 a day, but a storm brings 70,000 a day"
            return done.with(Figure.Role.PEAK, before.subject());
        }
        if (before.role() == Figure.Role.RATE
                && done.role() == Figure.Role.PEAK
                && done.unit().equals("x")) {
            return done.with(Figure.Role.PEAK, before.subject()); // "twice that on holidays"
        }
        // "offline for 6 hours every Sunday"
        boolean often =
                before.role() == Figure.Role.OUTAGE
                        && done.role() == Figure.Role.INTERVAL
                        && between.isBlank();
        return often ? null : done;
    }

    /** Times a day. */
    static double often(Figure f) {
        double days =
                switch (f.per()) {
                    case "second" -> 1.0 / 86400;
                    case "minute" -> 1.0 / 1440;
                    case "hour" -> 1.0 / 24;
                    case "week" -> 7;
                    case "month" -> 30;
                    case "year" -> 365;
                    default -> 1;
                };
        return f.value().doubleValue() / days;
    }

    boolean taken(int start, int end) {
        return found.stream().anyMatch(f -> start < f.end() && end > f.start());
    }

    private void numeral(Numerals.Numeral n) {
        if (taken(n.start(), n.end())) {
            return;
        }
        String before = text.substring(0, n.start());
        String after = text.substring(n.end());
        if (name(before, after, n) && !before.matches("(?s).*\\bR[PT]O $")) {
            return;
        }
        if (n.text().matches("(?:19|20)\\d\\d")
                && before.matches(
                        "(?is).*\\b(?:in|since|from|until|by|of|year|january|february|march|april|may|june|july|august|september|october|november|december)\\s+$")
                && !after.matches("(?s)^\\s+\\p{L}+s\\b.*")) {
            return; // a year
        }
        if (n.text().matches("[0-3]?\\d")
                && after.matches(
                        "(?is)^ (?:january|february|march|april|may|june|july|august|september|october|november|december)\\b(?! (?:be|not|have|only|never)\\b).*")) {
            return; // a date
        }
        Matcher unit = UNIT.matcher(after);
        boolean has = unit.lookingAt();
        String bound =
                MOST.matcher(before).matches()
                                && !before.matches("(?i).*\\b(?:from|between)\\b[^,;]*to\\s*")
                        ? before.matches("(?i).*\\bto\\s*")
                                        && !before.matches("(?i).*\\b(?:up|limited) to\\s*")
                                ? ""
                                : "most"
                        : LEAST.matcher(before).matches()
                                ? "least"
                                : ABOUT.matcher(before).matches() ? "about" : "";
        if (before.matches("(?i).*\\b(?:only|exactly|single)\\s*")
                || n.text().equalsIgnoreCase("one")
                        && after.matches(
                                "(?i)\\s+\\S+(?:\\s\\S+)? (?:only|at a time|at once|at the same time).*")) {
            bound = "most";
        }
        String currency =
                before.matches("(?s).*[€$£]\\s?")
                        ? before.stripTrailing().substring(before.stripTrailing().length() - 1)
                        : "";
        int end = n.end();
        BigDecimal value = n.value();
        String kind = "";
        if (!currency.isEmpty()) {
            kind = currency;
        } else if (has) {
            end += unit.end();
            if (unit.group("percent") != null) {
                kind = "%";
                value = value.movePointLeft(2);
            } else if (unit.group("money") != null) {
                kind = unit.group("money");
            } else if (unit.group("size") != null) {
                kind = unit.group("size");
            } else if (unit.group("time") != null) {
                kind = Units.time(unit.group("time"));
                if (kind.isEmpty()
                        || unit.group("time").matches("s|h") && !after.matches("^\\s?[sh]\\b.*")) {
                    kind = "";
                    end = n.end();
                }
            } else {
                kind = "x";
            }
        }
        if (kind.isEmpty() && after.matches("(?s)^(?:st|nd|rd|th)\\b.*")) {
            return;
        }
        String per = "";
        boolean slash = after.matches("(?s)^\\s?/\\s?(?:s|sec|second|min|minute|h|hour|day)\\b.*");
        Phrase phrase = kind.isEmpty() && !slash ? phraseAt(n.end()) : null;
        int past = phrase == null ? end : sentence.tokens().get(phrase.to() - 1).end();
        String rest = text.substring(Math.min(past, text.length()));
        Matcher rate = RATE.matcher(rest);
        if ((kind.isEmpty() || kind.matches("€|\\$|£|" + MONEY + "|%|kB|KB|MB|GB|TB|PB|bytes?"))
                && rate.lookingAt()) {
            per = rated(rate);
            end = past + rate.end();
        } else if (kind.isEmpty() || kind.equals("%")) {
            Matcher direct = RATE.matcher(text.substring(n.end()));
            if (phrase == null && direct.lookingAt() && kind.isEmpty()) {
                per = rated(direct);
                end = n.end() + direct.end();
            } else {
                Matcher each =
                        Pattern.compile(
                                        "^\\s*(?:times\\s+)?(?:per|for each|for every|/)\\s+(?:an?\\s+|each\\s+|every\\s+)?([\\p{L}-]+(?: [\\p{L}-]+)?)")
                                .matcher(rest);
                Matcher of =
                        Pattern.compile("^\\s+of (?:all |the |our )?([\\p{L}-]+(?: [\\p{L}-]+)?)")
                                .matcher(rest);
                if (each.find()) {
                    per = each.group(1).toLowerCase(Locale.ROOT);
                    end = past + each.end();
                } else if (kind.equals("%") && of.find()) {
                    String what = ofWhat(of.group(1).toLowerCase(Locale.ROOT));
                    per = one(what);
                    end = past + of.start(1) + what.length();
                } else {
                    end = Math.max(end, past);
                    per = kind.isEmpty() ? spread(rest) : "";
                    Matcher later = LATER.matcher(rest);
                    if (per.isEmpty() && kind.isEmpty() && phrase != null && later.lookingAt()) {
                        per = Units.period(later.group(1)); // 4 billion links crawled each month
                        end = past + later.end();
                    }
                    if (per.isEmpty() && kind.isEmpty()) {
                        per = span(before);
                    }
                }
            }
        }
        if (n.text().equalsIgnoreCase("one")
                && kind.isEmpty()
                && per.isEmpty()
                && (bound.isEmpty() || before.matches("(?is).*\\bthe only\\s*"))
                && !developer(after)) {
            return; // a determiner: one company must never see …
        }
        Matcher p = PERCENTILE.matcher(piece(n));
        String percentile =
                p.find() && kind.matches("millisecond|second|minute")
                        ? p.group(1) != null
                                ? "p" + p.group(1)
                                : p.group(2) != null ? "p" + p.group(2) : "p50"
                        : "";
        String subject = phrase == null ? "" : phrase.full();
        found.add(
                new Figure(
                        sentence,
                        n.start(),
                        Math.min(end, text.length()),
                        value,
                        Units.name(kind),
                        per,
                        bound,
                        percentile,
                        Figure.Role.COUNT,
                        subject,
                        "",
                        phrase));
    }

    /** What stands between two semicolons. */
    private String piece(Numerals.Numeral n) {
        int from = text.lastIndexOf(';', n.start()) + 1;
        int to = text.indexOf(';', n.end());
        return text.substring(from, to < 0 ? text.length() : to);
    }

    /** {@code on Sundays we have 600}: a day; {@code in a normal month we write 90}: a month. */
    private static String span(String before) {
        Matcher m = SPAN.matcher(before);
        return m.find() ? m.group(1) : DAY.matcher(before).find() ? "day" : "";
    }

    /** {@code 18,000 notices in one day}. */
    private static String spread(String rest) {
        Matcher m =
                Pattern.compile(
                                "^\\s+(?:arrive |come |happen )?(?:in|within) (?:one|a|an|a single) (second|minute|hour|day|week|month|year)\\b")
                        .matcher(rest);
        return m.find() ? m.group(1) : "";
    }

    private static String rated(Matcher rate) {
        if (rate.group("adverb") != null) {
            return Units.period(rate.group("adverb"));
        }
        if (rate.group("pa") != null) {
            return "year";
        }
        if (rate.group("period") != null) {
            return Units.period(rate.group("period"));
        }
        return rate.group().contains("/") ? "second" : "";
    }

    static String ofWhat(String words) {
        String[] two = words.split(" ");
        boolean both =
                two.length > 1
                        && !two[0].matches("them|these|those|it|which")
                        && !Words.JOIN.contains(two[1]);
        return both ? words : two[0];
    }

    /** {@code orders} of “a third of the orders”: an order; {@code them} stays. */
    static String one(String words) {
        return words.matches("them|these|those|it|which")
                ? words
                : Lexicon.wordnet().base(true, words);
    }

    private static boolean developer(String after) {
        return after.matches(
                "(?i)\\s+(?:\\p{L}+\\s+)?(?:developer|engineer|administrator|admin|person|operator|programmer|volunteer|node|server|region|site|zone)\\b.*");
    }

    /** Part of a name: SOC 2, CO2, ISO 27001, version 3, REQ-12, G7. */
    private static boolean name(String before, String after, Numerals.Numeral n) {
        return before.matches(
                                "(?s).*(?:\\b\\p{Lu}{2,}[- ]|\\b(?:version|level|step|phase|chapter|section|article|release|no\\.|number|table|figure|tier|type|req|requirement|story|part|priority|stage) ?#?-?|#|\\bv)$")
                        && n.text().matches("\\d+(?:\\.\\d+)?")
                        && !before.matches(
                                "(?s).*\\b(?:EUR|USD|GBP|CHF|API|IS|OF|MAX|MIN|SMS|PDF) $")
                || before.matches("(?s).*\\b\\p{Lu}{2,8}-$")
                || after.matches("(?s)^\\).*") && before.matches("(?s)(?:.*[:,;.]\\s+)?")
                || after.matches("(?s)^:\\d.*") // a ratio of two
                || before.isBlank() && after.matches("(?s)^[.)] .*");
    }

    @Nullable Phrase phraseAt(int offset) {
        for (Part part : parts) {
            if (part instanceof Part.Thing t && !t.phrase().pronoun()) {
                Token first = sentence.tokens().get(t.phrase().from());
                Token last = sentence.tokens().get(t.phrase().to() - 1);
                boolean holds = first.start() < offset && last.end() > offset;
                boolean next =
                        first.start() >= offset
                                && first.start() <= offset + 1
                                && !first.is("an?|the|each|every|this|that|all");
                if (holds || next) {
                    return t.phrase();
                }
                if (first.start() > offset + 1) {
                    break;
                }
            }
        }
        return null;
    }
}

package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a time is of, by the words around it: an answer, an outage, what is lost, how long something
 * is kept, what a rule grants.
 */
final class Durations {
    private static final Pattern KEEP =
            words(
                    "keep|keeps|kept|retain|retained|retention|store|stored|delete|deleted|deletes|erase|erased|archive|archived|purge|purged|remove|removed|forget|discard|discarded|remain available|available for|preserve|preserved|hold on to|stored for|history|queryable|searchable|on file|on record|of (?:no|any) use|useless|thrown away|destroyed|wiped");
    private static final Pattern DOWN =
            words(
                    "down|outage|outages|offline|(?:be|is) off|off for|lose their|loses? (?:its|the) (?:network|connection)|unavailable|fails?|failing|not available|unreachable|maintenance|downtime|gone|interruption|interrupted|power cut|out of (?:service|order)|no (?:network|connection|signal|reception|internet)|without (?:an? )?(?:network|connection|signal|internet|reception|link)|lost connection|disconnected|closed|silent|silence|standstill|stands? still|standing still|does not answer|alone|on (?:its|their|his|her) own|by (?:itself|themselves)|keeps? (?:selling|working|going|running|serving|on)|cut off|drops?|dark|away|window");
    private static final Pattern BACK =
            words(
                    "back (?:within|in|up)|recover\\w*|restor\\w*|rto|rpo|up again|(?:go|going|run|running|sell|selling|work|working|open|start|serve|serving|continue) again|again (?:within|in|after)|resumes?|resumed|data loss|lose (?:at most|no more|more|up|the last|\\d+)|lost data|losing|(?:of|worth of) (?:\\p{L}+ )?\\p{L}+ (?:are |is |be )?lost|of lost \\p{L}+|lose|must be running|running (?:again )?within|(?:go|set|fall) back|type in [^.;]*again|re-?(?:enter|type|key)\\w*");
    private static final Pattern FRESH =
            words(
                    "lag|lags|trails?|stale|old|older|delay|delayed|behind|up to date|up-to-date|fresh|reach(?:es)? (?:everyone|everybody|all)|visible|appears?|shows? up|real time|real-time|live|out of date|reflected|propagat\\w*|seen by|(?:be|is|are) on (?:the|its|his|her|their|every|all|each) [\\p{L} '-]{3,40}");
    private static final Pattern FAST =
            words(
                    "answers?|answered|respond|responds|response|load|loads|latency|fast|instant|feel|display\\w*|shown|screens?|longer than|time from|confirm\\w* in|takes|within \\d+ ?ms|returns?|comes? back|page|pages|percentile|p\\d\\d|takes? (?:less|at most|under|no|up|\\d)|results?|render|quick|quickly|milliseconds?|ms|open within|opens?|finish|perform\\w*|acknowledg\\w*|reach(?:es)?|find|look up|know");
    private static final Pattern LOSES =
            words(
                    "los(?:e|es|ing) (?:its|their|the|his|her) (?:connection|network|link|signal|line|power)|stops? \\p{L}+ing");
    private static final Pattern GIVES_BACK =
            words("(?:comes?|came|get|gets|give|given|brings?|brought|returned?|bring) back");

    private Durations() {}

    private static Pattern words(String words) {
        return Pattern.compile("(?i)\\b(?:" + words + ")\\b");
    }

    /** Whether a heading speaks of how long something is kept. */
    static boolean keeps(String words) {
        return KEEP.matcher(words).find();
    }

    /** Whether something is said to be out of order. */
    static boolean down(String words) {
        return DOWN.matcher(words).find();
    }

    /** {@code 4 hours a month} of standstill: the period, or empty. */
    static String allowance(Figure f) {
        Matcher m =
                Pattern.compile(
                                "(?i)^(?: of [\\p{L}-]+)? (?:an?|per|each|every|in an?) (week|month|quarter|year)\\b")
                        .matcher(f.sentence().text().substring(f.end()));
        return f.time() && f.per().isEmpty() && m.find() ? m.group(1) : "";
    }

    /** What is left of {@link #allowance} in percent: 4 hours of a month of 30 days leave 99.44. */
    static String availability(Figure f) {
        BigDecimal hours =
                switch (f.unit()) {
                    case "second" ->
                            f.value().divide(BigDecimal.valueOf(3600), MathContext.DECIMAL64);
                    case "minute" ->
                            f.value().divide(BigDecimal.valueOf(60), MathContext.DECIMAL64);
                    default -> f.value();
                };
        int days =
                switch (allowance(f)) {
                    case "week" -> 7;
                    case "month" -> 30;
                    case "quarter" -> 91;
                    default -> 365;
                };
        BigDecimal down = hours.divide(BigDecimal.valueOf(days * 24L), MathContext.DECIMAL64);
        return BigDecimal.ONE
                .subtract(down)
                .movePointRight(2)
                .setScale(down.compareTo(new BigDecimal("0.001")) < 0 ? 3 : 2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    static Figure.Role role(Figure f, String near, String before, String all) {
        String after = all.substring(f.end());
        if (!f.percentile().isEmpty()) {
            return Figure.Role.LATENCY;
        }
        if (f.window().isEmpty() && before.matches("(?is).*\\bevery\\s+$")) {
            return Figure.Role.INTERVAL;
        }
        if (allowed(f, near, before)) {
            return Figure.Role.AVAILABILITY;
        }
        if (LOSES.matcher(near).find()) {
            return Figure.Role.OUTAGE;
        }
        if (near.matches(
                "(?is).*\\bha(?:s|ve) (?:not )?been (?:silent|offline|down|away|gone)\\b.*")) {
            return Figure.Role.TERM; // what is silent for a day is lost
        }
        if (BACK.matcher(near).find() && !GIVES_BACK.matcher(near).find()) {
            return Figure.Role.RECOVERY;
        }
        if (gone(before)) {
            return Figure.Role.RETENTION;
        }
        if (down(near) && !before.matches("(?is).*\\bwithin\\s+$") && !expires(near)) {
            return Figure.Role.OUTAGE;
        }
        if (before.matches("(?is).*\\bwithin (?:the )?(?:next )?$")
                        && Roles.GROWTH.matcher(near).find()
                || all.matches("(?is).*\\b(?:grow\\w*|times as many|times today|times the)\\b.*")
                        && f.unit().matches("month|year")
                        && !KEEP.matcher(near).find()) {
            return Figure.Role.GROWTH;
        }
        if (f.unit().equals("millisecond")) {
            return Figure.Role.LATENCY;
        }
        if (before.matches("(?is).*\\bin the (?:first|last|final) $")
                && !Roles.GROWTH.matcher(near).find()) {
            return Figure.Role.PEAK;
        }
        if (retained(f, near, before, after)) {
            return Figure.Role.RETENTION;
        }
        boolean days = f.unit().matches("day|week|month|year");
        boolean old =
                near.matches(
                        "(?is).*\\b(?:older than|(?:minutes?|hours?|days?|seconds?) (?:old|behind|late)|out of date|stale|lag\\w*)\\b.*");
        boolean ended =
                near.matches("(?is).*\\b(?:delete\\w*|purge\\w*|archive\\w*|years old)\\b.*");
        if (old && !ended && !f.unit().matches("month|year")) {
            return Figure.Role.FRESHNESS;
        }
        if (f.unit().matches("second|minute") && FRESH.matcher(near).find() && !expires(before)) {
            return Figure.Role.FRESHNESS;
        }
        boolean prompt =
                before.matches(
                        "(?is).*\\b(?:within|in under|in less than|no longer than|no later than|in at most|not more than|takes?|after at most)\\s+$");
        boolean soon =
                before.matches("(?is).*\\bin (?:about |around )?$")
                        || after.matches("(?is)^ to \\p{L}+.*");
        if (f.unit().equals("second")
                && !expires(near)
                && (prompt || soon || FAST.matcher(near).find())) {
            return Figure.Role.LATENCY;
        }
        return !days && before.matches("(?is).*\\btakes? (?:up to |at most |about )?$")
                ? Figure.Role.LATENCY
                : Figure.Role.TERM;
    }

    /** A standstill that is put up with: so much a month, or so much during something. */
    private static boolean allowed(Figure f, String near, String before) {
        boolean borne =
                near.matches(
                        "(?is).*\\b(?:can (?:bear|tolerate|accept|afford|live with)|may (?:be down|be off|be unavailable|be offline|stand still|stop)|downtime|acceptable|tolerable)\\b.*");
        String text = f.sentence().text();
        String close =
                text.substring(Math.max(0, f.start() - 45), Math.min(text.length(), f.end() + 30));
        return f.unit().matches("second|minute|hour")
                && down(close)
                && borne
                && (!allowance(f).isEmpty()
                        || f.sentence().text().matches("(?is).*\\bstandstill\\b.*"))
                && !before.matches("(?is).*\\b(?:its?|their|provider|bank|partner)\\b[^,;]*$");
    }

    /** {@code must be gone after 14 days}, {@code Retention: pictures 48 hours}. */
    private static boolean gone(String before) {
        return before.matches(
                "(?is).*\\b(?:gone|go|dropped|disappear\\w*|vanish\\w*) (?:after|within) $|(?:retention|storage|stored|kept)(?: periods?| times?)?: .*");
    }

    private static boolean expires(String words) {
        return words.matches(
                "(?is).*\\b(?:expires?|lapses?|cancel\\w*|accept\\w*|released?|offered)\\b.*");
    }

    private static boolean retained(Figure f, String near, String before, String after) {
        boolean days = f.unit().matches("day|week|month|year");
        boolean before24 =
                after.matches(
                        "(?is)^\\s*(?:before|prior|in advance|ahead|earlier|beforehand|notice|ago|later).*");
        if (KEEP.matcher(near).find()
                && (days || before.matches("(?is).*\\b(?:after|for)\\s+(?:at least )?$"))
                && !before24
                && !before.matches("(?is).*\\b(?:within|must|be) (?:disappear|within)\\b.*")) {
            return true;
        }
        if (days
                && before.matches(
                        "(?is).*\\b(?:can|may) (?:go|be (?:dropped|destroyed|thrown away)) (?:after )?$")) {
            return true;
        }
        boolean goes =
                near.matches(
                        "(?is).*\\b(?:valid|lasts?|lease\\w*|contracts?|suspend\\w*|bann?\\w*|block\\w*|free|guarante\\w*|warrant\\w*|rent\\w*|book\\w*|hire\\w*|lend\\w*|lent|borrow\\w*|worked|experience|members?(?:hip)?|reserv\\w*|locked|hold|held|down|open|stay(?:s|ed)? (?:closed|open|blocked|locked))\\b.*");
        return f.unit().matches("month|year")
                && before.matches(
                        "(?is).*\\bfor (?:at least |up to |the last |another |about |around )?$")
                && !goes
                && !before24;
    }
}

package org.groundplan.brief.prose;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of a table: the first cell of a row says what of, the head of a column says which.
 *
 * <pre>
 * | Figure          | Today  | Growth per year |
 * | Orders per day  | 22,000 | 50 %            |
 * </pre>
 */
final class Rows {
    private static final Pattern PER =
            Pattern.compile(
                    "\\b(?:(?:per|a|an|each|every)\\s+(?:normal |typical |busy |average |busiest |single )?([\\p{L}-]+(?: day)?)|on (?:an?|the)\\s+(?:[\\p{L}-]+ )?([\\p{L}]*(?:day|night|evening|weekend)))\\b");

    private Rows() {}

    static Figure assign(Figure f) {
        String text = f.sentence().text();
        List<String> cells = List.of(text.split(" \\| ", -1));
        int cell = 0;
        int at = 0;
        while (cell + 1 < cells.size() && at + cells.get(cell).length() + 3 <= f.start()) {
            at += cells.get(cell).length() + 3;
            cell++;
        }
        String label = cells.getFirst();
        String head = cell < f.sentence().head().size() ? f.sentence().head().get(cell) : "";
        String words = (label + " " + (cell == 0 ? "" : head)).toLowerCase(Locale.ROOT);
        String subject =
                Parts.of(Nlp.english().tokens(label)).stream()
                        .filter(Part.Thing.class::isInstance)
                        .map(p -> ((Part.Thing) p).phrase())
                        .filter(p ->
                                !p.pronoun()
                                        && !Words.SEE_THROUGH.contains(p.head())
                                        && !p.head()
                                                .matches(
                                                        "share|time|average|median|"
                                                                + Roles.PERIODS))
                        .map(Phrase::full)
                        .findFirst()
                        .orElse(label.toLowerCase(Locale.ROOT));
        Matcher per = PER.matcher(words);
        String of = f.per();
        while (of.isEmpty() && per.find()) {
            of = Units.period(per.group(per.group(1) == null ? 2 : 1));
        }
        String own = cells.get(cell).toLowerCase(Locale.ROOT);
        return f.as(
                role(
                        f,
                        own,
                        cell == 0
                                ? f.sentence().head().isEmpty()
                                        ? words
                                        : label.toLowerCase(Locale.ROOT)
                                : words,
                        head.toLowerCase(Locale.ROOT),
                        of),
                subject,
                of,
                percentile(words, f));
    }

    private static String percentile(String words, Figure f) {
        Matcher m = Pattern.compile("\\bp\\d\\d\\b").matcher(words);
        return m.find() ? m.group() : f.percentile();
    }

    private static Figure.Role role(Figure f, String cell, String words, String head, String per) {
        if (cell.matches(
                ".*\\b(?:more|fewer|less) (?:\\p{L}+ ){0,2}(?:each|every|an?|per) (?:month|year)\\b.*")) {
            return Figure.Role.GROWTH;
        }
        if (cell.matches(".*\\b(?:busiest|peak|at worst|at once)\\b.*")) {
            return Figure.Role.PEAK;
        }
        if (f.time() && cell.matches(".*\\bevery\\b.*")) {
            return Figure.Role.INTERVAL;
        }
        if (f.time() && cell.matches(".*\\b(?:old|late|behind)\\b.*")) {
            return Figure.Role.FRESHNESS;
        }
        if (head.matches(".*\\b(?:growth|increase)\\b.*")
                || words.matches(".*\\b(?:growth|year on year|each year)\\b.*")
                        && f.unit().equals("%")) {
            return Figure.Role.GROWTH;
        }
        if (!f.window().isEmpty()) {
            return Figure.Role.PEAK;
        }
        if (f.unit().equals("%")) {
            return words.matches(".*\\b(?:availab\\w*|uptime)\\b.*")
                    ? Figure.Role.AVAILABILITY
                    : words.matches(
                                    ".*\\b(?:between|peak|busiest)\\b.*|.*\\bshare of [^|]*\\b(?:in|at|on|during)\\b.*")
                            ? Figure.Role.PEAK
                            : Figure.Role.RATIO;
        }
        if (f.money()) {
            return Figure.Role.BUDGET;
        }
        if (f.unit().matches("bytes?|[kMGTP]i?B")) {
            return Figure.Role.SIZE;
        }
        if (f.time()) {
            return words.matches(
                            ".*\\b(?:kept|keep|retention|retained|stored|deleted|storage time)\\b.*")
                    ? Figure.Role.RETENTION
                    : words.matches(
                                    ".*\\b(?:rpo|rto|recovery|restore|data loss|back (?:after|within|up)|(?:breakdown|crash|failure))\\b.*")
                            ? Figure.Role.RECOVERY
                            : words.matches(
                                            ".*\\b(?:outage|down|downtime|offline|maintenance|lost|unreachable)\\b.*")
                                    ? Figure.Role.OUTAGE
                                    : words.matches(
                                                            ".*\\b(?:p\\d\\d|latency|response|answer|time from|load|page)\\b.*")
                                                    || f.unit().matches("millisecond|second")
                                            ? Figure.Role.LATENCY
                                            : words.matches(
                                                            ".*\\b(?:delay|lag|age|old|freshness)\\b.*")
                                                    ? Figure.Role.FRESHNESS
                                                    : words.matches(
                                                                    ".*\\b(?:interval|every|frequency)\\b.*")
                                                            ? Figure.Role.INTERVAL
                                                            : Figure.Role.TERM;
        }
        if (words.matches(
                ".*\\b(?:peak|busiest|worst|at once|maximum|max|concurrent|top|record day)\\b.*")) {
            return Figure.Role.PEAK;
        }
        if (words.matches(".*\\b(?:developers?|engineers?|teams?)\\b.*")) {
            return Figure.Role.TEAM;
        }
        if (per.matches(Roles.PERIODS)) {
            return Figure.Role.RATE;
        }
        return per.isEmpty() ? Figure.Role.COUNT : Figure.Role.RATIO;
    }
}

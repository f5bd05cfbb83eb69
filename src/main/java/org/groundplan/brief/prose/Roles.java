package org.groundplan.brief.prose;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of number a number is, by the words around it. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Roles {
    private static final String MAKERS =
            "developer|engineer|programmer|team|squad|administrator part-time|operator|devops engineer|sre|person team|full-time|fte|staff engineer|contractor";
    private static final String PLACES =
            "region|country|city|data centre|data center|datacenter|zone|site|branch|office|location|continent|market|canton|county|town|village|depot|campus|state";
    private static final Pattern GROWTH =
            Pattern.compile(
                    "(?i)\\b(?:grow|grows|growth|growing|expect|hope|double|doubling|triple|scale|forecast|plan to|more (?:countries|cities|customers)|times (?:as many|as much|more|today|the)|fold|within the next|in the next)\\b");
    private static final Pattern KEEP =
            Pattern.compile(
                    "(?i)\\b(?:keep|keeps|kept|retain|retained|retention|store|stored|delete|deleted|deletes|erase|erased|archive|archived|purge|purged|remove|removed|forget|discard|discarded|remain available|available for|preserve|preserved|hold on to|stored for|history)\\b");
    private static final Pattern DOWN =
            Pattern.compile(
                    "(?i)\\b(?:down|outage|outages|offline|(?:be|is) off|off for|lose their|loses? (?:its|the) (?:network|connection)|unavailable|fails?|failing|not available|unreachable|maintenance|downtime|gone|interruption|power cut|out of (?:service|order)|no (?:network|connection|signal|reception|internet)|without (?:a )?(?:network|connection|signal|internet)|lost connection|disconnected|closed)\\b");
    private static final Pattern BACK =
            Pattern.compile(
                    "(?i)\\b(?:back (?:within|in|up)|recover\\w*|restor\\w*|rto|rpo|up again|running again|data loss|lose (?:at most|no more|more|up)|lost data|losing|(?:of|worth of) \\p{L}+ (?:are |is |be )?lost|lose|must be running|running (?:again )?within|(?:go|set|fall) back)\\b");
    private static final Pattern FRESH =
            Pattern.compile(
                    "(?i)\\b(?:lag|lags|stale|old|older|delay|delayed|behind|up to date|up-to-date|fresh|reach(?:es)? (?:everyone|everybody|all)|visible|appears?|shows? up|real time|real-time|live|out of date|reflected|propagat\\w*|seen by)\\b");
    private static final Pattern FAST =
            Pattern.compile(
                    "(?i)\\b(?:answers?|answered|respond|responds|response|load|loads|latency|fast|instant|feel|display\\w*|shown|screens?|longer than|time from|confirm\\w* in|takes|within \\d+ ?ms|returns?|page|pages|percentile|p\\d\\d|takes? (?:less|at most|under|no)|results?|render|quick|quickly|milliseconds?|ms|open within|finish|perform\\w*)\\b");
    private static final Pattern AVAILABLE =
            Pattern.compile(
                    "(?i)\\b(?:availab\\w*|uptime|of the time|up time|must work|works?|reachable|sla)\\b");
    private static final Pattern PEAK =
            Pattern.compile(
                    "(?i)\\b(?:peak|peaks|busiest|rush|payday|pay day|at once|burst|bursts|at the same time|simultaneous\\w*|concurrent\\w*|worst|spike|spikes|have seen|as many as|on an? (?:big|bad|busy) (?:day|night))\\b");
    private static final Pattern PARTNER =
            Pattern.compile(
                    "(?i)\\b(?:api|partner|partner's|provider|provider's|gateway|bank|service|rate limit|quota|their side|limit|limits|limited|allows|accepts|permits|throttles?)\\b");

    private Roles() {}

    static Figure assign(Told told, Figure f) {
        if (f.sentence().kind() == Sentence.Kind.ROW && f.sentence().text().contains(" | ")) {
            return Rows.assign(f);
        }
        Figure.Role role = role(told, f);
        return f.with(role, subject(told, f, role));
    }

    private static Figure.Role role(Told told, Figure f) {
        String near = near(f);
        String all = f.sentence().text();
        String before = all.substring(0, f.start());
        if (f.role() == Figure.Role.INTERVAL
                && DOWN.matcher(near).find()
                && f.window().matches("(?i)(?:once|twice) .*")) {
            return Figure.Role.OUTAGE;
        }
        if (f.role() == Figure.Role.RECOVERY
                || f.role() == Figure.Role.INTERVAL
                || !f.window().isEmpty() && f.role() == Figure.Role.PEAK) {
            return f.role();
        }
        if (f.unit().matches("EUR|USD|GBP|CHF")) {
            boolean whole =
                    all.matches(
                                    "(?is).*\\b(?:budget|spend|afford|hosting|infrastructure|cloud|servers?)\\b.*")
                            || f.per().matches("month|year");
            return whole ? Figure.Role.BUDGET : Figure.Role.LIMIT;
        }
        if (f.unit().matches("bytes?|kB|KB|MB|GB|TB|PB|KiB|MiB|GiB")) {
            return Figure.Role.SIZE;
        }
        if (f.time()
                && f.unit().matches("day|week|month|year")
                && KEEP.matcher(f.sentence().heading()).find()) {
            return Figure.Role.RETENTION;
        }
        if (f.unit().equals("%") && f.text().matches("(?i).*nines")) {
            return Figure.Role.AVAILABILITY;
        }
        if (f.unit().equals("x")) {
            return Figure.Role.GROWTH;
        }
        if (f.unit().equals("%")) {
            return percent(f, near, all);
        }
        if (f.time()) {
            return duration(f, near, before, all);
        }
        return count(told, f, near, before, all);
    }

    private static Figure.Role percent(Figure f, String near, String all) {
        double v = f.value().doubleValue();
        if (f.per().equals("year")
                || f.start() > 0 && all.charAt(f.start() - 1) == '+'
                || near.matches(
                        "(?is).*\\b(?:growth|growing|grows?|grew|increase\\w*|more \\p{L}+ (?:every|each|a|per) year)\\b.*")) {
            return Figure.Role.GROWTH;
        }
        if (f.per().matches("requests?|calls?|answers?|queries|cases|all .*")
                && near.matches("(?is).*\\b(?:second|seconds|ms|milliseconds|minutes?)\\b.*")) {
            return Figure.Role.LATENCY;
        }
        if (GROWTH.matcher(near).find()
                && all.matches("(?is).*\\b(?:grow|growth|more|increase)\\b.*")) {
            return Figure.Role.GROWTH;
        }
        if (v >= 0.9
                && (AVAILABLE.matcher(near).find()
                        || f.per().isEmpty()
                        || f.per().matches("time.*"))) {
            return Figure.Role.AVAILABILITY;
        }
        boolean window =
                all.substring(f.end())
                        .matches(
                                "(?is)^[^.;]*?\\b(?:between|from \\d|in the (?:morning|evening|first|last)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|at (?:the )?(?:peak|lunch|night)|within|in \\w+ (?:hours?|minutes?|days?)|during)\\b.*");
        return window && !f.per().matches("(?:.*\\b)?(?:customers|users)\\b")
                        || PEAK.matcher(near).find()
                ? Figure.Role.PEAK
                : Figure.Role.RATIO;
    }

    private static Figure.Role duration(Figure f, String near, String before, String all) {
        String after = all.substring(f.end());
        if (!f.percentile().isEmpty()) {
            return Figure.Role.LATENCY;
        }
        if (f.window().isEmpty() && before.matches("(?is).*\\bevery\\s+$")) {
            return Figure.Role.INTERVAL;
        }
        if (BACK.matcher(near).find()
                && !near.matches(
                        "(?is).*\\b(?:comes?|came|get|gets|give|given|brings?|brought|returned?|bring) back\\b.*")) {
            return Figure.Role.RECOVERY;
        }
        if (DOWN.matcher(near).find() && !before.matches("(?is).*\\bwithin\\s+$")) {
            return Figure.Role.OUTAGE;
        }
        if (before.matches("(?is).*\\bwithin (?:the )?(?:next )?$") && GROWTH.matcher(near).find()
                || all.matches("(?is).*\\b(?:grow\\w*|times as many|times today|times the)\\b.*")
                        && f.unit().matches("month|year")
                        && !KEEP.matcher(near).find()) {
            return Figure.Role.GROWTH;
        }
        if (f.unit().equals("millisecond")) {
            return Figure.Role.LATENCY;
        }
        if (before.matches("(?is).*\\bin the (?:first|last|final) $")
                && !GROWTH.matcher(near).find()) {
            return Figure.Role.PEAK;
        }
        boolean longTime = f.unit().matches("day|week|month|year");
        boolean before24 =
                after.matches(
                        "(?is)^\\s*(?:before|prior|in advance|ahead|earlier|beforehand|notice|ago|later).*");
        if (KEEP.matcher(near).find()
                && (longTime || before.matches("(?is).*\\b(?:after|for)\\s+(?:at least )?$"))
                && !before24
                && !before.matches("(?is).*\\b(?:within|must|be) (?:disappear|within)\\b.*")) {
            return Figure.Role.RETENTION;
        }
        if (longTime
                && before.matches("(?is).*\\bfor (?:at least |up to |the last |another )?$")
                && near.matches(
                        "(?is).*\\b(?:statement|records?|history|log|logs|audit|auditable|explained|traceable|documents?|data|files?)\\b.*")) {
            return Figure.Role.RETENTION;
        }
        if (near.matches(
                        "(?is).*\\b(?:older than|(?:minutes?|hours?|days?|seconds?) (?:old|behind|late)|out of date|stale|lag\\w*)\\b.*")
                && !near.matches("(?is).*\\b(?:delete\\w*|purge\\w*|archive\\w*|years old)\\b.*")) {
            return Figure.Role.FRESHNESS;
        }
        if (f.unit().matches("second|minute")
                && FRESH.matcher(near).find()
                && !before.matches("(?is).*\\b(?:expires?|cancel\\w*|accept\\w*)\\b.*")) {
            return Figure.Role.FRESHNESS;
        }
        boolean prompt =
                before.matches(
                        "(?is).*\\b(?:within|in under|in less than|no longer than|no later than|in at most|not more than|takes?|after at most)\\s+$");
        if (f.unit().equals("second") && (FAST.matcher(near).find() || prompt)) {
            return Figure.Role.LATENCY;
        }
        return Figure.Role.TERM;
    }

    private static Figure.Role count(Told told, Figure f, String near, String before, String all) {
        String subject = f.subject();
        String after = all.substring(f.end());
        boolean ofPeople = !subject.isEmpty() && (" " + subject).matches(".* (?:" + MAKERS + ")");
        if (ofPeople && !all.matches("(?is).*\\b(?:users?|customers?) (?:are|is)\\b.*")
                || f.phrase() == null
                        && (near.matches("(?is).*\\b(?:teams?|squads?)\\b.*") || inTeams(f))
                        && !f.per().matches(Roles.periods())) {
            return Figure.Role.TEAM;
        }
        if (after.matches(
                "(?is)^ (?:or (?:older|younger|more|less|fewer|above|below|over|under)|and (?:over|above|older|under)|years old)\\b.*")) {
            return Figure.Role.LIMIT;
        }
        boolean helpers =
                f.phrase() != null
                        && subject.matches(
                                "(?:.* )?(?:people|person|contractor|colleague|administrator)")
                        && all.matches(
                                "(?is).*\\b(?:IT|teams?|develop\\w*|builds?|looks? after|maintains?|knows?|engineers?|programm\\w*)\\b.*")
                        && !f.per().matches(periods());
        if (helpers) {
            return Figure.Role.TEAM;
        }
        if (f.per().equals("month")
                && Lexicon.wordnet().person(head(subject))
                && f.bound().isEmpty()) {
            return Figure.Role.COUNT; // active in a month
        }
        if (subject.matches("(?:.* )?(?:attempt|try|failure|retry|reminder)")
                && before.matches("(?is).*\\bafter\\s+$")) {
            return Figure.Role.LIMIT;
        }
        if (before.matches(
                        "(?is).*\\b(?:below|under|over|above|exceed|exceeds|than|least|most|older than|younger than)\\s+$")
                && f.phrase() == null
                && f.per().isEmpty()) {
            return Figure.Role.LIMIT;
        }
        if (f.per().matches(periods())) {
            if (f.bound().equals("most")
                    && !PEAK.matcher(near).find()
                    && !near.matches("(?is).*\\b(?:only|up to)\\b.*")) {
                return Figure.Role.LIMIT;
            }
            if (PARTNER.matcher(before + " " + after.replaceFirst("[.;].*", "")).find()
                    && all.matches(
                            "(?is).*\\b(?:allows?|allowed|takes|handles|copes|manages|limits?|limited|permits?|accepts? (?:at most|no more|only|up)|at most|no more than|rate limit|quota|throttl\\w*|maximum|max)\\b.*")) {
                return Figure.Role.LIMIT;
            }
            return PEAK.matcher(near).find() && !near.matches("(?is).*\\bnormal\\b.*")
                    ? Figure.Role.PEAK
                    : Figure.Role.RATE;
        }
        if (f.bound().equals("most")
                        && !f.per().isEmpty()
                        && !before.matches("(?is).*\\b(?:about|up to)\\s+$")
                || subject.matches("concurrent .*") && PARTNER.matcher(before).find()) {
            return Figure.Role.LIMIT;
        }
        if (told.clauses().stream()
                .anyMatch(c ->
                        f.phrase() != null
                                && c.objects().contains(f.phrase())
                                && c.subject() != null
                                && c.subject()
                                        .head()
                                        .matches(
                                                "day|week|month|hour|evening|saturday|sunday|monday|friday"))) {
            return PEAK.matcher(near).find() ? Figure.Role.PEAK : Figure.Role.RATE;
        }
        if (near.matches("(?is).*\\bin the (?:first|last) .*") && f.per().isEmpty()) {
            return Figure.Role.PEAK;
        }
        if (!f.per().isEmpty()
                || near.matches("(?is)^\\W*(?:in )?each\\b.*")
                || before.matches(
                        "(?is).*\\b(?:each|every) [\\p{L}' -]{2,30}? (?:has|have|contains|holds|with|gets|sends|writes|makes)\\s+(?:about |around |up to )?$")
                || after.matches("(?is)^ (?:each|apiece)\\b.*")) {
            return Figure.Role.RATIO;
        }
        if (before.matches("(?is).*\\b(?:biggest|largest|smallest)\\b.*") && f.bound().isEmpty()) {
            return Figure.Role.COUNT;
        }
        if (subject.matches("(?:.* )?more .*|more")
                || GROWTH.matcher(near).find() && after.matches("(?is)^ more\\b.*")) {
            return Figure.Role.GROWTH;
        }
        if (f.phrase() != null
                && f.phrase().determiner().contains("more")
                && GROWTH.matcher(all).find()) {
            return Figure.Role.GROWTH;
        }
        boolean ruled =
                near.matches(
                        "(?is).*\\b(?:never|not|must|shall|may|rejects?|refuses?|approval|require\\w*|only|exactly|nobody|no one|limit\\w*)\\b.*");
        if (!f.bound().isEmpty()
                        && f.bound().matches("most|least")
                        && (ruled || !before.matches("(?is).*\\b(?:more than|over)\\s+$"))
                || before.matches("(?is).*\\b(?:no|not|never) more than\\s+$")) {
            return Figure.Role.LIMIT;
        }
        if (subject.matches("(?:.* )?(?:" + PLACES + ")")) {
            return Figure.Role.SITES;
        }
        if (subject.matches("side|party|step|attempt|retry")
                || told.clauses().stream()
                        .anyMatch(c ->
                                c.subject() != null
                                        && c.subject().determiner().matches("each|every")
                                        && f.phrase() != null
                                        && c.objects().contains(f.phrase()))) {
            return Figure.Role.RATIO;
        }
        return Figure.Role.COUNT;
    }

    private static String head(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    static String periods() {
        return "second|minute|hour|day|night|week|month|year|working day|morning|evening|weekend|season|quarter|today";
    }

    /** {@code ordering (6), couriers (5)} in a sentence about teams. */
    private static boolean inTeams(Figure f) {
        return f.sentence().text().matches("(?is).*\\bteams?\\b.*")
                && f.sentence().text().substring(0, f.start()).matches("(?s).*\\($");
    }

    /** The words between the marks around a number. */
    static String near(Figure f) {
        String text = f.sentence().text();
        int from = f.start();
        int depth = 0;
        while (from > 0) {
            char c = text.charAt(from - 1);
            if (c == ')') {
                depth++;
            } else if (c == '(' && depth > 0) {
                depth--;
            }
            if (";:|".indexOf(c) >= 0
                    || c == '.' && from < text.length() && text.charAt(from) == ' ') {
                break;
            }
            if (c == ',' && depth == 0 && f.start() - from > 3 && clauseBegins(text, from)) {
                break;
            }
            from--;
        }
        int to = f.end();
        while (to < text.length()) {
            char c = text.charAt(to);
            if (";|".indexOf(c) >= 0
                    || c == '.' && (to + 1 == text.length() || text.charAt(to + 1) == ' ')
                    || c == ',') {
                break;
            }
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean clauseBegins(String text, int at) {
        return text.substring(at)
                .matches(
                        "(?s)^ (?:and |but |or )?(?:\\p{L}+ ){1,4}(?:is|are|must|may|can|never|should|has|have|will)\\b.*|^ \\d.*|^ (?:back|no)\\b.*");
    }

    private static String subject(Told told, Figure f, Figure.Role role) {
        if (role == Figure.Role.BUDGET
                || role == Figure.Role.AVAILABILITY && !AVAILABLE.matcher(near(f)).find()) {
            return "system";
        }
        if (!f.subject().isEmpty() && f.unit().isEmpty() && role != Figure.Role.LIMIT) {
            return f.subject();
        }
        if (role == Figure.Role.RETENTION) {
            String text = f.sentence().text();
            int comma =
                    Math.max(text.lastIndexOf(',', f.start()), text.lastIndexOf(';', f.start()));
            String piece = text.substring(comma + 1, f.start());
            java.util.regex.Matcher elliptic =
                    Pattern.compile(
                                    "(?i)^\\s*(?:and )?(?:the |all |our )?([\\p{L} -]{3,30}?) (?:for|after) (?:at least |up to )?$")
                            .matcher(piece);
            if (elliptic.find()
                    && !elliptic.group(1)
                            .matches(
                                    "(?i).*\\b(?:is|are|be|keep|kept|delete|deleted|data|records?|stored?|must|will)\\b.*")) {
                return Lexicon.wordnet().base(true, elliptic.group(1).strip());
            }
        }
        Clause clause = clause(told, f);
        if (role == Figure.Role.LIMIT && !f.subject().isEmpty()) {
            return f.subject();
        }
        if (role == Figure.Role.TEAM && f.phrase() == null) {
            String before = f.sentence().text().substring(0, f.start()).replaceAll("[( ]+$", "");
            return before.substring(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1)
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }
        if (!f.per().isEmpty() && role == Figure.Role.RATIO && f.unit().equals("%")) {
            return f.per();
        }
        if (clause != null && (role == Figure.Role.TERM || role == Figure.Role.INTERVAL)) {
            for (Phrase object : clause.objects()) {
                if (measured(object, f)) {
                    return object.full();
                }
            }
        }
        return clause == null ? nounBefore(f) : head(clause, f);
    }

    /** Whether a phrase is what a number is about, and not its unit or a time. */
    private static boolean measured(Phrase phrase, Figure f) {
        return !phrase.pronoun()
                && phrase != f.phrase()
                && phrase.number().isEmpty()
                && !phrase.head()
                        .matches(
                                periods()
                                        + "|ms|mb|kb|gb|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|times|average");
    }

    /** {@code 45 % of them}: what was counted before. */
    private static String nounBefore(Figure f) {
        String name = "";
        for (Part part : Parts.of(f.sentence())) {
            if (part instanceof Part.Thing t
                    && measured(t.phrase(), f)
                    && f.sentence().tokens().get(t.phrase().from()).start() < f.start()) {
                name = t.phrase().full();
            }
        }
        return name;
    }

    private static String head(Clause c, Figure f) {
        if (c.subject() != null && !c.subject().pronoun()) {
            return c.subject().full();
        }
        for (Phrase object : c.objects()) {
            if (measured(object, f)) {
                return object.full();
            }
        }
        return nounBefore(f);
    }

    private static @Nullable Clause clause(Told told, Figure f) {
        Clause best = null;
        for (Clause c : told.clauses()) {
            if (c.from() >= c.to() || c.from() >= f.sentence().tokens().size()) {
                continue;
            }
            int start = f.sentence().tokens().get(c.from()).start();
            boolean says = c.act() != null || c.objects().stream().anyMatch(o -> measured(o, f));
            if (start <= f.start() && (best == null || says)) {
                best = c;
            }
        }
        return best;
    }
}

package org.groundplan.brief.prose;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of number a number is, by the words around it. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Roles {
    /** What a rate can be per, as the text says it. */
    static final String PERIODS =
            "second|minute|hour|day|night|week|month|year|working day|morning|evening|weekend|season|quarter|today";

    private static final String SPAN =
            "hour|day|week|month|year|morning|evening|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String MAKERS =
            "developer|engineer|programmer|team|squad|administrator part-time|devops engineer|sre|person team|full-time|fte|staff engineer|contractor";
    private static final String PLACES =
            "region|country|city|data centre|data center|datacenter|zone|site|branch|office|location|continent|market|canton|county|town|village|depot|campus|state";
    static final Pattern GROWTH =
            Pattern.compile(
                    "(?i)\\b(?:grow|grows|growth|growing|expect|hope|double|doubling|triple|scale|forecast|plan to|more (?:countries|cities|customers)|times (?:as many|as much|more|today|the)|fold|within the next|in the next)\\b");
    static final Pattern NO_MORE =
            Pattern.compile(
                    "(?i)\\b(?:no|not|never|cannot|can't|nobody|none|nothing)\\b[^.;:]*\\b(?:more|longer|larger|less|fewer) than\\s+$");
    static final Pattern AVAILABLE =
            Pattern.compile(
                    "(?i)\\b(?:availab\\w*|uptime|of the time|up time|must work|works?|reachable|sla)\\b");
    static final Pattern PEAK =
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
        Figure done = f.with(role, subject(told, f, role));
        boolean timeless =
                done.per().isEmpty()
                        && done.unit().isEmpty()
                        && (role == Figure.Role.RATE || role == Figure.Role.PEAK);
        return timeless ? done.as(role, done.subject(), span(told, f), done.percentile()) : done;
    }

    private static Figure.Role role(Told told, Figure f) {
        String near = near(f);
        String all = f.sentence().text();
        String before = all.substring(0, f.start());
        if (f.role() == Figure.Role.INTERVAL
                && Durations.down(near)
                && f.window().matches("(?i)(?:once|twice) .*")) {
            return Figure.Role.OUTAGE;
        }
        if (f.role() == Figure.Role.RECOVERY
                || f.role() == Figure.Role.INTERVAL
                || !f.window().isEmpty() && f.role() == Figure.Role.PEAK) {
            return f.role();
        }
        if (f.money()) {
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
                && Durations.keeps(f.sentence().heading())) {
            return Figure.Role.RETENTION;
        }
        if (f.unit().equals("%") && f.text().matches("(?i).*nines")) {
            return Figure.Role.AVAILABILITY;
        }
        if (f.unit().equals("x")) {
            boolean usual =
                    (f.text() + all.substring(f.end()))
                                    .matches(
                                            "(?is)^.{0,30}?\\b(?:that|usual|normal|average|(?:an?|any) (?:usual|normal|ordinary) .*)\\b.*")
                            || all.substring(f.end())
                                    .matches(
                                            "(?is)^(?: as (?:many|much))? (?:in|on|at|during|after) .*");
            return usual ? Figure.Role.PEAK : Figure.Role.GROWTH;
        }
        if (f.unit().equals("%")) {
            return Shares.role(f, near, all);
        }
        if (f.time()) {
            return Durations.role(f, near, before, all);
        }
        return count(told, f, near, before, all);
    }

    /** {@code A normal day brings 150 bookings}: a day; empty if no time brings it. */
    private static String span(Told told, Figure f) {
        return told.clauses().stream()
                .filter(c -> f.phrase() != null && c.objects().contains(f.phrase()))
                .map(Clause::subject)
                .filter(s -> s != null && s.head().matches(SPAN))
                .map(s -> Units.period(s.head()))
                .findFirst()
                .orElse("");
    }

    private static Figure.Role count(Told told, Figure f, String near, String before, String all) {
        String subject = f.subject();
        String after = all.substring(f.end());
        boolean ofPeople = !subject.isEmpty() && (" " + subject).matches(".* (?:" + MAKERS + ")");
        if (ofPeople && !all.matches("(?is).*\\b(?:users?|customers?) (?:are|is)\\b.*")
                || f.phrase() == null
                        && (near.matches("(?is).*\\b(?:teams?|squads?|crews?)\\b.*") || inTeams(f))
                        && !f.per().matches(Roles.PERIODS)) {
            return Figure.Role.TEAM;
        }
        if (after.matches(
                "(?is)^ (?:or (?:older|younger|more|less|fewer|above|below|over|under)|and (?:over|above|older|under)|years old)\\b.*")) {
            return Figure.Role.LIMIT;
        }
        boolean helpers =
                f.phrase() != null
                        && subject.matches(
                                "(?:.* )?(?:people|person|contractor|colleague|administrator|volunteer|student|friend)")
                        && all.matches(
                                "(?is).*\\b(?:IT|teams?|develop\\w*|builds?|looks? after|maintains?|knows?|engineers?|programm\\w*)\\b.*")
                        && !f.per().matches(PERIODS);
        if (helpers) {
            return Figure.Role.TEAM;
        }
        if (f.per().equals("month")
                && Lexicon.wordnet().person(Words.last(subject))
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
        if (NO_MORE.matcher(before).find()) {
            return Figure.Role.LIMIT;
        }
        if (before.matches("(?is).*\\banother\\s+$")
                        && near.matches("(?is).*\\b(?:every|each|an?|per) (?:month|year|week)\\b.*")
                || after.matches("(?is)^ more (?:each|every|an?|per) (?:month|year|week)\\b.*")) {
            return Figure.Role.GROWTH;
        }
        if (after.matches("(?is)^ (?:part|full)[- ]time\\b.*")) {
            return Figure.Role.TEAM;
        }
        boolean out = // the line drops 4 times a month, is closed on two weekends a year
                f.subject().matches("time|weekend|night|afternoon|evening|hour")
                        && before.matches(
                                "(?is).*\\b(?:down|drops?|fails?|breaks?|off|offline|unreachable|closed|away)\\b[^,;]{0,12}$");
        if (out) {
            return Figure.Role.OUTAGE;
        }
        boolean more =
                f.per().matches("month|year")
                        && f.text().matches("(?is)\\S+ new .*")
                        && told.clauses().stream().allMatch(c -> c.act() == null);
        if (more) {
            return Figure.Role.GROWTH;
        }
        if (before.matches(
                "(?is).*\\b(?:climbs?|rises?|jumps?|goes up|peaks?|spikes?|shoots?)(?: up)? (?:to|at)\\s+$")) {
            return Figure.Role.PEAK;
        }
        if (f.per().isEmpty()
                && near.matches("(?is).*\\b(?:side by side|in parallel|at worst)\\b.*")) {
            return Figure.Role.PEAK;
        }
        if (f.per().matches(PERIODS)) {
            if (f.bound().equals("most")
                    && !PEAK.matcher(near).find()
                    && !near.matches("(?is).*\\b(?:only|up to)\\b.*")) {
                return Figure.Role.LIMIT;
            }
            if (PARTNER.matcher(before + " " + after.replaceFirst("[.;].*", "")).find()
                            && all.matches(
                                    "(?is).*\\b(?:allows?|allowed|takes|handles|copes|manages|limits?|limited|permits?|accepts? (?:at most|no more|only|up)|at most|no more than|rate limit|quota|throttl\\w*|maximum|max)\\b.*")
                    || before.matches(
                            "(?is).*\\b(?:(?:throttled|capped|limited|cut off|blocked|slowed down) (?:to|at|above|beyond|after)|hold [^.;]*to)\\s+$")) {
                return Figure.Role.LIMIT;
            }
            if (f.per().matches("month|year") && f.phrase() != null && gained(told, f)) {
                return Figure.Role.GROWTH;
            }
            if (f.per().matches("second|minute")
                    && all.matches("(?is)^(?:when|whenever|after|as soon as)\\b.*")) {
                return Figure.Role.PEAK; // when tickets go on sale, we expect 1,500 a minute
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
        if (!span(told, f).isEmpty()) {
            return PEAK.matcher(near).find() ? Figure.Role.PEAK : Figure.Role.RATE;
        }
        if (near.matches("(?is).*\\bin the (?:first|last) .*") && f.per().isEmpty()) {
            return Figure.Role.PEAK;
        }
        if (each(told, f, after)) {
            return Figure.Role.RATIO;
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
                && (ruled || !before.matches("(?is).*\\b(?:more than|over)\\s+$"))) {
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

    /** {@code an order has three lines on average}, {@code washed forty times}. */
    private static boolean each(Told told, Figure f, String after) {
        if (!f.per().isEmpty() || f.bound().matches("most|least")) {
            return false;
        }
        boolean average =
                after.matches("(?is)^(?: on average\\b| in each\\b| on each\\b| for each\\b).*");
        boolean of =
                told.clauses().stream()
                        .anyMatch(c ->
                                f.phrase() != null
                                        && c.act() != null
                                        && c.act()
                                                .verb()
                                                .matches(
                                                        "consist|comprise|contain|include|carry|hold")
                                        && c.subject() != null
                                        && c.subject().determiner().matches("an?")
                                        && (c.objects().contains(f.phrase())
                                                || c.with().stream()
                                                        .anyMatch(w -> w.phrase() == f.phrase())));
        return average || of || f.subject().equals("time") && f.phrase() != null;
    }

    /** {@code we open three branches a year}: there are more of them each year. */
    private static boolean gained(Told told, Figure f) {
        return told.clauses().stream()
                .anyMatch(c ->
                        c.act() != null
                                && (c.act().verb().matches("open|gain|win|acquire|commission")
                                        || c.act().verb().equals("add") && plans(f))
                                && c.objects().contains(f.phrase()));
    }

    private static boolean plans(Figure f) {
        return f.sentence()
                .text()
                .substring(0, f.start())
                .matches("(?is).*\\b(?:plan|want|hope|intend|expect)s? to add (?:about |some )?$");
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
                        "(?s)^ (?:and |but |or )?(?:\\p{L}+ ){1,4}(?:is|are|must|may|can|never|should|has|have|will)\\b.*|^ \\d.*|^ (?:back|no|which|who)\\b.*");
    }

    private static String subject(Told told, Figure f, Figure.Role role) {
        if (role == Figure.Role.BUDGET
                || role == Figure.Role.RECOVERY
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
                                    "(?i).*\\b(?:is|are|be|keep|kept|delete|deleted|data|records?|stored?|must|will|stays?|wants?|needs?|requires?|demands?)\\b.*")) {
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
        boolean demanded = // "the law wants the notes for ten years"
                clause != null
                        && clause.act() != null
                        && role == Figure.Role.RETENTION
                        && clause.act().verb().matches("want|require|demand|prescribe|ask|expect");
        if (clause != null
                && (role == Figure.Role.TERM || role == Figure.Role.INTERVAL || demanded)) {
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
                                PERIODS
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

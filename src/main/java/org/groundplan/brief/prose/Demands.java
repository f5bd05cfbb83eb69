package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences, or parts of them, that say what must always hold or who may see what. Whether one of
 * them has a form that can be enforced is decided where the things are known ({@link RuleDraft}).
 */
final class Demands {
    private static final Pattern RULE =
            Pattern.compile(
                    "(?i)\\b(?:never|must|shall|may not|must not|cannot|can not|can't|mustn't|no [\\p{L} ]{3,30} (?:may|can)|at most|at least|no more than|not more than|only|exactly once|exactly one|more than one|unless|until|nobody|no one|no-one|no two|not twice|twice for|at a time|append[- ]only|immutable|always|lapses?|expires?|refused|rejected|rejects|forbidden|prohibited|not allowed|unique|in order|within|may go on|no longer than|or it is|or else|otherwise|as soon as|before|once or not|limit of|maximum of|requires? the (?:approval|consent)|nothing that|not be|is blocked|are blocked|has to|have to|in one of the states|once it|only after|regardless)\\b");
    private static final Pattern HARD =
            Pattern.compile(
                    "(?i)\\b(?:never|must|shall|may not|cannot|can not|can't|at most|at least one|no more than|not more than|only|exactly once|exactly one|unless|nobody|no one|no two|append[- ]only|immutable|always (?:add|equals?|balance|sum)|lapses?|expires?|refused|rejected|forbidden|not allowed|unique|or it is|or else|once or not|requires? the (?:approval|consent)|nothing that|is blocked|until \\d+|in one of the states|in order|has to|have to)\\b|\\b(?:can|may)\\b[^.;]*\\buntil\\b|\\bno [\\p{L} ]{3,30} (?:may|can|shall)\\b|\\bup to \\d+ (?!ms|s\\b|sec|min|hour|day|users|of\\b)");
    private static final Pattern ACCESS =
            Pattern.compile(
                    "(?i)\\b(?:(?:may|must|can|shall|should|to|do|does|never|only|not|able to)\\s+(?:only |never |not |be able to )*(?:see|sees|view|read|access|open|look at|visible)|(?:may|must|can|never|only|not)\\s+know|(?:is|are|kept|keep [\\p{L}' ]{3,40}) (?:open|reserved|restricted|visible|accessible|available) (?:only )?(?:to|for)|for [\\p{L} ]{3,50} (?:only|alone)|sees? everything|read everything|masked|(?:see|sees|get|gets|read|reads)\\s+(?:the |only )?[\\p{L} ]{3,30} of (?:their|his|her|its)|nothing but (?:their|his|her|its)|nobody else's|no others?\\b(?= ?[.,;]|$)|nothing of the others?|visible (?:to|only)|sees? only|see only|never (?:see|sees)|read-only access|have access|has access|full access|cannot see|seen by|see their own|see its own|see only|(?:edit|change|delete|see|view|cancel|update|manage) (?:my|their|its|his|her) own|(?<!on )their own|nothing that names|anonymised|anonymized)\\b");

    /** What the system is to do, and what shall be done. */
    private static final Pattern NEED =
            Pattern.compile(
                    "^(?:(?:\\w{1,6}\\d+|and|so far|then)[:.)]? )?(?:the |our |this )?(?:[\\p{L}-]+ )?(?:system|service|backend|platform|application|app|software|solution|product|everything|servers?|program|we) (?:must|shall|should|has to|have to|will|runs?)\\b|\\bshall\\b|\\bha(?:s|ve) to (?:go|run|be (?:sent|handed|ready|on|running|live|finished|built))\\b|^[^,;]* part must\\b");

    private static final Pattern BOUND =
            Pattern.compile(
                    "\\b(?:never|not|no|nobody|only|alone|unless|until|at most|at least|more than|less than|fewer|exactly|once|within|before|after|always|refused?|rejected?|lock\\w*|limit\\w*|nothing|none|same)\\b");

    /**
     * @param access whether it is about who may see or change what
     * @param sure how sure it is that it is a rule
     */
    record Demand(Told told, String text, int start, int end, boolean access, int sure) {}

    private Demands() {}

    static List<Demand> of(Told told) {
        Sentence sentence = told.sentence();
        List<Demand> demands = new ArrayList<>();
        if (sentence.kind() == Sentence.Kind.CODE
                || sentence.kind() == Sentence.Kind.HEADING
                || sentence.kind() == Sentence.Kind.ROW) {
            return demands;
        }
        String text = sentence.text();
        for (int[] piece : pieces(told)) {
            String words = text.substring(piece[0], piece[1]);
            boolean access =
                    ACCESS.matcher(words).find()
                            && !words.matches(
                                    "(?is).*\\b(?:search|page|screen|list)s? (?:must|should) (?:feel|be|load|answer)\\b.*");
            boolean rule = rule(told, words);
            if (rule) {
                demands.add(
                        new Demand(
                                told,
                                words,
                                piece[0],
                                piece[1],
                                false,
                                HARD.matcher(words).find() ? 80 : 55));
            }
            if (access) {
                demands.add(new Demand(told, words, piece[0], piece[1], true, 80));
            }
        }
        return demands;
    }

    private static boolean rule(Told told, String words) {
        if (!RULE.matcher(words).find() || !HARD.matcher(words).find()) {
            return false;
        }
        // "if they have to", "because nobody saw it" tell of something and forbid nothing
        String plain =
                words.toLowerCase(Locale.ROOT)
                        .replaceAll("\\bif (?:they|he|she|i|we|you|it) ha(?:s|ve) to\\b", "")
                        .replaceAll("\\bbecause (?:nobody|no one)\\b", "");
        if (!HARD.matcher(plain).find()) {
            return false;
        }
        if (Surroundings.deadline(plain)
                || NEED.matcher(plain).find() && !BOUND.matcher(plain).find()) {
            return false; // "the service must accept files": what it does, no rule
        }
        // what is promised of speed, size, people and money is a quality, not a rule
        boolean quality =
                plain.matches(
                                "(?s).*\\b(?:p\\d\\d|ms\\b|milliseconds?|uptime|availability|downtime|of the time|rpo|rto|in (?:[\\p{L}\\d.]+ ){1,4}seconds?|gdpr|hipaa|pci|soc 2|budget|developers?|engineers?|euros?|dollars?|cloud|regions?|data cent\\p{L}+|accessib\\w+|feel instant|be fast|high availability|be down|be off|lag|kubernetes)\\b.*|.*[€].*")
                        && !plain.matches(
                                "(?s).*\\b(?:never|refund|approve|charged?|payment|twice|until|unless)\\b.*");
        boolean keep =
                plain.matches("(?s).*\\b(?:kept|retained|deleted after|stored for)\\b.*")
                        && !plain.matches("(?s).*\\b(?:never|only|unless)\\b.*");
        boolean story =
                told.speaker() != null
                        && plain.matches("(?s).*\\bi (?:want|need|would like|can)\\b.*")
                        && !plain.matches(
                                "(?s).*\\b(?:only|never|nobody|no one|unless|until|at most|no more than|not)\\b.*");
        boolean wish = plain.matches("(?s)^(?:as an? )?.*\\bso that i can only\\b.*");
        return !quality && !keep && !story && !wish;
    }

    /**
     * Main clauses that can stand alone: at semicolons, and at a comma with "and" and a new
     * subject.
     */
    private static List<int[]> pieces(Told told) {
        String text = told.sentence().text();
        List<int[]> pieces = new ArrayList<>();
        Matcher m =
                Pattern.compile(
                                ";\\s+|:\\s+(?=every |all |a |an |the |no )|,\\s+(?:and|but)\\s+(?=(?:an?|the|one|each|every|everything|our|no|all|any|nobody|it|they|its|their|[\\p{L}-]+s)\\s+(?:[\\p{L}'-]+\\s+){0,3}?(?:must|may|can|shall|never|is|are|has|have|cannot|should|always|not|change|may|expires?|lapses?|ends?|goes|gets|costs?)\\b)|(?<=\\.)\\s+(?=\\p{Lu})")
                        .matcher(text);
        int from = 0;
        while (m.find()) {
            if (m.start() - from > 12) {
                pieces.add(new int[] {from, m.start()});
                from = m.end();
            }
        }
        pieces.add(new int[] {from, text.length()});
        for (int[] piece : pieces) {
            while (piece[1] > piece[0] && ".;, ".indexOf(text.charAt(piece[1] - 1)) >= 0) {
                piece[1]--;
            }
        }
        pieces.removeIf(p -> p[1] <= p[0]);
        return pieces;
    }
}

package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Corrects tags by the words around and by what WordNet allows. */
final class Tagging {
    private static final String DETERMINER =
            "a|an|the|my|our|your|his|her|its|their|each|every|this|that|these|those|any|some|no|all|which|whose|what|another";
    private static final String MODAL = "can|could|may|might|must|shall|should|will|would|cannot";
    private static final String PRONOUN = "i|we|you|they|he|she|who|it|nobody|everyone|anyone";
    private static final String COUNT = "\\d[\\d.,_]*[km]?|several|many|few|both|" + Numerals.MANY;

    private final Lexicon lexicon;
    private final List<Token> tokens;

    private Tagging(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = new ArrayList<>(tokens);
    }

    static List<Token> correct(Lexicon lexicon, List<Token> tokens) {
        Tagging tagging = new Tagging(lexicon, possessives(tokens));
        for (int i = 0; i < tagging.tokens.size(); i++) {
            tagging.one(i);
        }
        for (int i = 0; i < tagging.tokens.size(); i++) {
            tagging.predicate(i);
        }
        return tagging.tokens;
    }

    /** {@code community's} becomes {@code community} and {@code 's}. */
    private static List<Token> possessives(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        for (Token t : tokens) {
            boolean s = t.text().matches("\\p{L}[\\p{L}\\p{N}-]*'s");
            boolean plural = t.text().matches("\\p{L}[\\p{L}-]*s'");
            if (s || plural) {
                int cut = t.end() - (s ? 2 : 1);
                String word = t.text().substring(0, cut - t.start());
                String tag =
                        t.tag().startsWith("PRON") || t.lower().matches("it's|that's|who's")
                                ? "PRON"
                                : "NOUN";
                result.add(new Token(word, tag, word.toLowerCase(Locale.ROOT), t.start(), cut));
                result.add(
                        new Token(t.text().substring(cut - t.start()), "PART", "'s", cut, t.end()));
            } else if (t.tag().contains("+")) {
                result.add(t.as(t.tag().substring(0, t.tag().indexOf('+')), t.lower()));
            } else {
                result.add(t);
            }
        }
        return result;
    }

    /**
     * A plural subject's verb that was taken for a noun: {@code restaurants edit their menus}. The
     * word in base form, which WordNet knows as a verb, between a plural noun and what a verb is
     * followed by.
     */
    private void predicate(int i) {
        Token t = tokens.get(i);
        if (i == 0
                || i + 1 >= tokens.size()
                || !t.tag().matches("NOUN|PRON|PROPN|ADJ|AUX|INTJ")
                || !t.is("\\p{L}+")
                || t.is(".*s")
                || t.tag().equals("PRON")
                        && t.is(
                                PRONOUN
                                        + "|them|me|us|each|all|which|that|what|this|everything|something|their|its|our|your|his|her|my")
                || t.tag().equals("AUX")
                        && t.is(MODAL + "|is|are|was|be|been|has|have|had|do|does")) {
            return;
        }
        if (lexicon.verb(t.lower()) < 0 || !lexicon.base(false, t.lower()).equals(t.lower())) {
            return;
        }
        int k = i - 1;
        if (tokens.get(k).text().equals(")")) {
            while (k > 0 && !tokens.get(k).text().equals("(")) {
                k--;
            }
            k--;
        }
        if (k >= 0 && tokens.get(k).is("then|always|usually|often|also|sometimes|only")) {
            k--;
        }
        if (k < 0) {
            return;
        }
        Token subject = tokens.get(k);
        boolean plural =
                subject.noun() && !subject.lower().equals(subject.lemma())
                        || subject.is("we|they|you|people|staff");
        Token next = tokens.get(i + 1);
        boolean plurals = // couriers scan boxes: a plural subject has no verb with an s
                subject.noun()
                        && next.verb()
                        && next.is(".*[^s]s")
                        && lexicon.exact(lexicon.base(true, next.lower()));
        if (plurals && plural && k == i - 1 && startsClause(k)) {
            tokens.set(i, t.as("VERB", t.lower()));
            tokens.set(i + 1, next.as("NOUN", lexicon.base(true, next.lower())));
            return;
        }
        boolean object =
                next.is(
                                DETERMINER
                                        + "|"
                                        + COUNT
                                        + "|it|them|up|out|each|to|with|in|on|at|for|from|by|only|when|what|who|how|new")
                        || next.noun() && (!next.lower().equals(next.lemma()) || verbless())
                        || next.is("and") && i + 2 < tokens.size() && tokens.get(i + 2).verb();
        if (plural && object && !verbFollows(i) && startsClause(k)) {
            tokens.set(i, t.as("VERB", t.lower()));
        }
    }

    /**
     * {@code an agronomist downloads all measurements}: a noun with an s where a verb is missing.
     */
    private boolean thirdPerson(int i) {
        Token t = tokens.get(i);
        Token subject = tokens.get(i - 1);
        String base = lexicon.base(false, t.lower());
        if (!subject.noun()
                || subject.is(".*s")
                || lexicon.verb(base) < 0
                || i + 1 >= tokens.size()) {
            return false;
        }
        int k = i - 2;
        boolean determined = false;
        while (k >= 0
                && (tokens.get(k).tag().matches("NOUN|PROPN|ADJ|DET|PART")
                        || tokens.get(k).is("our|their|its|the|a|an|each|every"))) {
            determined |= tokens.get(k).is("the|an?|each|every|our|their|its");
            k--;
        }
        Token next = tokens.get(i + 1);
        return (determined || k < 0 && !subject.is(".*ing"))
                && next.is(
                        DETERMINER
                                + "|"
                                + COUNT
                                + "|it|them|to|within|at|and|only|back|once|after|for|in|on|from|by|when|until|unless|through")
                && (k < 0
                        || tokens.get(k)
                                .is(
                                        "[,;:.()]|and|that|when|if|until|because|before|while|where|as|then"))
                && !verbFollows(i);
    }

    private boolean verbless() {
        return tokens.stream().noneMatch(t -> t.verb() || t.tag().equals("AUX"));
    }

    /** A finite verb further on in the same clause speaks against this word as the verb. */
    private boolean verbFollows(int i) {
        for (int k = i + 1; k < tokens.size(); k++) {
            Token t = tokens.get(k);
            if (t.is("[,;:.()]|and|or|so|that|when|if|until|unless|because|who|which|what|how")) {
                return false;
            }
            if (t.tag().equals("AUX")) {
                return true;
            }
            if (t.verb()
                    && !t.is(".*(ing|ed)")
                    && !before(k, 1).matches("to|" + DETERMINER + "|" + COUNT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the noun at k is the first thing of a clause, determiners and modifiers apart. */
    private boolean startsClause(int k) {
        int i = k - 1;
        while (i >= 0
                && (tokens.get(i).tag().matches("NOUN|PROPN|ADJ|DET|NUM|PART")
                        || tokens.get(i).is("our|their|its|her|his|my|of|on|duty"))) {
            i--;
        }
        return i < 0
                || i == 0 && tokens.get(0).verb() && tokens.get(0).is(".*ing")
                || tokens.get(i)
                        .is(
                                "[,;:.()]|and|or|so|that|when|if|until|unless|because|afterwards|but|as|then|while|where|before|after");
    }

    private void one(int i) {
        Token t = tokens.get(i);
        String before = before(i, 1);
        if (t.tag().matches("NOUN|ADJ|ADV|X|INTJ")
                && lexicon.base(false, t.lower()).equals(t.lower())
                && lexicon.verb(t.lower()) > 0
                && lexicon.adjective(t.lower()) < 0
                && lexicon.noun(t.lower()).isEmpty()
                && !t.is(".*ly")) {
            tokens.set(i, t.as("VERB", t.lower())); // no noun: renew, provide
            return;
        }
        if (t.noun()
                && t.is(".*[^s]s")
                && i > 0
                && tokens.get(i - 1).noun()
                && lexicon.noun(lexicon.base(false, t.lower())).isEmpty()
                && lexicon.noun(t.lower()).isEmpty()
                && lexicon.verb(lexicon.base(false, t.lower())) > 0) {
            tokens.set(i, t.as("VERB", lexicon.base(false, t.lower()))); // no noun: sends
            return;
        }
        if (t.verb()
                && t.is(".*[^s]s")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).verb()
                && lexicon.base(false, tokens.get(i + 1).lower()).equals(tokens.get(i + 1).lower())
                && lexicon.exact(lexicon.base(true, t.lower()))
                && startsClause(i)) {
            tokens.set(i, t.as("NOUN", lexicon.base(true, t.lower()))); // bin probes send
            return;
        }
        if (t.tag().matches("PUNCT|SYM|X") && t.is("\\p{L}{2,}(?:-\\p{L}{2,})+")) {
            tokens.set(i, t.as("NOUN", lexicon.base(true, t.lower()))); // control-room
            return;
        }
        if (t.verb()
                && lexicon.verb(t.lower()) < 0
                && lexicon.verb(lexicon.base(false, t.lower())) < 0
                && lexicon.noun(t.lower()).isPresent()) {
            tokens.set(i, t.as("NOUN", lexicon.base(true, t.lower())));
            return;
        }
        if (i == 0
                && t.tag().equals("PROPN")
                && t.is("\\p{L}+ed")
                && tokens.size() > 1
                && tokens.get(1).noun()
                && lexicon.verb(lexicon.base(false, t.lower())) >= 0) {
            tokens.set(i, t.as("VERB", lexicon.base(false, t.lower())));
            return;
        }
        if (t.noun() && t.is("\\p{L}+s") && i > 0 && thirdPerson(i)) {
            tokens.set(i, t.as("VERB", lexicon.base(false, t.lower())));
            return;
        }
        if (t.is(
                "afterwards|online|nearby|twice|sometimes|always|everywhere|anonymously|remotely|overnight|part-time|full-time|now|then|regardless")) {
            tokens.set(i, t.as("ADV", t.lower()));
            return;
        }
        if ((t.noun() || t.tag().equals("ADJ"))
                && before.matches("is|are|was|were|been|being")
                && irregular(t)) {
            tokens.set(i, t.as("VERB", lexicon.base(false, t.lower())));
            return;
        }
        if (t.verb()
                && t.is(".*[^s]s")
                && before.matches(",|and|;")
                && i + 2 < tokens.size()
                && tokens.get(i + 1).is("for|after|within|until")
                && tokens.get(i + 2).is(COUNT + "|an?|at|up|one")) {
            tokens.set(i, t.as("NOUN", lexicon.base(true, t.lower())));
            return;
        }
        boolean particle = // a flexible pick up time, the drop off point
                t.noun()
                        && i > 0
                        && i + 2 < tokens.size()
                        && (before.matches(DETERMINER) || tokens.get(i - 1).tag().equals("ADJ"))
                        && tokens.get(i + 1).is("up|off|out|down|over")
                        && tokens.get(i + 2).noun()
                        && lexicon.verb(t.lower()) > 0
                        && lexicon.base(false, t.lower()).equals(t.lower());
        if (particle) {
            Token up = tokens.get(i + 1);
            tokens.set(i, t.as("ADJ", t.lower()));
            tokens.set(i + 1, up.as("ADJ", up.lower()));
            return;
        }
        if (t.is("per|via")) {
            tokens.set(i, t.as("ADP", t.lower()));
            return;
        }
        if (t.is("\\d.*|p\\d\\d+|" + Numerals.MANY)) {
            tokens.set(i, t.as("NUM", t.lower()));
            return;
        }
        if (!t.is("\\p{L}[\\p{L}\\p{N}'-]*")) {
            return;
        }
        if (t.is("log|sign") && before(i, -1).matches("in|out|on|up")
                || t.is("us|eu|uk") && t.text().equals(t.text().toUpperCase(Locale.ROOT))) {
            tokens.set(i, t.is("log|sign") ? t.as("VERB", t.lower()) : t.as("PROPN", t.lower()));
            return;
        }
        boolean infinitive =
                before.equals("to")
                                && before(i, 2)
                                        .matches(
                                                "want|wants|able|need|needs|like|try|have|has|allowed|going|wish|how|possible|possibility|option|ability|or|and|i|,|system|in")
                        || before.matches(MODAL)
                        || before.equals("not") && before(i, 2).matches(MODAL + "|do|does|did")
                        || before.equals("never") && before(i, 2).matches(MODAL);
        String base = lexicon.base(false, t.lower());
        if (infinitive && !t.verb() && !t.tag().equals("AUX") && lexicon.verb(base) >= 0) {
            tokens.set(i, t.as("VERB", base));
            return;
        }
        if (t.noun()
                && i + 2 < tokens.size()
                && tokens.get(i + 1).is("and|or")
                && tokens.get(i + 2).verb()
                && !before.matches(DETERMINER + "|of|" + COUNT)
                && lexicon.verb(base) >= 0
                && base.equals(t.lower())
                && before.matches(",|and|or|to|" + PRONOUN)) {
            tokens.set(i, t.as("VERB", base));
            return;
        }
        if (before.matches("and|or|,")
                && t.noun()
                && i >= 2
                && lexicon.verb(base) >= 0
                && follows(i)
                && listed(i, base)) {
            tokens.set(i, t.as("VERB", base));
            return;
        }
        if (before.matches(PRONOUN) && t.noun() && lexicon.verb(base) >= 0 && follows(i)) {
            tokens.set(i, t.as("VERB", base));
            return;
        }
        if (before.matches(DETERMINER + "|" + COUNT) && t.verb() && !t.is(".*(ing|ed)")) {
            String noun = lexicon.base(true, t.lower());
            if (lexicon.noun(noun).isPresent() && !before.matches("that|which|all")) {
                tokens.set(i, t.as("NOUN", noun));
                return;
            }
        }
        boolean starts =
                i == 0
                        || before.matches("[;:]")
                        || before.matches("and|but") && before(i, 2).matches("[,;]");
        if (t.verb()
                        && starts
                        && i + 1 < tokens.size()
                        && lexicon.noun(lexicon.base(true, t.lower())).isPresent()
                        && !t.is(".*(ing|ed)")
                        && (tokens.get(i + 1).is(MODAL + "|are|is|was|were")
                                || t.is(".*s") && tokens.get(i + 1).is("have|has|go|never"))
                || t.verb()
                        && t.is(".*[^s]s")
                        && i >= 2
                        && tokens.get(i - 1).noun()
                        && before(i, 2).matches(COUNT)) {
            tokens.set(i, t.as("NOUN", lexicon.base(true, t.lower())));
            return;
        }
        if (t.tag().equals("ADJ")
                && lexicon.adjective(t.lower()) < 0
                && lexicon.noun(t.lower()).isPresent()) {
            tokens.set(i, t.as("NOUN", lexicon.base(true, t.lower())));
            return;
        }
        if (t.noun()) {
            tokens.set(i, t.as(t.tag(), singular(t)));
        } else if (t.verb() || t.tag().equals("AUX")) {
            String verb = t.lower().equals("left") ? "leave" : base;
            tokens.set(i, lexicon.verb(base) >= 0 ? t.as(t.tag(), verb) : t);
        }
    }

    /** A participle that does not show it by its ending: {@code lent}, {@code written}. */
    private boolean irregular(Token t) {
        String base = lexicon.base(false, t.lower());
        return t.is("read|put|cut|set|found|run")
                || !t.is(".*(ed|ing|s)") && !base.equals(t.lower()) && lexicon.verb(base) >= 0;
    }

    /** Something that an imperative or a plural subject's verb can be followed by. */
    private boolean follows(int i) {
        if (i + 1 < tokens.size()
                && tokens.get(i + 1).noun()
                && !tokens.get(i + 1).lower().equals(tokens.get(i + 1).lemma())) {
            return true;
        }
        return i + 1 < tokens.size()
                && tokens.get(i + 1)
                        .is(
                                DETERMINER
                                        + "|"
                                        + COUNT
                                        + "|it|them|me|us|to|up|out|in|for|with|on|by|back|only|new|how|when|who|where");
    }

    /** Whether a verb stands earlier, of which this is the next in the list. */
    private boolean listed(int i, String base) {
        long asVerb = lexicon.verb(base);
        long asNoun = lexicon.noun(base).map(Lexicon.Noun::used).orElse(-1L);
        for (int k = i - 2; k >= 0 && k > i - 14; k--) {
            if (tokens.get(k).verb()) {
                return asVerb >= asNoun / 4
                        || tokens.get(i + 1).is("it|them|the|a|an|my|their|its|our");
            }
        }
        return false;
    }

    private String before(int i, int steps) {
        int k = i - steps;
        return k < 0 || k >= tokens.size() ? "" : tokens.get(k).lower();
    }

    private String singular(Token t) {
        if (t.lower().matches(".*(ss|news|data|media|premises)")
                || t.lower().matches(".*(us|is)") && lexicon.exact(t.lower())) {
            return t.lower();
        }
        if (t.lower().indexOf('-') > 0 && t.is(".*[^s]s")) {
            return t.lower().substring(0, t.lower().length() - 1);
        }
        String base = lexicon.base(true, t.lower());
        if (base.equals(t.lower()) && lexicon.noun(base).isEmpty() && t.is("\\p{L}{4,}s")) {
            return t.is(".*ies")
                    ? t.lower().substring(0, t.lower().length() - 3) + "y"
                    : t.lower().substring(0, t.lower().length() - 1);
        }
        if (base.equals(t.lower()) && t.is("\\p{L}{4,}s")) {
            String bare = t.lower().substring(0, t.lower().length() - 1);
            long plural = lexicon.noun(t.lower()).map(Lexicon.Noun::used).orElse(-1L);
            long one = lexicon.noun(bare).map(Lexicon.Noun::used).orElse(-2L);
            if (one > plural || one == plural && one == 0) {
                return bare;
            }
        }
        return base.contains(" ") ? t.lower() : base;
    }
}

package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts a sentence into noun phrases, groups of verbs and the words between. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Parts {
    private static final String POSSESSIVE = "my|our|your|his|her|its|their|one's";
    private static final String ARTICLE =
            "a|an|the|this|that|these|those|each|every|any|some|no|all|another|both|which|what|whose|own|such|other|several|many|few|more|most|half";
    private static final String PARTICLE = "up|out|in|off|back|on|down|over|together|away";
    private static final String REFUSAL =
            "(?:do|does|did|is|are|was|were|has|have|had|wo|would|should|must|need|could|might)n't";
    private static final String ADJECTIVE_VERB =
            ".*(ed|en)|open|due|lost|left|sold|paid|kept|held|sent|given";

    private final List<Token> tokens;
    private final Lexicon lexicon = Lexicon.wordnet();

    private Parts(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * The sentence that was cut last, by its tokens: it is asked for once for each number in it.
     */
    private static final ThreadLocal<Cut> LAST = new ThreadLocal<>();

    private record Cut(List<Token> tokens, List<Part> parts) {}

    static List<Part> of(Sentence sentence) {
        Cut last = LAST.get();
        if (last == null || last.tokens() != sentence.tokens()) {
            last = new Cut(sentence.tokens(), List.copyOf(of(sentence.tokens())));
            LAST.set(last);
        }
        return last.parts();
    }

    static List<Part> of(List<Token> tokens) {
        Parts parts = new Parts(tokens);
        List<Part> result = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Part part = parts.next(i);
            result.add(part);
            i = part.to();
        }
        return result;
    }

    private Part next(int i) {
        Phrase phrase = phrase(i);
        if (phrase != null) {
            return new Part.Thing(phrase);
        }
        Part.Act act = act(i);
        if (act != null) {
            return act;
        }
        Token t = tokens.get(i);
        return new Part.Mark(i, i + 1, t.lower(), t.tag());
    }

    private Token at(int i) {
        return i < tokens.size() ? tokens.get(i) : new Token("", "END", "", 0, 0);
    }

    private @Nullable Phrase phrase(int start) {
        int i = start;
        Token first = at(start);
        if (first.tag().equals("PRON")
                && !first.is(POSSESSIVE + "|" + ARTICLE + "|who|whom|where|when")) {
            return new Phrase(
                    start,
                    start + 1,
                    null,
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    first.is("they|them|we|us|these|those|everyone"),
                    first.text());
        }
        String determiner = "";
        String possessive = "";
        StringBuilder number = new StringBuilder();
        List<String> adjectives = new ArrayList<>();
        List<String> nouns = new ArrayList<>();
        boolean plural = false;
        while (i < tokens.size()) {
            Token t = tokens.get(i);
            if (nouns.isEmpty()
                    && t.is("about|around|some|over|under|roughly|nearly|almost|only")
                    && at(i + 1).tag().equals("NUM")
                    && number.isEmpty()) {
                i++;
            } else if (nouns.isEmpty()
                    && t.is("at")
                    && at(i + 1).is("most|least")
                    && at(i + 2).tag().equals("NUM")) {
                i += 2;
            } else if (nouns.isEmpty()
                    && t.is("up")
                    && at(i + 1).is("to")
                    && at(i + 2).tag().equals("NUM")) {
                i += 2;
            } else if (nouns.isEmpty() && t.is(POSSESSIVE) && adjectives.isEmpty()) {
                possessive = t.lower() + (at(i + 1).is("own") ? " own" : "");
                i += at(i + 1).is("own") ? 2 : 1;
            } else if (nouns.isEmpty()
                    && !number.isEmpty()
                    && t.is("more|other|new")
                    && nounAhead(i + 1)) {
                determiner = determiner.isEmpty() ? t.lower() : determiner + " " + t.lower();
                i++;
            } else if (nouns.isEmpty()
                    && number.isEmpty()
                    && t.is(ARTICLE)
                    && t.tag().matches("DET|PRON|ADJ|ADV|NUM|SCONJ")
                    && !(t.is("that|which|what")
                            && (at(i + 1).tag().matches("AUX|VERB|PRON|DET")
                                    || at(i + 1).is("is|are|has")))) {
                determiner = determiner.isEmpty() ? t.lower() : determiner + " " + t.lower();
                i++;
            } else if (nouns.isEmpty()
                    && (t.tag().equals("NUM")
                            || t.is("million|thousand|hundred|billion|dozen") && !number.isEmpty())
                    && t.is("[\\p{L}\\p{N}][\\p{L}\\p{N}.,_/-]*")
                    && !t.is("p\\d\\d.*")
                    && !at(i + 1).is("%|°c")) {
                if (t.is("one") && at(i + 1).tag().matches("AUX|VERB|ADP|PUNCT|END")) {
                    break;
                }
                number.append(number.isEmpty() ? "" : " ").append(t.text());
                i++;
            } else if (t.tag().equals("ADJ") && nounAhead(i + 1)) {
                if (!nouns.isEmpty()) {
                    break;
                }
                adjectives.add(t.lower());
                i++;
            } else if (nouns.isEmpty()
                    && t.verb()
                    && t.is(ADJECTIVE_VERB + "|.*ing")
                    && at(i + 1).noun()
                    && (!determiner.isEmpty()
                            || !possessive.isEmpty()
                            || !number.isEmpty()
                            || !adjectives.isEmpty()
                            || i == start && qualifying(i))) {
                adjectives.add(t.lower());
                i++;
            } else if (t.is("-") && !nouns.isEmpty() && at(i + 1).noun()
                    || t.is("-") && !adjectives.isEmpty() && nouns.isEmpty() && nounAhead(i + 1)) {
                i++;
            } else if (t.noun() && t.is("[\\p{L}\\p{N}][\\p{L}\\p{N}&.'/_-]*")) {
                if (!nouns.isEmpty() && plural && at(i - 1).noun() && !t.tag().equals("PROPN")) {
                    break; // a plural ends a phrase
                }
                nouns.add(t.lemma());
                plural = !t.lower().equals(t.lemma()) && t.is(".*s|people|children|men|women");
                i++;
                if (at(i).lemma().equals("'s") && at(i).tag().equals("PART")) {
                    int after = i + 1;
                    Phrase owner =
                            new Phrase(
                                    start,
                                    i,
                                    null,
                                    determiner,
                                    possessive,
                                    number.toString(),
                                    adjectives,
                                    nouns,
                                    plural,
                                    text(start, i));
                    Phrase owned = after < tokens.size() ? phrase(after) : null;
                    if (owned != null && !owned.pronoun()) {
                        return new Phrase(
                                start,
                                owned.to(),
                                owner,
                                determiner,
                                owned.possessive(),
                                owned.number(),
                                owned.adjectives(),
                                owned.nouns(),
                                owned.plural(),
                                text(start, owned.to()));
                    }
                    return new Phrase(
                            start,
                            i + 1,
                            null,
                            determiner,
                            possessive,
                            number.toString(),
                            adjectives,
                            nouns,
                            plural,
                            text(start, i + 1));
                }
            } else {
                break;
            }
        }
        if (nouns.isEmpty()) {
            return null;
        }
        return new Phrase(
                start,
                i,
                null,
                determiner,
                possessive,
                number.toString(),
                adjectives,
                nouns,
                plural,
                text(start, i));
    }

    /** {@code blocked users}: a participle before a plural noun at the begin of a clause. */
    private boolean qualifying(int i) {
        if (at(i).is(".*ing")
                && i > 1
                && at(i - 1).is("and|or|,")
                && at(i - 2).noun()
                && !at(i + 1).lower().equals(at(i + 1).lemma())) {
            return true; // menus and opening hours
        }
        return at(i).is(".*ed")
                && !at(i + 1).lower().equals(at(i + 1).lemma())
                && (i == 0 || at(i - 1).is("[,;:.(]|and|or|of|by|with|for|to"));
    }

    private boolean nounAhead(int i) {
        for (int k = i; k < Math.min(tokens.size(), i + 4); k++) {
            Token t = tokens.get(k);
            if (t.noun()) {
                return true;
            }
            if (!t.tag().matches("ADJ|NUM")
                    && !t.is("-|and")
                    && !(t.verb() && t.is(ADJECTIVE_VERB))) {
                return false;
            }
        }
        return false;
    }

    private Part.@Nullable Act act(int start) {
        int i = start;
        boolean infinitive = false;
        if (at(i).is("to") && actAhead(i + 1)) {
            infinitive = true;
            i++;
        }
        String modal = "";
        boolean negated = false;
        boolean be = false;
        String verb = "";
        boolean passive = false;
        boolean participle = false;
        while (i < tokens.size()) {
            Token t = tokens.get(i);
            if (t.is("can|could|may|might|must|shall|should|will|would|cannot|can't|need")
                    && verb.isEmpty()
                    && (t.tag().equals("AUX") || !t.is("need"))) {
                modal = t.lower().startsWith("can") ? "can" : t.lower();
                negated |= t.is("cannot|can't");
                i++;
            } else if (t.is(REFUSAL) && verb.isEmpty()) {
                // don't, won't, isn't
                String word = t.lower().replaceFirst("n't$", "");
                boolean state = word.matches("is|are|was|were");
                boolean plain = word.matches("do|does|did|has|have|had");
                be |= state;
                modal = state || plain ? modal : word.equals("wo") ? "will" : word;
                negated = true;
                i++;
            } else if (t.is("get|gets|got") && at(i + 1).is("to") && actAhead(i + 2)) {
                i += 2; // they get to see
            } else if (t.is("not|never|n't|no longer") && (i > start || actAhead(i + 1))) {
                negated = true;
                i++;
            } else if (t.is("is|are|was|were|be|been|being|gets|get")
                    && verb.isEmpty()
                    && t.tag().matches("AUX|VERB")
                    && !(t.is("get|gets") && !at(i + 1).is(".*ed"))) {
                be = true;
                i++;
            } else if (t.is("has|have|had|does|do|did")
                    && verb.isEmpty()
                    && (actAhead(i + 1) || at(i + 1).is("not|never|to"))) {
                if (at(i + 1).is("to") && actAhead(i + 2)) {
                    modal = "must";
                    i++;
                }
                i++;
            } else if (t.tag().equals("ADV") && (i > start) && verb.isEmpty() && actAhead(i + 1)) {
                i++;
            } else if (t.is("able") && at(i + 1).is("to") && actAhead(i + 2)) {
                be = false;
                i += 2;
            } else if (verb.isEmpty()
                    && (t.verb() || t.tag().equals("AUX") && t.is("has|have|had|do|does|did"))) {
                verb = t.lemma();
                participle = i == start && t.is(".*(ing|ed)") && !infinitive;
                passive = be && !t.is(".*ing");
                i++;
                if (at(i).is(PARTICLE)
                        && !at(i).tag().equals("NOUN")
                        && !(at(i).is("in|on|over|up")
                                && at(i + 1).tag().matches("DET|PRON|NUM|PROPN|ADJ|NOUN")
                                && !phrasal(verb, at(i).lower()))) {
                    verb = verb + " " + at(i).lower();
                    i++;
                } else if (verb.matches("look|search") && at(i).is("for")) {
                    verb = verb + " for"; // what is looked for is the object
                    i++;
                }
            } else {
                break;
            }
        }
        if (i == start || i == start + 1 && infinitive) {
            return null;
        }
        if (verb.isEmpty()) {
            verb = be || modal.isEmpty() ? "be" : modal;
        }
        return new Part.Act(start, i, verb, modal, negated, passive, infinitive, participle);
    }

    private boolean phrasal(String verb, String particle) {
        return lexicon.verb(verb + " " + particle) >= 0
                && !particle.equals("in")
                && !particle.equals("on");
    }

    private boolean actAhead(int i) {
        for (int k = i; k < Math.min(tokens.size(), i + 4); k++) {
            Token t = tokens.get(k);
            if (t.verb() || t.is("be|been")) {
                return true;
            }
            if (!t.tag().matches("ADV|AUX") && !t.is("not|never")) {
                return false;
            }
        }
        return false;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean glued = i == from || tokens.get(i).start() == tokens.get(i - 1).end();
            text.append(glued ? "" : " ").append(tokens.get(i).text());
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}

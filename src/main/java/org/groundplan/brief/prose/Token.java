package org.groundplan.brief.prose;

import java.util.Locale;

/**
 * One word, figure or mark of a sentence.
 *
 * @param tag universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, DET, PRON, NUM, PART,
 *     CCONJ, SCONJ, PUNCT, SYM, X
 * @param lemma lower-case base form
 * @param start offset in the sentence
 * @param end offset after its last character
 */
record Token(String text, String tag, String lemma, int start, int end) {
    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean is(String regex) {
        return Regex.of(regex).matcher(lower()).matches();
    }

    boolean noun() {
        return tag.equals("NOUN") || tag.equals("PROPN");
    }

    boolean verb() {
        return tag.equals("VERB");
    }

    Token as(String newTag, String newLemma) {
        return new Token(text, newTag, newLemma, start, end);
    }
}

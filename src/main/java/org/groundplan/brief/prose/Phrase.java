package org.groundplan.brief.prose;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A noun phrase without what follows it: {@code their own messages}, {@code up to ten items}.
 *
 * @param from first token
 * @param to token after the last
 * @param owner what stands before {@code 's}, or null
 * @param possessive {@code my}, {@code their own} … in lower case, or empty
 * @param number the figure before the noun, as written, or empty
 * @param adjectives lemmas before the nouns
 * @param nouns lemmas, the head last; empty for a pronoun
 * @param plural whether the head is a plural
 */
record Phrase(
        int from,
        int to,
        @Nullable Phrase owner,
        String determiner,
        String possessive,
        String number,
        List<String> adjectives,
        List<String> nouns,
        boolean plural,
        String text) {
    Phrase {
        adjectives = List.copyOf(adjectives);
        nouns = List.copyOf(nouns);
    }

    boolean pronoun() {
        return nouns.isEmpty();
    }

    String head() {
        return nouns.isEmpty() ? "" : nouns.getLast();
    }

    /** One of the others: {@code another worker}. */
    Phrase another() {
        return new Phrase(
                from, to, null, "another", "", "", adjectives, nouns, false, "another " + name());
    }

    /** All nouns: {@code camp worker}. */
    String name() {
        return String.join(" ", nouns);
    }

    /** With its adjectives: {@code overdue notice}. */
    String full() {
        return adjectives.isEmpty()
                ? name()
                : adjectives.stream().collect(Collectors.joining(" ")) + " " + name();
    }
}

package org.groundplan.brief.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who does what to what.
 *
 * @param lead the word that joins it to what is before: {@code so that}, {@code unless}, {@code
 *     who}, or empty for a main clause
 * @param subject null where none is said
 * @param act null in a sentence without a verb
 * @param from first token
 * @param to token after the last
 */
record Clause(
        Sentence sentence,
        String lead,
        @Nullable Phrase subject,
        Part.@Nullable Act act,
        List<Phrase> objects,
        List<With> with,
        int from,
        int to) {
    /** A preposition and what follows it. */
    record With(String preposition, Phrase phrase, @Nullable Phrase of) {}

    Clause {
        objects = List.copyOf(objects);
        with = List.copyOf(with);
    }

    boolean main() {
        return lead.isEmpty();
    }

    String text() {
        List<Token> tokens = sentence.tokens();
        if (from >= to) {
            return "";
        }
        return sentence.text().substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}

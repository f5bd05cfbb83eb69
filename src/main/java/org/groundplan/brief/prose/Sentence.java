package org.groundplan.brief.prose;

import java.util.List;
import org.groundplan.model.Location;

/**
 * A sentence, a bullet without a full stop, or a row of a table.
 *
 * @param index position in the text, from 0
 * @param kind what it stands in
 * @param heading the nearest heading above it, or empty
 * @param level depth of the bullet, 0 for a paragraph
 * @param text with single spaces
 * @param at where it begins
 * @param head the cells of the head of its table, for a row
 */
record Sentence(
        int index,
        Kind kind,
        String heading,
        int level,
        String text,
        Location at,
        List<Token> tokens,
        List<String> head) {
    enum Kind {
        PARAGRAPH,
        BULLET,
        ROW,
        HEADING,
        CODE
    }

    Sentence {
        tokens = List.copyOf(tokens);
        head = List.copyOf(head);
    }

    /** The same at another position of the text. */
    Sentence numbered(int position) {
        return new Sentence(position, kind, heading, level, text, at, tokens, head);
    }

    /**
     * The token that begins at or holds an offset, else the next; the number of tokens at the end.
     */
    int tokenAt(int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).end() > offset) {
                return i;
            }
        }
        return tokens.size();
    }
}

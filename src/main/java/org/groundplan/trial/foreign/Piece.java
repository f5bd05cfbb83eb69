package org.groundplan.trial.foreign;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script.
 *
 * @param sql without its semicolon, parameters as {@code :name}
 * @param tokens without comments
 * @param line where it begins
 * @param expect what its first column has to satisfy, e.g. {@code >= 1}; null for anything
 * @param into the name under which its first column is used later; null for none
 */
record Piece(
        String sql, List<Token> tokens, int line, @Nullable String expect, @Nullable String into) {
    Piece {
        tokens = List.copyOf(tokens);
    }

    String first() {
        return tokens.getFirst().text();
    }

    boolean begins() {
        return first().equals("begin") || first().equals("start");
    }

    boolean commits() {
        return first().equals("commit") || first().equals("end");
    }

    boolean rollsBack() {
        return tokens.size() <= 2 && (first().equals("rollback") || first().equals("abort"));
    }

    /**
     * Statements in order. A comment {@code -- expect …} or {@code -- into …} belongs to the
     * statement it stands in or behind.
     *
     * @throws ForeignException at a command of psql
     */
    static List<Piece> of(String file, String text) throws ForeignException {
        List<Piece> pieces = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        String expect = null;
        String into = null;
        int depth = 0;
        for (Token token : Token.of(text)) {
            if (token.kind() == Token.Kind.COMMENT) {
                String said = token.inner();
                String wanted = after(said, "expect");
                String name = after(said, "into");
                if (current.isEmpty() && !pieces.isEmpty()) {
                    Piece last = pieces.removeLast();
                    pieces.add(
                            new Piece(
                                    last.sql,
                                    last.tokens,
                                    last.line,
                                    wanted == null ? last.expect : wanted,
                                    name == null ? last.into : name));
                } else {
                    expect = wanted == null ? expect : wanted;
                    into = name == null ? into : name;
                }
                continue;
            }
            if (token.is("\\")) {
                throw new ForeignException(
                        file + ", line " + token.line() + ": a command of psql (\\…) is not run",
                        "plain SQL",
                        "take it out, or put what it includes in its place");
            }
            // BEGIN ATOMIC … END of an SQL function holds semicolons of its own.
            depth += token.is("atomic") ? 1 : 0;
            boolean closes = depth > 0 && token.is("end");
            depth -= closes ? 1 : 0;
            if (token.is(";") && depth == 0) {
                add(pieces, current, text, expect, into);
                expect = null;
                into = null;
            } else {
                current.add(token);
            }
        }
        add(pieces, current, text, expect, into);
        return pieces;
    }

    private static void add(
            List<Piece> pieces,
            List<Token> current,
            String text,
            @Nullable String expect,
            @Nullable String into) {
        if (!current.isEmpty()) {
            String sql = text.substring(current.getFirst().from(), current.getLast().to());
            pieces.add(new Piece(sql, current, current.getFirst().line(), expect, into));
            current.clear();
        }
    }

    private static @Nullable String after(String comment, String word) {
        boolean says =
                comment.length() > word.length()
                        && comment.regionMatches(true, 0, word, 0, word.length())
                        && Character.isWhitespace(comment.charAt(word.length()));
        return says ? comment.substring(word.length()).strip() : null;
    }
}

package org.groundplan.trial.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.core.Parser;

/**
 * A word of an SQL text.
 *
 * @param from first character in the text
 * @param to behind the last
 * @param line from 1
 */
record Token(Kind kind, String text, int from, int to, int line) {
    enum Kind {
        /** A name or a keyword, in lower case unless it was quoted. */
        WORD,
        NUMBER,
        STRING,
        /** The body of a function, between dollar signs. */
        BODY,
        /** {@code :name}. */
        PARAM,
        SYMBOL,
        COMMENT
    }

    boolean is(String word) {
        return text.equals(word) && (kind == Kind.WORD || kind == Kind.SYMBOL);
    }

    boolean word() {
        return kind == Kind.WORD;
    }

    /** A string without its quotes, a comment without its dashes, a body without its tags. */
    String inner() {
        return switch (kind) {
            case STRING -> text.substring(text.indexOf('\'') + 1, text.length() - 1);
            case COMMENT -> text.startsWith("--") ? text.substring(2).strip() : "";
            case BODY -> {
                int tag = text.indexOf('$', 1) + 1;
                yield text.substring(tag, text.length() - tag);
            }
            default -> text;
        };
    }

    /** Quotes, comments and bodies are found by the driver's own lexer. */
    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        char[] text = sql.toCharArray();
        int line = 1;
        for (int i = 0; i < text.length; ) {
            char c = text[i];
            if (c == '\n') {
                line++;
            }
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            int end = i + 1;
            Kind kind = Kind.SYMBOL;
            if (c == '-' && i + 1 < text.length && text[i + 1] == '-') {
                kind = Kind.COMMENT;
                end = Parser.parseLineComment(text, i) + 1;
            } else if (c == '/' && i + 1 < text.length && text[i + 1] == '*') {
                kind = Kind.COMMENT;
                end = Parser.parseBlockComment(text, i) + 1;
            } else if (c == '\'') {
                kind = Kind.STRING;
                end = Parser.parseSingleQuotes(text, i, true) + 1;
            } else if (c == '"') {
                kind = Kind.WORD;
                end = Parser.parseDoubleQuotes(text, i) + 1;
            } else if (c == '$' && Parser.parseDollarQuotes(text, i) > i) {
                kind = Kind.BODY;
                end = Parser.parseDollarQuotes(text, i) + 1;
            } else if (Character.isDigit(c)) {
                kind = Kind.NUMBER;
                while (end < text.length && (Character.isDigit(text[end]) || text[end] == '.')) {
                    end++;
                }
            } else if (Character.isJavaIdentifierStart(c) && c != '$') {
                kind = Kind.WORD;
                end = word(text, i);
                boolean escaped = (c == 'E' || c == 'e') && end == i + 1 && end < text.length;
                if (escaped && text[end] == '\'') {
                    kind = Kind.STRING;
                    end = Parser.parseSingleQuotes(text, end, true) + 1;
                }
            } else if (c == ':' && i + 1 < text.length) {
                if (text[i + 1] == ':' || text[i + 1] == '=') {
                    end = i + 2;
                } else if (Character.isJavaIdentifierStart(text[i + 1])) {
                    kind = Kind.PARAM;
                    end = word(text, i + 1);
                } else if (text[i + 1] == '\'') {
                    // psql's way of quoting a variable
                    kind = Kind.PARAM;
                    end = Parser.parseSingleQuotes(text, i + 1, true) + 1;
                }
            } else if ("<>!=|".indexOf(c) >= 0) {
                while (end < text.length && "<>=|".indexOf(text[end]) >= 0) {
                    end++;
                }
            }
            end = Math.min(end, text.length);
            tokens.add(new Token(kind, spelt(kind, sql.substring(i, end)), i, end, line));
            for (int k = i; k < end; k++) {
                line += text[k] == '\n' ? 1 : 0;
            }
            i = end;
        }
        return tokens;
    }

    private static int word(char[] text, int from) {
        int end = from;
        while (end < text.length && Character.isJavaIdentifierPart(text[end])) {
            end++;
        }
        return end;
    }

    private static String spelt(Kind kind, String text) {
        return switch (kind) {
            case WORD ->
                    text.startsWith("\"")
                            ? text.substring(1, Math.max(1, text.length() - 1))
                            : text.toLowerCase(Locale.ROOT);
            case PARAM -> text.substring(1).replace("'", "");
            default -> text;
        };
    }
}

package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.util.Span;
import org.groundplan.model.Location;

/**
 * A page of prose as sentences. Bounded: at most 2 million characters, sentences of at most 4,000;
 * what is longer is cut at a space and read in parts, nothing is left out.
 */
record Text(String file, List<Sentence> sentences) {
    private static final int MOST_SENTENCE = 2_000;

    /** The number of a requirement: REQ-12, FR 3.1:, US7). */
    private static final java.util.regex.Pattern ID =
            java.util.regex.Pattern.compile(
                    "(?:REQ|Req|R|FR|NFR|US|UC|SRS|BR)[-_ ]?\\d+(?:\\.\\d+)*[:.)]?\\s+(?=\\S)");

    private static final int MANY = 20;
    private static final int MOST_BLOCK = 20_000;

    Text {
        sentences = List.copyOf(sentences);
    }

    static Text of(String file, String source) {
        int[] lines = lines(source);
        String[] rows = source.split("\n", -1);
        List<Markup.Block> blocks = Markup.of(source);
        // blocks do not look at one another, so they are tagged side by side and put in order after
        List<List<Sentence>> read =
                (blocks.size() > MANY ? blocks.parallelStream() : blocks.stream())
                        .map(block -> {
                            List<Sentence> sentences = new ArrayList<>();
                            for (int[] piece : pieces(block)) {
                                add(file, rows, lines, block, piece[0], piece[1], sentences);
                            }
                            return sentences;
                        })
                        .toList();
        List<Sentence> all = new ArrayList<>();
        read.forEach(part -> part.forEach(s -> all.add(s.numbered(all.size()))));
        return new Text(file, all);
    }

    private static List<int[]> pieces(Markup.Block block) {
        List<int[]> pieces = new ArrayList<>();
        String text = block.text();
        if (block.kind() == Sentence.Kind.ROW || block.kind() == Sentence.Kind.HEADING) {
            bounded(text, 0, text.length(), pieces);
            return pieces;
        }
        for (int from = 0; from < text.length(); ) {
            int to = cut(text, from, Math.min(text.length(), from + MOST_BLOCK));
            List<Span> spans = Nlp.english().sentences(stops(text.substring(from, to)));
            int done = from;
            for (Span span : spans) {
                bounded(text, done, from + span.getEnd(), pieces);
                done = from + span.getEnd();
            }
            if (done < to) {
                bounded(text, done, to, pieces);
            }
            from = to;
        }
        return merged(text, pieces);
    }

    /** The same length, with a stop where an enumeration of user stories has none. */
    private static String stops(String text) {
        return text.replaceAll("(?<=[a-z]);(?= As an? )", ".");
    }

    /**
     * “e.g. x” and “No. 5” are no ends; a piece that begins in lower case belongs to what is
     * before.
     */
    private static List<int[]> merged(String text, List<int[]> pieces) {
        List<int[]> result = new ArrayList<>();
        for (int[] piece : pieces) {
            String words = text.substring(piece[0], piece[1]).strip();
            if (words.isEmpty()) {
                continue;
            }
            boolean goesOn =
                    !result.isEmpty()
                            && Character.isLowerCase(words.codePointAt(0))
                            && !text.substring(result.getLast()[0], result.getLast()[1])
                                    .strip()
                                    .matches("(?s).*[!?:]")
                            && piece[1] - result.getLast()[0] < MOST_SENTENCE;
            if (goesOn) {
                result.getLast()[1] = piece[1];
            } else {
                result.add(piece);
            }
        }
        return result;
    }

    private static void bounded(String text, int from, int to, List<int[]> into) {
        while (from < to) {
            int end = cut(text, from, Math.min(to, from + MOST_SENTENCE));
            into.add(new int[] {from, end});
            from = end;
        }
    }

    /** Not within a word, where that can be helped. */
    private static int cut(String text, int from, int to) {
        if (to >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', to);
        return space > from + 100 ? space : to;
    }

    private static void add(
            String file,
            String[] rows,
            int[] lines,
            Markup.Block block,
            int from,
            int to,
            List<Sentence> into) {
        String text = block.text();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        java.util.regex.Matcher id = ID.matcher(text).region(from, to);
        if (id.lookingAt()) {
            from = id.end();
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        if (from >= to) {
            return;
        }
        String words = text.substring(from, to);
        int first = block.places().get(from);
        int line = line(lines, first);
        Location at =
                new Location(
                        file,
                        line + 1,
                        first - lines[line] + 1,
                        line < rows.length ? rows[line].strip() : "");
        List<Token> tokens =
                block.kind() == Sentence.Kind.CODE
                        ? List.of()
                        : Tagging.correct(Lexicon.wordnet(), Nlp.english().tokens(words));
        into.add(
                new Sentence(
                        0,
                        block.kind(),
                        block.heading(),
                        block.level(),
                        words,
                        at,
                        tokens,
                        block.head()));
    }

    private static int[] lines(String source) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < source.length(); i++) {
            if (source.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int line(int[] starts, int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at : -at - 2;
    }
}

package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown or plain text as blocks of words, each character with its offset in the source. */
final class Markup {
    /** Deeper nesting than this is no longer somebody's outline. */
    private static final int MOST_NESTED = 50;

    /**
     * @param head cells of the table's head, for a row
     */
    record Block(
            Sentence.Kind kind,
            String heading,
            int level,
            String text,
            List<Integer> places,
            List<String> head) {}

    private final List<Block> blocks = new ArrayList<>();
    private final String source;
    private String heading = "";

    private Markup(String source) {
        this.source = source;
    }

    static List<Block> of(String source) {
        Markup markup = new Markup(source);
        Node document =
                Parser.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                        .maxOpenBlockParsers(MOST_NESTED)
                        .build()
                        .parse(source);
        document.accept(markup.new Walk());
        return List.copyOf(markup.blocks);
    }

    private final class Walk extends AbstractVisitor {
        private int level;
        private List<String> head = List.of();

        @Override
        public void visit(Heading node) {
            Letters letters = letters(node);
            heading = letters.text();
            add(Sentence.Kind.HEADING, letters, 0);
        }

        @Override
        public void visit(Paragraph node) {
            add(level > 0 ? Sentence.Kind.BULLET : Sentence.Kind.PARAGRAPH, letters(node), level);
        }

        @Override
        public void visit(org.commonmark.node.BulletList node) {
            list(node);
        }

        @Override
        public void visit(org.commonmark.node.OrderedList node) {
            list(node);
        }

        private void list(ListBlock node) {
            level++;
            visitChildren(node);
            level--;
        }

        @Override
        public void visit(FencedCodeBlock node) {
            raw(node, node.getLiteral(), Sentence.Kind.CODE);
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            // prose that somebody indented
            raw(node, node.getLiteral(), Sentence.Kind.PARAGRAPH);
        }

        @Override
        public void visit(HtmlBlock node) {
            raw(node, node.getLiteral(), Sentence.Kind.CODE);
        }

        private void raw(Node node, String literal, Sentence.Kind kind) {
            Letters letters = new Letters();
            int from = start(node);
            for (String line : literal.split("\n")) {
                int at = source.indexOf(line.strip(), Math.max(0, from));
                if (!line.isBlank() && at >= 0) {
                    letters.add(line.strip(), at);
                    letters.add(" ", at + line.strip().length());
                    from = at + line.strip().length();
                }
            }
            add(kind, letters, 0);
        }

        @Override
        public void visit(org.commonmark.node.CustomBlock node) {
            if (node instanceof TableBlock) {
                visitChildren(node);
                head = List.of();
            } else {
                visitChildren(node);
            }
        }

        @Override
        public void visit(org.commonmark.node.CustomNode node) {
            if (node instanceof TableHead) {
                List<String> cells = new ArrayList<>();
                for (Node row = node.getFirstChild(); row != null; row = row.getNext()) {
                    for (Node c = row.getFirstChild(); c != null; c = c.getNext()) {
                        cells.add(letters(c).text());
                    }
                }
                head = cells;
            } else if (node instanceof TableRow) {
                Letters row = new Letters();
                for (Node c = node.getFirstChild(); c != null; c = c.getNext()) {
                    if (c instanceof TableCell) {
                        Letters cell = letters(c);
                        if (row.length() > 0) {
                            int at = cell.length() == 0 ? row.end() : cell.places.getFirst();
                            row.add(" | ", at);
                        }
                        row.addAll(cell);
                    }
                }
                blocks.add(
                        new Block(
                                Sentence.Kind.ROW,
                                heading,
                                0,
                                row.text(),
                                row.places(),
                                List.copyOf(head)));
            } else {
                visitChildren(node);
            }
        }
    }

    private void add(Sentence.Kind kind, Letters letters, int level) {
        if (!letters.text().isBlank()) {
            blocks.add(
                    new Block(kind, heading, level, letters.text(), letters.places(), List.of()));
        }
    }

    private int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
    }

    private Letters letters(Node node) {
        Letters letters = new Letters();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        letters.add(text.getLiteral(), start(text));
                    }

                    @Override
                    public void visit(Code code) {
                        letters.add(code.getLiteral(), start(code) + 1);
                    }

                    @Override
                    public void visit(SoftLineBreak node) {
                        letters.add(" ", letters.end());
                    }

                    @Override
                    public void visit(HardLineBreak node) {
                        letters.add(" ", letters.end());
                    }
                });
        return letters;
    }

    /** Text and, for each character, where it stands; runs of white space are one space. */
    private static final class Letters {
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> places = new ArrayList<>();

        void add(String more, int at) {
            for (int i = 0; i < more.length(); i++) {
                char c = more.charAt(i);
                boolean space = Character.isWhitespace(c) || Character.isISOControl(c);
                boolean plainSpace = space || c == '\u200b' || c == '\ufeff';
                if (plainSpace) {
                    boolean before = !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
                    if (before || c == '\u200b' || c == '\ufeff') {
                        continue;
                    }
                    c = ' ';
                } else if (c == '\u2019') {
                    c = '\'';
                }
                text.append(c);
                places.add(at + i);
            }
        }

        void addAll(Letters other) {
            for (int i = 0; i < other.text.length(); i++) {
                text.append(other.text.charAt(i));
                places.add(other.places.get(i));
            }
        }

        int length() {
            return text.length();
        }

        int end() {
            return places.isEmpty() ? 0 : places.getLast() + 1;
        }

        String text() {
            return text.toString().stripTrailing();
        }

        List<Integer> places() {
            return List.copyOf(places);
        }
    }
}

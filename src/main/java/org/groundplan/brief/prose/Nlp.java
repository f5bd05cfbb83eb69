package org.groundplan.brief.prose;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Sentences, words and parts of speech, by the models of Apache OpenNLP. About one content word in
 * ten is wrong in short imperatives, so tags are evidence: {@link Tagging} corrects what the words
 * around and WordNet say better; base forms are WordNet's.
 */
final class Nlp {
    /** The tagger's time grows with what it is given; longer sentences are read in pieces. */
    private static final int MOST_TOKENS = 400;

    private final SentenceDetectorME sentences;
    private final TokenizerME tokenizer;
    private final POSTaggerME tagger;

    private Nlp() {
        sentences = new SentenceDetectorME(Models.SENTENCES);
        tokenizer = new TokenizerME(Models.TOKENS);
        tagger = new POSTaggerME(Models.TAGS);
    }

    /** One for each thread: the models are read once, the readers over them keep a state. */
    private static final ThreadLocal<Nlp> NLP = ThreadLocal.withInitial(Nlp::new);

    private static final class Models {
        static final SentenceModel SENTENCES =
                read("opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", SentenceModel::new);
        static final TokenizerModel TOKENS =
                read("opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin", TokenizerModel::new);
        static final POSModel TAGS = read("opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new);
    }

    /** Reads a model. */
    private interface Reader<M> {
        M read(InputStream in) throws IOException;
    }

    private static <M> M read(String name, Reader<M> reader) {
        try (InputStream in = model(name)) {
            return reader.read(in);
        } catch (IOException e) {
            throw new IllegalStateException("a language model of this build cannot be read", e);
        }
    }

    private static final class Detector {
        static final LanguageDetectorME DETECTOR =
                new LanguageDetectorME(read("langdetect-183.bin", LanguageDetectorModel::new));
    }

    static Nlp english() {
        return NLP.get();
    }

    private static InputStream model(String name) {
        InputStream in = Nlp.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("no language model " + name + " in this build");
        }
        return in;
    }

    /**
     * The language of a text.
     *
     * @return ISO 639-3 code and confidence from 0 to 1
     */
    static Language language(String text) {
        synchronized (Detector.DETECTOR) {
            return Detector.DETECTOR.predictLanguage(text);
        }
    }

    /** Begin and end of each sentence of a block. */
    List<Span> sentences(String block) {
        return List.of(sentences.sentPosDetect(block));
    }

    List<Token> tokens(String sentence) {
        Span[] spans = tokenizer.tokenizePos(sentence);
        List<Span> split = new ArrayList<>();
        for (Span span : hyphens(sentence, spans)) {
            split(sentence, span, split);
        }
        List<Token> tokens = new ArrayList<>();
        for (int from = 0; from < split.size(); from += MOST_TOKENS) {
            List<Span> part = split.subList(from, Math.min(split.size(), from + MOST_TOKENS));
            String[] words =
                    part.stream()
                            .map(s -> sentence.substring(s.getStart(), s.getEnd()))
                            .toArray(String[]::new);
            String[] tags = tagger.tag(words);
            for (int i = 0; i < words.length; i++) {
                tokens.add(
                        new Token(
                                words[i],
                                tags[i],
                                words[i].toLowerCase(Locale.ROOT),
                                part.get(i).getStart(),
                                part.get(i).getEnd()));
            }
        }
        return tokens;
    }

    /** {@code pick-up} is one word; a dash between spaces is none. */
    private static List<Span> hyphens(String sentence, Span[] spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            boolean touches = last != null && last.getEnd() == span.getStart();
            boolean dash = sentence.charAt(span.getStart()) == '-';
            boolean word = last != null && Character.isLetter(sentence.charAt(last.getStart()));
            boolean after =
                    last != null && sentence.charAt(last.getEnd() - 1) == '-' && last.length() > 1;
            boolean letters = Character.isLetterOrDigit(sentence.charAt(span.getStart()));
            boolean goesOn =
                    dash
                            && span.getEnd() < sentence.length()
                            && Character.isLetter(sentence.charAt(span.getEnd()));
            if (last != null
                    && touches
                    && word
                    && (goesOn && span.length() == 1 || after && letters)) {
                joined.set(joined.size() - 1, new Span(last.getStart(), span.getEnd()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /**
     * {@code pick/up}, {@code parent/guardian} and a bracket glued to a word are several tokens.
     */
    private static void split(String sentence, Span span, List<Span> into) {
        String word = sentence.substring(span.getStart(), span.getEnd());
        int at = span.getStart();
        if (word.length() > 2
                && word.matches(".*\\p{L}[/(),;:].*|.*[/(),;:]\\p{L}.*")
                && !word.matches("(?i)https?:.*|\\S+@\\S+")) {
            int from = 0;
            for (int i = 0; i <= word.length(); i++) {
                boolean mark = i < word.length() && "/(),;:".indexOf(word.charAt(i)) >= 0;
                if (mark || i == word.length()) {
                    if (i > from) {
                        into.add(new Span(at + from, at + i));
                    }
                    if (mark) {
                        into.add(new Span(at + i, at + i + 1));
                    }
                    from = i + 1;
                }
            }
            return;
        }
        into.add(span);
    }
}

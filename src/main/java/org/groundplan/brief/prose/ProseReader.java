package org.groundplan.brief.prose;

import org.groundplan.brief.Unicode;

/**
 * Prose to a brief, without a language model: sentences, tags and lemmas by OpenNLP, kinds of words
 * by WordNet, a grammar of quantities, clauses, rules. What it cannot read it lists.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
public final class ProseReader {
    /** More than a hundred pages. */
    public static final int MOST = 600_000;

    private static final int MOST_SENTENCES = 6_000;

    private ProseReader() {}

    /**
     * @param file name to print
     * @param source Markdown or plain text, at most {@link #MOST} characters
     */
    public static ProseReading read(String file, String source) {
        if (source.length() > MOST) {
            return ProseReading.refused(
                    file,
                    "it is longer than 600,000 characters, some 200 pages; hand it in by parts");
        }
        String language = Languages.foreign(source);
        if (!language.isEmpty()) {
            return ProseReading.refused(
                    file,
                    "it looks like "
                            + language
                            + ", and only English is read so far. Nothing was guessed; write it in English, or the facts as YAML (groundplan init writes a small one that runs)");
        }
        Text text = Text.of(file, Unicode.whole(source));
        if (text.sentences().size() > MOST_SENTENCES) {
            return ProseReading.refused(
                    file, "it has more than " + MOST_SENTENCES + " sentences; hand it in by parts");
        }
        return new Assembly(file, text).reading();
    }
}

package org.groundplan.brief.prose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.langdetect.Language;

/** Whether a text is English; if not, which language it most likely is. */
final class Languages {
    private static final Set<String> ENGLISH =
            Words.words(
                    "the, and, to, are, for, with, that, must, can, may, from, has, have, when, which, each, every, shall, will, should, their, our, they, it, be, this, not, only, per, by, them, who");
    private static final int FEW = 6;

    /** Below so many words the detector is often wrong, and the lexicon is asked first. */
    private static final int SHORT = 60;

    private Languages() {}

    /** Whether nearly all words are English ones. */
    private static boolean inLexicon(List<String> words) {
        Lexicon lexicon = Lexicon.wordnet();
        long known =
                words.stream()
                        .filter(w ->
                                ENGLISH.contains(w)
                                        || lexicon.noun(w).isPresent()
                                        || lexicon.verb(w) >= 0)
                        .count();
        return known * 10 >= words.size() * 8L;
    }

    /**
     * @return the English name of another language, or nothing when it is English or too short to
     *     tell
     */
    static String foreign(String text) {
        String sample = text.length() > 20_000 ? text.substring(0, 20_000) : text;
        List<String> words =
                Arrays.stream(sample.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}']+"))
                        .filter(w -> !w.isEmpty())
                        .toList();
        if (words.size() < FEW && sample.codePoints().filter(Character::isLetter).count() < 20) {
            return "";
        }
        long english = words.stream().filter(ENGLISH::contains).count();
        if (english * 100 >= words.size() * 8L) {
            return "";
        }
        if (words.size() < SHORT && inLexicon(words)) {
            return "";
        }
        Language best = Nlp.language(sample);
        boolean little = english * 100 >= words.size() * 3L;
        if (best.getLang().equals("eng") || little && best.getConfidence() < 0.5) {
            return "";
        }
        boolean latin =
                sample.codePoints()
                                        .filter(Character::isLetter)
                                        .limit(400)
                                        .filter(c -> c < 0x250)
                                        .count()
                                > 200
                        || words.size() > 12;
        if (best.getConfidence() < 0.05 && latin && english > 0) {
            return "";
        }
        String name =
                Arrays.stream(Locale.getISOLanguages())
                        .map(Locale::of)
                        .filter(l -> l.getISO3Language().equals(best.getLang()))
                        .map(l -> l.getDisplayLanguage(Locale.ENGLISH))
                        .findFirst()
                        .orElse("");
        return name.isEmpty() ? "another language (" + best.getLang() + ")" : name;
    }
}

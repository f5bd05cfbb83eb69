package org.groundplan.brief.prose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.PointerUtils;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.data.list.PointerTargetNode;
import net.sf.extjwnl.dictionary.Dictionary;

/**
 * What WordNet 3.1 says of a word: whether it can be a noun or a verb, how often it is which, what
 * kind of thing its common senses are. Words that WordNet does not know (names, new words) are
 * taken as they are used.
 */
final class Lexicon {
    private final Dictionary dictionary;
    private final Map<String, Optional<Noun>> nouns = new ConcurrentHashMap<>();
    private final Map<String, String> bases = new ConcurrentHashMap<>();
    private final Map<String, Long> verbs = new ConcurrentHashMap<>();
    private final Map<String, Long> adjectives = new ConcurrentHashMap<>();
    private final Map<String, List<String>> derived = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> above = new ConcurrentHashMap<>();

    /**
     * @param file lexicographer file of the most used sense: {@code person}, {@code artifact}, …
     * @param files those of all senses
     * @param used tagged uses of the noun in WordNet's texts
     */
    record Noun(String lemma, String file, List<String> files, long used) {}

    private Lexicon() {
        try {
            dictionary = Dictionary.getDefaultResourceInstance();
        } catch (JWNLException e) {
            throw new IllegalStateException("WordNet of this build cannot be read", e);
        }
    }

    private static final class Holder {
        static final Lexicon LEXICON = new Lexicon();
    }

    static Lexicon wordnet() {
        return Holder.LEXICON;
    }

    Optional<Noun> noun(String lemma) {
        return nouns.computeIfAbsent(
                lemma,
                l -> {
                    IndexWord word = word(POS.NOUN, l);
                    if (word == null) {
                        return Optional.empty();
                    }
                    List<Synset> senses = word.getSenses();
                    List<String> files = senses.stream().map(Lexicon::file).distinct().toList();
                    return Optional.of(
                            new Noun(
                                    word.getLemma(),
                                    files.getFirst(),
                                    files,
                                    used(senses, word.getLemma())));
                });
    }

    /** How often a word is tagged as a verb in WordNet's texts; -1 when it is none. */
    long verb(String lemma) {
        return verbs.computeIfAbsent(lemma, l -> uses(POS.VERB, l));
    }

    long adjective(String lemma) {
        return adjectives.computeIfAbsent(lemma, l -> uses(POS.ADJECTIVE, l));
    }

    /** Whether a word stands among the nouns as it is. */
    boolean exact(String word) {
        return noun(word).filter(n -> n.lemma().equals(word)).isPresent();
    }

    /** The base form of a plural or an inflected verb, else the word. */
    String base(boolean noun, String word) {
        return bases.computeIfAbsent(
                (noun ? "n" : "v") + word.toLowerCase(Locale.ROOT),
                _ -> {
                    IndexWord found =
                            word(noun ? POS.NOUN : POS.VERB, word.toLowerCase(Locale.ROOT));
                    return found == null ? word.toLowerCase(Locale.ROOT) : found.getLemma();
                });
    }

    /** Whether an adjective says what kind something is, not how it is: {@code medical}. */
    boolean relational(String adjective) {
        IndexWord word = word(POS.ADJECTIVE, adjective);
        return word != null
                && word.getSenses().stream().anyMatch(s -> s.getLexFileName().endsWith("pert"));
    }

    /** Whether one of the first two senses of a noun is a kind of one of these. */
    boolean isA(String lemma, Set<String> kinds) {
        return above(lemma, 2).stream().anyMatch(kinds::contains);
    }

    /** The same of the first sense only. */
    boolean firstIsA(String lemma, Set<String> kinds) {
        return above(lemma, 1).stream().anyMatch(kinds::contains);
    }

    /**
     * The nouns that WordNet derives from a verb and that name what is done or what comes of it,
     * the most used first: {@code reserve} and {@code reservation}.
     */
    List<String> nounsOf(String verb) {
        return derived.computeIfAbsent(
                verb,
                v -> {
                    IndexWord word = word(POS.VERB, v);
                    if (word == null) {
                        return List.of();
                    }
                    Map<String, Long> found = new TreeMap<>();
                    for (Synset sense : word.getSenses()) {
                        for (Word w : sense.getWords()) {
                            if (w.getLemma().equalsIgnoreCase(v)) {
                                w.getPointers(PointerType.DERIVATION)
                                        .forEach(p -> derivation(p, v, found));
                            }
                        }
                    }
                    return found.entrySet().stream()
                            .sorted(
                                    Map.Entry.<String, Long>comparingByValue()
                                            .reversed()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .map(Map.Entry::getKey)
                            .toList();
                });
    }

    /** Other verbs of the first senses that are nouns as well: {@code lend} and {@code loan}. */
    List<String> alike(String verb) {
        IndexWord word = word(POS.VERB, verb);
        if (word == null) {
            return List.of();
        }
        return word.getSenses().stream()
                .limit(3)
                .flatMap(s -> s.getWords().stream())
                .map(w -> w.getLemma().toLowerCase(Locale.ROOT))
                .filter(l -> !l.equals(verb) && noun(l).isPresent())
                .distinct()
                .toList();
    }

    /** The most used of {@link #nounsOf} that is no gerund, or nothing. */
    String nounOf(String verb) {
        return nounsOf(verb).stream().filter(n -> !n.endsWith("ing")).findFirst().orElse("");
    }

    private void derivation(Pointer pointer, String verb, Map<String, Long> found) {
        Word target = target(pointer);
        if (target == null || target.getPOS() != POS.NOUN) {
            return;
        }
        String lemma = target.getLemma().toLowerCase(Locale.ROOT);
        boolean act =
                Set.of("act", "communication", "possession", "event")
                        .contains(file(target.getSynset()));
        if (act && !lemma.matches(".*(er|or|ee|ability)") && lemma.length() < verb.length() + 7) {
            long used = noun(lemma).map(Noun::used).orElse(0L);
            found.merge(lemma, used + (lemma.equals(verb) ? 0 : 5), Math::max);
        }
    }

    private @org.jspecify.annotations.Nullable Word target(Pointer pointer) {
        try {
            return pointer.getTarget() instanceof Word w ? w : null;
        } catch (JWNLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether a verb is about having, asking or saying: what leaves a record between two parties.
     */
    boolean transaction(String verb) {
        IndexWord word = word(POS.VERB, verb);
        return word != null
                && word.getSenses().stream()
                        .limit(4)
                        .anyMatch(s -> Set.of("possession", "communication").contains(file(s)));
    }

    /** Whether its most used sense is a person. */
    boolean person(String lemma) {
        return noun(lemma).filter(n -> n.file().equals("person")).isPresent();
    }

    private Set<String> above(String lemma, int senses) {
        return above.computeIfAbsent(
                senses + lemma,
                _ -> {
                    Set<String> words = new HashSet<>();
                    IndexWord word = word(POS.NOUN, lemma);
                    if (word == null) {
                        return words;
                    }
                    Deque<Synset> todo =
                            new ArrayDeque<>(
                                    word.getSenses()
                                            .subList(0, Math.min(senses, word.getSenses().size())));
                    Set<Long> seen = new HashSet<>();
                    while (!todo.isEmpty() && seen.size() < 200) {
                        Synset synset = todo.pop();
                        if (!seen.add(synset.getOffset())) {
                            continue;
                        }
                        for (Word w : synset.getWords()) {
                            words.add(w.getLemma().toLowerCase(Locale.ROOT));
                        }
                        try {
                            for (PointerTargetNode node : PointerUtils.getDirectHypernyms(synset)) {
                                todo.add(node.getSynset());
                            }
                        } catch (JWNLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return words;
                });
    }

    private long uses(POS pos, String lemma) {
        IndexWord word = word(pos, lemma);
        return word == null ? -1 : used(word.getSenses(), word.getLemma());
    }

    private static long used(List<Synset> senses, String lemma) {
        long sum = 0;
        for (Synset sense : senses) {
            for (Word w : sense.getWords()) {
                if (w.getLemma().equalsIgnoreCase(lemma)) {
                    sum += w.getUseCount();
                }
            }
        }
        return sum;
    }

    private static String file(Synset synset) {
        return synset.getLexFileName().replaceFirst("^\\w+\\.", "").toLowerCase(Locale.ROOT);
    }

    private synchronized @org.jspecify.annotations.Nullable IndexWord word(POS pos, String lemma) {
        if (lemma.isBlank()
                || lemma.length() > 60
                || !lemma.matches("[\\p{L}][\\p{L}\\p{N}' -]*")) {
            return null;
        }
        try {
            return dictionary.lookupIndexWord(pos, lemma);
        } catch (JWNLException e) {
            throw new IllegalStateException(e);
        }
    }
}

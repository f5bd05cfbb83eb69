package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The things a text speaks of, weighed by where they stand: what somebody wants to do something
 * with counts more than what it is good for.
 */
final class Concepts {
    enum Where {
        SPEAKER(0),
        SUBJECT(0.8),
        OBJECT(1),
        WITH(0.6),
        OF(0.8),
        OWNER(0.8),
        COUNTED(1),
        LOOSE(0.5);

        final double weight;

        Where(double weight) {
            this.weight = weight;
        }
    }

    record Mention(Phrase phrase, Sentence sentence, Where where, boolean purpose, String verb) {
        double weight() {
            return where.weight * (purpose ? 0.35 : 1);
        }
    }

    /**
     * @param name lower-case words, singular
     * @param weight sum over sentences of the strongest mention
     */
    record Concept(
            String name, List<Mention> mentions, double weight, boolean person, boolean speaks) {
        String head() {
            return Words.last(name);
        }
    }

    /** Words about software that are words of business as well. */
    private static final Set<String> BUSINESS =
            Words.words("application, product, project, test, document");

    /** Words about software that are something one can own, lend or keep as well. */
    private static final Set<String> KEPT =
            Words.words(
                    """
                    calendar, chart, collection, component, computer, contact, desk,
                    device, door, home, laptop, licence, license, metadata, phone,
                    position, screen, series, server, service, sign, supply, table,
                    template, tool, version
                    """);

    private final Lexicon lexicon = Lexicon.wordnet();
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<String, Integer> bare = new HashMap<>();
    private final Map<String, Map<String, Integer>> compounds = new TreeMap<>();
    private final Map<String, String> shortNames = new HashMap<>();

    /** By head: the adjectives that stand alone before it, and how often each stands there. */
    private final Map<String, Set<String>> single = new HashMap<>();

    private final Map<String, Map<String, Integer>> qualified = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Concepts() {}

    static Concepts of(List<Told> text) {
        Concepts concepts = new Concepts();
        text.forEach(concepts::collect);
        concepts.count();
        return concepts;
    }

    List<Mention> mentions() {
        return mentions;
    }

    private void collect(Told told) {
        if (told.speaker() != null) {
            add(told.speaker(), told, Where.SPEAKER, false, "");
            if (told.of() != null) {
                add(told.of(), told, Where.OF, false, "");
            }
        }
        for (Clause c : told.clauses()) {
            boolean purpose = told.inPurpose(c);
            String verb = c.act() == null ? "" : c.act().verb();
            if (c.subject() != null && c.lead().isEmpty()) {
                add(c.subject(), told, Where.SUBJECT, purpose, verb);
            } else if (c.subject() != null) {
                add(c.subject(), told, Where.LOOSE, purpose, verb);
            }
            for (Phrase object : c.objects()) {
                boolean counted = !object.number().isEmpty();
                add(
                        object,
                        told,
                        c.act() == null
                                ? counted ? Where.COUNTED : Where.LOOSE
                                : counted ? Where.COUNTED : Where.OBJECT,
                        purpose,
                        verb);
            }
            for (Clause.With with : c.with()) {
                boolean through =
                        Words.SEE_THROUGH.contains(with.phrase().head()) && with.of() != null;
                boolean of = with.preposition().equals("of");
                add(with.phrase(), told, of ? Where.OF : Where.WITH, purpose, verb);
                if (with.of() != null) {
                    add(with.of(), told, through ? Where.OBJECT : Where.OF, purpose, verb);
                }
            }
        }
    }

    private void add(Phrase phrase, Told told, Where where, boolean purpose, String verb) {
        if (phrase.owner() != null) {
            add(
                    phrase.owner(),
                    told,
                    where == Where.OBJECT ? Where.OWNER : Where.LOOSE,
                    purpose,
                    verb);
        }
        if (!phrase.pronoun()) {
            mentions.add(new Mention(phrase, told.sentence(), where, purpose, verb));
        }
    }

    private void count() {
        for (Mention m : mentions) {
            acronym(m);
            List<String> nouns = m.phrase().nouns();
            if (nouns.size() == 1) {
                String head = nouns.getFirst();
                bare.merge(head, 1, Integer::sum);
                List<String> adjectives = m.phrase().adjectives();
                if (adjectives.size() == 1) {
                    single.computeIfAbsent(head, _ -> new TreeSet<>()).add(adjectives.getFirst());
                }
                for (String adjective : Set.copyOf(adjectives)) {
                    qualified
                            .computeIfAbsent(head, _ -> new HashMap<>())
                            .merge(adjective, 1, Integer::sum);
                }
            } else {
                compounds
                        .computeIfAbsent(m.phrase().head(), _ -> new TreeMap<>())
                        .merge(m.phrase().name(), 1, Integer::sum);
            }
        }
    }

    /** {@code digital learning module (DLM)}. */
    private void acronym(Mention m) {
        List<Token> tokens = m.sentence().tokens();
        int to = m.phrase().to();
        if (to + 2 < tokens.size()
                && tokens.get(to).text().equals("(")
                && tokens.get(to + 2).text().equals(")")
                && tokens.get(to + 1).text().matches("\\p{Lu}{2,6}s?")) {
            shortNames.put(tokens.get(to + 1).lower(), m.phrase().full());
        }
    }

    /** Whether a noun is the head of a phrase somewhere. */
    boolean spoken(String head) {
        return bare.containsKey(head) || compounds.containsKey(head);
    }

    /** What a phrase is called among the concepts; empty when it is no thing. */
    String name(Phrase phrase) {
        return phrase.pronoun()
                ? ""
                : names.computeIfAbsent(
                        String.join(" ", phrase.adjectives()) + "|" + phrase.name(),
                        _ -> called(phrase));
    }

    private String called(Phrase phrase) {
        String name = phrase.name();
        if (shortNames.containsKey(name)) {
            return shortNames.get(name);
        }
        String head = phrase.head();
        List<String> nouns = phrase.nouns();
        if (nouns.size() > 1
                && (Words.FIELD.contains(head)
                        || Words.SEE_THROUGH.contains(head)
                        || Words.SOFTWARE.contains(head))
                && bare.getOrDefault(head, 0) == 0
                && compounds.getOrDefault(head, Map.of()).getOrDefault(name, 0) < 4) {
            // the number of a ticket
            return shorter(nouns.subList(0, nouns.size() - 1));
        }
        if (nouns.size() > 1) {
            return shorter(nouns);
        }
        Map<String, Integer> longer = compounds.getOrDefault(head, Map.of());
        int alone = bare.getOrDefault(head, 0);
        Map.Entry<String, Integer> main =
                longer.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
        if (main != null) {
            int all = longer.values().stream().mapToInt(Integer::intValue).sum();
            boolean kinds = kinds(head) && !lexicon.person(head);
            boolean means =
                    longer.size() == 1 && main.getValue() > alone
                            || main.getValue() > 1
                                    && main.getValue() * 2 > alone
                                    && main.getValue() * 5 >= all * 3;
            if (means && !kinds) {
                return main.getKey();
            }
        }
        return classified(phrase);
    }

    /** Spoken of alone and as three kinds or more: consent forms, medical forms, order forms. */
    private boolean kinds(String head) {
        long adjectives =
                qualified.getOrDefault(head, Map.of()).keySet().stream()
                        .filter(lexicon::relational)
                        .count();
        return compounds.getOrDefault(head, Map.of()).size() + adjectives >= 3
                && bare.getOrDefault(head, 0) - adjectives >= 2;
    }

    /** A compound, or its head where the text mostly says the head alone or under many names. */
    private String shorter(List<String> nouns) {
        String name = String.join(" ", nouns);
        String head = nouns.getLast();
        if (shortNames.containsKey(name)) {
            return shortNames.get(name);
        }
        if (nouns.size() == 1) {
            return name;
        }
        Map<String, Integer> longer = compounds.getOrDefault(head, Map.of());
        int alone = bare.getOrDefault(head, 0);
        int own = longer.getOrDefault(name, 1);
        boolean known = lexicon.noun(name).isPresent();
        if (known && own >= alone / 2) {
            return name;
        }
        boolean one = longer.size() == 1;
        if (one) {
            return own > alone ? name : head;
        }
        if (alone > own || own == 1 && longer.size() > 2 && alone > 0) {
            return head;
        }
        return name;
    }

    /** With an adjective that says what kind it is and that it nearly always has. */
    private String classified(Phrase phrase) {
        String head = phrase.head();
        if (!phrase.adjectives().isEmpty()) {
            String adjective = phrase.adjectives().getLast();
            return says(adjective, head) ? adjective + " " + head : head;
        }
        Set<String> alone = single.getOrDefault(head, Set.of());
        String adjective = alone.size() == 1 ? alone.iterator().next() : "";
        return !adjective.isEmpty() && says(adjective, head) ? adjective + " " + head : head;
    }

    private boolean says(String adjective, String head) {
        int all = bare.getOrDefault(head, 0);
        int with = qualified.getOrDefault(head, Map.of()).getOrDefault(adjective, 0);
        return lexicon.relational(adjective) && with * 3 >= all * 2;
    }

    /** Heaviest first, then in the order of the text. */
    List<Concept> ranked() {
        Map<String, List<Mention>> byName = new LinkedHashMap<>();
        Set<String> heads = new LinkedHashSet<>();
        for (Mention m : mentions) {
            heads.add(name(m.phrase()));
        }
        for (Mention m : mentions) {
            String name = folded(name(m.phrase()), heads);
            if (!name.isEmpty()) {
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(m);
            }
        }
        List<Concept> concepts = new ArrayList<>();
        byName.forEach((name, all) -> {
            Map<Integer, Double> bySentence = new TreeMap<>();
            all.forEach(m -> bySentence.merge(m.sentence().index(), m.weight(), Math::max));
            double weight = bySentence.values().stream().mapToDouble(Double::doubleValue).sum();
            boolean speaks = all.stream().anyMatch(m -> m.where() == Where.SPEAKER);
            String head = Words.last(name);
            concepts.add(
                    new Concept(
                            name,
                            List.copyOf(all),
                            weight,
                            speaks || lexicon.person(head),
                            speaks));
        });
        concepts.sort(Comparator.comparingDouble(Concept::weight).reversed());
        return concepts;
    }

    /** A kind of something that is spoken of by itself, more often, is that thing. */
    private String folded(String name, Set<String> heads) {
        if (name.indexOf(' ') > 0) {
            String longer =
                    heads.stream().filter(h -> h.endsWith(" " + name)).findFirst().orElse("");
            if (!longer.isEmpty()) {
                return longer; // learning module: a digital learning module
            }
        }
        String head = Words.last(name);
        boolean many = kinds(head) && !lexicon.person(head);
        if (!head.equals(name) && many && heads.contains(head)) {
            return head; // consent forms, medical forms, registration forms
        }
        boolean kind = !head.equals(name) && heads.contains(head);
        return kind
                        && bare.getOrDefault(head, 0)
                                >= 2 * compounds.getOrDefault(head, Map.of()).getOrDefault(name, 0)
                ? head
                : name;
    }

    /** {@code approve an application}, {@code 26,000 applications}: no software. */
    private boolean business(Mention m) {
        return m.verb()
                        .matches(
                                "approve|reject|submit|review|apply|order|sell|buy|accept|assign|close|decline|answer|withdraw")
                || !m.phrase().number().isEmpty() && m.phrase().plural();
    }

    /** {@code book a table}, {@code lend a laptop}, {@code share a calendar}. */
    private static boolean kept(Mention m) {
        return (m.where() == Where.OBJECT || m.where() == Where.COUNTED)
                && m.verb()
                        .matches(
                                "accept|assign|book|borrow|buy|clean|create|delete|deliver|hire|inspect|issue|lend|order|rent|repair|report|reserve|restore|return|sell|share");
    }

    /** Whether a word can be something that a system remembers. */
    boolean thing(Concept concept) {
        String head = concept.head();
        if (BUSINESS.contains(head) && concept.mentions().stream().anyMatch(this::business)) {
            return true;
        }
        if (KEPT.contains(head) && concept.mentions().stream().anyMatch(Concepts::kept)) {
            return true;
        }
        if (concept.name().indexOf(' ') < 0
                && (Words.SOFTWARE.contains(head)
                        || Words.SEE_THROUGH.contains(head)
                        || Words.FIELD.contains(head))) {
            return false;
        }
        if (Words.SOFTWARE.contains(head) && !concept.person()) {
            return false;
        }
        if (head.length() < 3 || !head.matches("[\\p{L}][\\p{L}-]*")) {
            return false;
        }
        Lexicon.Noun noun = lexicon.noun(head).orElse(null);
        if (noun == null && lexicon.adjective(head) >= 0 || properName(concept)) {
            return false;
        }
        return noun == null || !Words.NO_THING.contains(noun.file());
    }

    /** Always with a capital and never one of several: the name of a firm or a product. */
    private static boolean properName(Concept concept) {
        boolean inside = false;
        for (Mention m : concept.mentions()) {
            Phrase p = m.phrase();
            List<Token> tokens = m.sentence().tokens();
            if (p.plural()
                    || p.determiner().matches("an?|each|every|another|no|any|this|these|all")
                    || !p.possessive().isEmpty()
                    || p.to() > tokens.size()
                    || !Character.isUpperCase(tokens.get(p.to() - 1).text().codePointAt(0))) {
                return false;
            }
            inside |= p.to() > 1;
        }
        return inside;
    }

    /** Things worth remembering, by weight. */
    List<Concept> things(int sentences) {
        double threshold = Math.min(1.9, 0.5 + sentences * 0.025);
        List<Concept> result = new ArrayList<>();
        for (Concept c : ranked()) {
            if (!thing(c)) {
                continue;
            }
            if (c.weight() >= threshold) {
                result.add(c);
            }
        }
        List<Mention> listed = result.stream().flatMap(c -> c.mentions().stream()).toList();
        for (Concept c : ranked()) {
            boolean joined =
                    c.weight() >= 1
                            && c.weight() < threshold
                            && thing(c)
                            && c.mentions().stream()
                                    .filter(m -> m.where() == Where.OBJECT)
                                    .anyMatch(m -> listed.stream().anyMatch(o -> joined(o, m)));
            if (joined) {
                result.add(c);
            }
        }
        return result;
    }

    /** {@code feedback and complaints}: what is named in one breath with a thing. */
    private static boolean joined(Mention thing, Mention other) {
        int to = thing.phrase().to();
        return thing.sentence().index() == other.sentence().index()
                && other.phrase().from() == to + 1
                && thing.sentence().tokens().get(to).is("and|or");
    }

    static Set<String> names(List<Concept> concepts) {
        Set<String> names = new LinkedHashSet<>();
        concepts.forEach(c -> names.add(c.name()));
        return names;
    }

    @Nullable Concept find(List<Concept> concepts, Phrase phrase) {
        String name = name(phrase);
        return concepts.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }
}

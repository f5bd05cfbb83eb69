package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which things belong together, by the grammar of the sentences that name both: an owner with what
 * is owned, what somebody works on with what it is for, somebody with what they work on.
 */
final class Ties {
    /**
     * @param from the one that refers, as far as the grammar says
     * @param weight sum over sentences
     * @param owned whether an owner, "of" or "has" said so at least once
     * @param first where it was said most clearly
     */
    record Tie(String from, String to, double weight, boolean owned, Sentence first) {}

    /** What puts one thing to another. */
    private static final Set<String> PUTS =
            Words.words(
                    "assign, link, connect, enrol, enroll, set, give, apply, allocate, pass, plan, organise, organize, tag, hand in, upload");

    private final Concepts concepts;
    private final Set<String> names;
    private final Map<String, Map<Integer, Double>> seen = new LinkedHashMap<>();
    private final Map<String, Boolean> owned = new TreeMap<>();
    private final Map<String, Sentence> first = new TreeMap<>();
    private final Map<String, Double> strongest = new TreeMap<>();

    private Ties(Concepts concepts, Set<String> names) {
        this.concepts = concepts;
        this.names = names;
    }

    static List<Tie> of(List<Told> text, Concepts concepts, Set<String> names) {
        Ties ties = new Ties(concepts, names);
        text.forEach(ties::read);
        List<Tie> result = new ArrayList<>();
        ties.seen.forEach((key, by) -> {
            String[] pair = key.split("\\|");
            result.add(
                    new Tie(
                            pair[0],
                            pair[1],
                            by.values().stream().mapToDouble(Double::doubleValue).sum(),
                            ties.owned.getOrDefault(key, false),
                            java.util.Objects.requireNonNull(ties.first.get(key))));
        });
        result.sort(
                Comparator.comparingDouble(Tie::weight)
                        .reversed()
                        .thenComparing(Tie::from)
                        .thenComparing(Tie::to));
        return result;
    }

    private void read(Told told) {
        for (Clause c : told.clauses()) {
            double scale = told.inPurpose(c) ? 0.4 : 1;
            if (c.act() != null
                    && c.act().verb().equals("have")
                    && c.act().modal().matches("may|can|must|shall|should")) {
                continue; // a bound, not what belongs to whom
            }
            String subject = subject(told, c);
            String before = "";
            for (Phrase object : c.objects()) {
                String name = named(object);
                owner(object, told, scale);
                tie(name, subject, 0.7 * scale, false, told);
                if (c.act() != null
                        && c.act().verb().matches("have|contain|include|own|consist|hold")) {
                    tie(name, subject, 0.6 * scale, true, told);
                }
                if (!before.isEmpty()) {
                    tie(before, name, 0.2 * scale, false, told);
                }
                before = name;
            }
            String object = c.objects().isEmpty() ? "" : named(c.objects().getFirst());
            if (c.act() != null
                    && c.act().verb().equals("be")
                    && c.objects().isEmpty()
                    && c.with().size() > 1
                    && c.with().getFirst().preposition().matches("on|in|under|at")
                    && !named(c.with().getFirst().phrase()).isEmpty()) {
                // "an item can be on loan to one member": the loan is of the item, and of the
                // member
                String state = named(c.with().getFirst().phrase());
                tie(state, subject, scale, true, told);
                c.with().stream()
                        .skip(1)
                        .filter(w -> w.preposition().matches("to|by|with|for"))
                        .forEach(w -> tie(state, named(w.phrase()), scale, true, told));
                continue;
            }
            for (Clause.With with : c.with()) {
                owner(with.phrase(), told, scale);
                String name = named(with.phrase());
                String of = with.of() == null ? "" : named(with.of());
                tie(name, of, scale, true, told);
                boolean belongs =
                        with.preposition()
                                .matches(
                                        "of|in|within|to|for|on|with|per|from|by|about|at|into|under");
                if (!object.isEmpty()) {
                    tie(
                            object,
                            name.isEmpty() ? of : name,
                            (belongs ? 0.9 : 0.5) * scale,
                            with.preposition().matches("of|in|within") || puts(c, with),
                            told);
                } else {
                    tie(name, subject, 0.5 * scale, false, told);
                }
            }
            if (c.lead().matches("participle|that|which") && c.subject() != null) {
                String modified = named(c.subject());
                c.with().forEach(w -> tie(modified, named(w.phrase()), 0.6 * scale, false, told));
            }
        }
    }

    /** {@code schedule an activity for a group}: an activity of the group. */
    private static boolean puts(Clause c, Clause.With with) {
        return c.act() != null
                && (VerbKinds.makes(c.act().verb()) || PUTS.contains(c.act().verb()))
                && with.preposition().matches("for|to|on|into|about|at");
    }

    private String subject(Told told, Clause c) {
        if (c.subject() == null) {
            return "";
        }
        if (c.subject().text().matches("(?i)i|we|me")) {
            return told.speaker() == null ? "" : named(told.speaker());
        }
        return named(c.subject());
    }

    private void owner(Phrase phrase, Told told, double scale) {
        Phrase owner = phrase.owner();
        if (owner != null) {
            tie(named(phrase), named(owner), scale, true, told);
        }
        // camp group: a group of the camp
        List<String> nouns = phrase.nouns();
        for (int i = 0; i + 1 < nouns.size(); i++) {
            String modifier = nouns.get(i);
            if (names.contains(modifier)) {
                tie(named(phrase), modifier, 0.7 * scale, true, told);
            }
        }
        if (phrase.possessive().matches("my.*") && told.speaker() != null) {
            tie(named(phrase), named(told.speaker()), 0.5 * scale, true, told);
        }
    }

    private String named(@Nullable Phrase phrase) {
        if (phrase == null) {
            return "";
        }
        String name = concepts.name(phrase);
        if (names.contains(name)) {
            return name;
        }
        String head = Words.last(name);
        return names.contains(head) ? head : "";
    }

    private void tie(String from, String to, double weight, boolean own, Told told) {
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return;
        }
        String key = from + "|" + to;
        if (!seen.containsKey(key) && seen.containsKey(to + "|" + from)) {
            key = to + "|" + from;
        }
        seen.computeIfAbsent(key, _ -> new TreeMap<>())
                .merge(told.sentence().index(), weight, Math::max);
        owned.merge(key, own, Boolean::logicalOr);
        if (weight > strongest.getOrDefault(key, 0.0)) {
            strongest.put(key, weight);
            first.put(key, told.sentence());
        }
    }
}

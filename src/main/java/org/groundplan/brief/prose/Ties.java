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
            String speaker = told.speaker() == null ? "" : named(told.speaker());
            boolean bare = c.subject() == null || c.subject().pronoun();
            if (bare && c.act() != null && (c.lead().equals("participle") || c.act().passive())) {
                subject = before(told, c); // the events scheduled for a group
            }
            String before = "";
            Phrase first = c.objects().isEmpty() ? null : c.objects().getFirst();
            Phrase whose = first == null ? null : first.owner();
            for (Phrase object : c.objects()) {
                String name = named(object);
                owner(object, told, scale);
                boolean shared = // users' feedback and complaints
                        !object.equals(first)
                                && whose != null
                                && object.owner() == null
                                && object.determiner().isEmpty()
                                && object.possessive().isEmpty();
                if (shared) {
                    tie(name, named(whose), scale, true, told);
                }
                boolean made = // "when a student has uploaded a submission"
                        c.act() != null
                                && !subject.equals(speaker)
                                && !c.act().passive()
                                && VerbKinds.makes(c.act().verb())
                                && Lexicon.wordnet().person(subject);
                tie(name, subject, 0.7 * scale, made, told);
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
            List<String> objects =
                    c.objects().stream()
                            .filter(o -> o.equals(first) || beside(told, c, o))
                            .map(this::named)
                            .filter(n -> !n.isEmpty())
                            .distinct()
                            .toList();
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
            for (int i = 0; i < c.with().size(); i++) {
                Clause.With with = c.with().get(i);
                Phrase held = i == 0 ? null : c.with().get(i - 1).phrase();
                boolean next = // "through the items from prior rounds"
                        held != null
                                && held.to() + 1 >= with.phrase().from() - 1
                                && with.preposition().matches("of|in|within|from");
                if (next) {
                    tie(named(held), named(with.phrase()), 0.9 * scale, true, told);
                }
                owner(with.phrase(), told, scale);
                String name = named(with.phrase());
                String of = with.of() == null ? "" : named(with.of());
                tie(name, of, scale, true, told);
                boolean belongs =
                        with.preposition()
                                .matches(
                                        "of|in|within|to|for|on|with|per|from|by|about|at|into|under");
                if (!object.isEmpty()) {
                    for (String o : objects) {
                        tie(
                                o,
                                name.isEmpty() ? of : name,
                                (belongs ? 0.9 : 0.5) * scale,
                                with.preposition().matches("of|in|within") || puts(c, with),
                                told);
                    }
                } else if (assigned(c, with)) {
                    tie(subject, name, 0.9 * scale, true, told);
                } else {
                    tie(name, subject, 0.5 * scale, false, told);
                }
            }
            if (c.lead().matches("participle|that|which") && c.subject() != null) {
                String modified = bare ? subject : named(c.subject());
                boolean makes = c.act() != null && VerbKinds.makes(c.act().verb());
                c.with()
                        .forEach(w -> {
                            boolean by = makes && w.preposition().equals("by"); // submitted by
                            tie(modified, named(w.phrase()), (by ? 0.8 : 0.6) * scale, by, told);
                        });
            }
        }
    }

    /** {@code schedule an activity for a group}: an activity of the group. */
    private static boolean puts(Clause c, Clause.With with) {
        return c.act() != null
                && (VerbKinds.makes(c.act().verb()) || PUTS.contains(c.act().verb()))
                && with.preposition().matches("for|to|on|into|about|at");
    }

    /** Whether an object is one of a list: {@code tasks/activities}. */
    private static boolean beside(Told told, Clause c, Phrase object) {
        List<Token> tokens = told.sentence().tokens();
        return c.objects().stream()
                .anyMatch(o -> o.to() + 1 == object.from() && tokens.get(o.to()).is("and|or|/|,"));
    }

    /** {@code counselors are assigned to a group}. */
    private static boolean assigned(Clause c, Clause.With with) {
        return c.act() != null
                && c.act().passive()
                && PUTS.contains(c.act().verb())
                && with.preposition().matches("to|for");
    }

    /** The last thing that the clause before names. */
    private String before(Told told, Clause c) {
        Phrase last = null;
        for (Clause o : told.clauses()) {
            if (o.from() >= c.from()) {
                break;
            }
            for (Phrase p : o.objects()) {
                last = last == null || p.to() > last.to() ? p : last;
            }
            for (Clause.With w : o.with()) {
                last = last == null || w.phrase().to() > last.to() ? w.phrase() : last;
            }
        }
        return last == null || last.pronoun() ? "" : named(last);
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

package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of the brief: which, how many, what belongs to what, which fields and states. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Things {

    final Map<String, Thing> all = new LinkedHashMap<>();

    /** What a machine reports, by the deed that says so. */
    final Map<Deeds.Deed, Thing> reported = new LinkedHashMap<>();

    private final Map<String, List<Thing>> index = new LinkedHashMap<>();
    private int indexed = -1;
    private final Understanding u;
    private final Gathering gathering;

    Things(Understanding understanding) {
        this.u = understanding;
        gathering = new Gathering(u, this);
        gathering.gather();
        new Belonging(u, this).relations();
        new Details(u, this).read();
        gathering.prune();
    }

    static String camel(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return name.toString();
    }

    @Nullable Thing of(@Nullable Phrase phrase) {
        if (phrase == null || phrase.pronoun()) {
            return null;
        }
        Thing exact = named(u.concepts.name(phrase));
        if (exact == null) {
            exact = named(phrase.name());
        }
        return exact == null ? named(phrase.head()) : exact;
    }

    /** By its words, by its head, or by the only one that ends so. */
    @Nullable Thing named(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        Thing thing = all.get(plain);
        if (thing != null || plain.isEmpty()) {
            return thing;
        }
        Set<Thing> ending = new LinkedHashSet<>();
        for (Thing t : byLast().getOrDefault(Words.last(plain), List.of())) {
            if (t.words.endsWith(" " + plain)) {
                ending.add(t);
            }
        }
        if (ending.size() == 1) {
            return ending.iterator().next();
        }
        String head = Words.last(plain);
        return head.equals(plain) ? null : all.get(head);
    }

    /** By the last word of their names; made anew when there are more of them. */
    private Map<String, List<Thing>> byLast() {
        if (indexed != all.size()) {
            index.clear();
            for (Thing t : things()) {
                index.computeIfAbsent(Words.last(t.words), _ -> new ArrayList<>()).add(t);
            }
            indexed = all.size();
        }
        return index;
    }

    /** Each once, in the order of the text. */
    List<Thing> things() {
        return all.values().stream().distinct().toList();
    }

    Thing add(String words, Said said) {
        return all.computeIfAbsent(words.toLowerCase(Locale.ROOT), w -> new Thing(w, said));
    }

    /** Whether it is somebody who acts, or a word for a person. */
    boolean person(Thing thing) {
        return u.actors.named(thing.words) != null || Lexicon.wordnet().person(thing.words);
    }

    void tie(Thing child, Thing parent, Said said) {
        if (child == parent || child.belongsTo.size() >= 4 || reaches(parent, child)) {
            return;
        }
        child.belongsTo.add(parent.name);
        child.ties.putIfAbsent(parent.name, said);
    }

    private boolean reaches(Thing from, Thing to) {
        Set<String> seen = new LinkedHashSet<>();
        List<Thing> todo = new ArrayList<>(List.of(from));
        while (!todo.isEmpty()) {
            Thing t = todo.removeLast();
            if (t == to) {
                return true;
            }
            if (seen.add(t.name)) {
                all.values().stream().filter(o -> t.belongsTo.contains(o.name)).forEach(todo::add);
            }
        }
        return false;
    }

    static String lower(String camel) {
        return camel.isEmpty()
                ? camel
                : camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
    }

    /** The noun of a deed that leaves something behind, or nothing. */
    String event(Deeds.Deed d) {
        return gathering.event(d);
    }

    Branch branch() {
        Branch entities = new Branch();
        for (Thing t : things()) {
            Branch b = new Branch();
            b.said = t.said;
            if (t.tenant) {
                b.put("tenant", "true", null);
            }
            if (!t.count.isEmpty()) {
                b.put("count", t.count, t.counted);
            }
            if (!t.largest.isEmpty()) {
                b.put("largest", t.largest, null);
            }
            if (t.belongsTo.size() == 1) {
                b.put(
                        "belongsTo",
                        t.belongsTo.iterator().next(),
                        t.ties.values().iterator().next());
            } else if (!t.belongsTo.isEmpty()) {
                b.put("belongsTo", List.copyOf(t.belongsTo), null);
            }
            if (!t.data.isEmpty()) {
                b.put("data", t.data, null);
            }
            if (!t.keep.isEmpty()) {
                b.put("keep", t.keep, t.kept);
            }
            if (!t.size.isEmpty()) {
                b.put("size", t.size, null);
            }
            if (!t.sizeLimit.isEmpty()) {
                b.put("sizeLimit", t.sizeLimit, null);
            }
            if (!t.fields.isEmpty() || !t.states.isEmpty()) {
                Branch fields = new Branch();
                t.fields.forEach((name, type) -> {
                    if (type.startsWith("[")) {
                        fields.put(
                                name,
                                List.of(type.substring(1, type.length() - 1).split(", ")),
                                null);
                    } else {
                        fields.put(name, type, null);
                    }
                });
                if (!t.states.isEmpty()) {
                    fields.put("status", t.states, t.stated);
                }
                b.put("fields", fields);
            }
            entities.put(t.name, b);
        }
        return entities;
    }
}

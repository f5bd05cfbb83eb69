package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What use cases do to what they work on: make it, end it, move its state on, and by what they find
 * it.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Moves {
    private final Set<Use> makers = new LinkedHashSet<>();
    private final Things things;
    private final Uses uses;

    Moves(Things things, Uses uses) {
        this.things = things;
        this.uses = uses;
    }

    void settle() {
        links();
        moves();
        narrow();
    }

    /**
     * Says by what something is found, and what is made: {@code see an order} reads one, {@code
     * find books} looks at what a search looks at.
     */
    private void narrow() {
        List<String> gone = new ArrayList<>();
        uses.all.forEach((slug, use) -> {
            Thing thing = use.main;
            if (thing == null || !use.by.isEmpty()) {
                return;
            }
            java.util.regex.Matcher period =
                    java.util.regex.Pattern.compile(
                                    "\\b(?:last|per|each|by|every|this) (day|week|month|year)\\b")
                            .matcher(use.name + " " + (use.deed == null ? "" : use.said.quote()));
            if (use.kind.equals("report")) {
                if (period.find()) {
                    use.by.add(period.group(1));
                }
                return;
            }
            boolean finds = VerbKinds.SEARCH.contains(use.verb);
            if (finds) {
                boolean other =
                        uses.all.values().stream()
                                .anyMatch(x ->
                                        x != use
                                                && x.main == thing
                                                && x.actor.equals(use.actor)
                                                && !x.by.isEmpty()
                                                && VerbKinds.reads(x.verb));
                if (other) {
                    gone.add(slug);
                    return;
                }
                boolean near =
                        use.said
                                .sentence()
                                .text()
                                .matches("(?is).*\\b(?:near|nearby|around|closest|nearest)\\b.*");
                String field = near ? "location" : "name";
                thing.fields.putIfAbsent(field, near ? "point" : "text");
                use.by.add(near ? "near location" : "name");
            } else if (VerbKinds.reads(use.verb)
                    && use.kind.isEmpty()
                    && use.name.matches(use.verb + " (?:the|an?) .*")
                    && !use.writes.contains(thing.name)) {
                use.by.add("id");
            } else if (use.name.matches(".*\\b(?:last|per|each|by) year\\b.*")) {
                use.by.add("year");
            } else if (use.effect.isEmpty()
                    && use.writes.contains(thing.name)
                    && use.verb.matches("extend|renew|prolong")) {
                thing.fields.putIfAbsent("dueOn", "date");
                use.effect = "update " + thing.name + ".dueOn";
                use.writes.clear();
            } else if (use.effect.isEmpty()
                    && use.writes.contains(thing.name)
                    && (makers.contains(use)
                            || use.deed != null && thing.words.equals(things.event(use.deed))
                            || use.deed != null && things.reported.containsKey(use.deed))) {
                use.effect = "insert " + thing.name;
                use.writes.remove(thing.name);
            }
        });
        gone.forEach(uses.all::remove);
        for (Use use : uses.all.values()) {
            Thing thing = use.main;
            if (thing != null
                    && !use.sort.isEmpty()
                    && (!thing.fields.isEmpty() || !thing.states.isEmpty())) {
                thing.fields.putIfAbsent(
                        use.sort, use.sort.endsWith("At") ? "instant" : Uses.type(use.sort));
            }
        }
    }

    /** What links two things and is made by nobody is made by the deed on one of them. */
    private void links() {
        for (Thing link : things.things()) {
            boolean written =
                    uses.all.values().stream()
                            .anyMatch(x ->
                                    x.writes.contains(link.name)
                                            && !VerbKinds.UPDATE.contains(x.verb)
                                            && !VerbKinds.DELETE.contains(x.verb));
            if (written || link.belongsTo.size() < 2) {
                continue;
            }
            Use maker = null;
            for (Use x : uses.all.values()) {
                Thing parent = x.main;
                boolean onParent =
                        parent != null
                                && link.belongsTo.contains(parent.name)
                                && x.writes.contains(parent.name);
                if (parent == null || !onParent || VerbKinds.plain(x.verb)) {
                    continue;
                }
                if (maker == null) {
                    x.writes.remove(parent.name);
                    x.reads.add(parent.name);
                    x.writes.add(link.name);
                    x.main = link;
                    maker = x;
                    makers.add(x);
                } else if (opposite(maker.verb, x.verb)) {
                    if (link.states.isEmpty()) {
                        link.states.addAll(List.of("open", "ended"));
                        link.stated = x.said;
                    }
                    x.reads.add(parent.name);
                    x.writes.clear();
                    x.main = link;
                    x.effect =
                            link.name
                                    + ".status: "
                                    + link.states.getFirst()
                                    + " -> "
                                    + link.states.getLast();
                }
            }
        }
    }

    /** {@code accept the order} moves it on: a state named after the verb. */
    private void moves() {
        Map<Thing, Use> before = new LinkedHashMap<>();
        for (Use x : uses.all.values()) {
            Thing thing = x.main;
            boolean other = VerbKinds.plain(x.verb) || VerbKinds.NOTIFY.contains(x.verb);
            if (thing == null
                    || other
                    || things.person(thing)
                    || !x.writes(thing)
                    || !x.effect.isEmpty()
                    || makers.contains(x)
                    || x.actor.isEmpty()
                    || x.deed != null && !things.event(x.deed).isEmpty()) {
                continue;
            }
            String state = Participles.of(x.verb);
            List<String> states = thing.states;
            boolean stated = thing.stated != null && thing.stated.sure() >= Fact.DOUBTFUL;
            if (stated && !states.contains(state)) {
                continue;
            }
            if (!stated) {
                if (states.isEmpty()) {
                    states.add("open");
                }
                if (!states.contains(state)) {
                    states.add(state);
                }
                thing.stated = Said.of(x.said.sentence(), 55);
            }
            Use last = before.get(thing);
            String from =
                    last != null && last.actor.equals(x.actor) && !ends(x) && !ends(last)
                            ? Participles.of(last.verb)
                            : states.getFirst();
            if (stated) {
                int at = states.indexOf(state);
                from = at <= 0 ? states.getFirst() : states.get(at - 1);
            }
            if (!from.equals(state)) {
                x.effect = thing.name + ".status: " + from + " -> " + state;
                x.writes.clear();
                before.put(thing, x);
            }
        }
    }

    /** Whether nothing follows the state that it leads to. */
    private static boolean ends(Use use) {
        return use.verb.matches(
                "reject|decline|refuse|cancel|withdraw|deny|ban|block|return|close|fail|abort");
    }

    private static boolean opposite(String a, String b) {
        String[] x = a.split(" ");
        String[] y = b.split(" ");
        return x.length == 2
                && y.length == 2
                && x[0].equals(y[0])
                && (x[1] + " " + y[1]).matches("out in|in out|on off|up down|up off");
    }
}

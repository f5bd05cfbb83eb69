package org.groundplan.brief.prose;

import java.util.Set;

/** What belongs to what. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Belonging {
    private final Understanding u;
    private final Things things;
    private final Lexicon lexicon = Lexicon.wordnet();

    Belonging(Understanding understanding, Things things) {
        this.u = understanding;
        this.things = things;
    }

    void relations() {
        // what somebody makes, or calls their own, belongs to them
        for (Deeds.Deed d : u.deeds) {
            Thing object = d.objects().isEmpty() ? null : things.of(d.objects().getFirst());
            if (object == null || !u.actors.person(d.actor())) {
                continue;
            }
            boolean own =
                    d.objects().getFirst().possessive().matches("my.*|(?:their|his|her|our).*");
            boolean makes =
                    VerbKinds.makes(d.verb())
                            && !d.actor()
                                    .matches(
                                            ".*\\b(?:admin|administrator|manager|moderator|staff|operator)\\b.*");
            if ((own || makes) && !object.words.equals(d.actor())) {
                Thing actor = things.all.get(d.actor());
                if (actor == null) {
                    actor = things.add(d.actor(), Said.of(d.source().sentence(), 75));
                }
                if (own && group(object)) {
                    things.tie(actor, object, Said.of(d.source().sentence(), 75)); // my company
                } else if (!VerbKinds.makes(d.verb())
                        || own
                        || !object.words.matches(".*\\b(?:account|profile)\\b.*")) {
                    things.tie(object, actor, Said.of(d.source().sentence(), own ? 85 : 70));
                }
            }
        }
        for (Deeds.Deed d : u.deeds) {
            Thing object = d.objects().isEmpty() ? null : things.of(d.objects().getFirst());
            Thing actor = things.all.get(d.actor());
            boolean handles =
                    d.verb()
                            .matches(
                                    "accept|decline|reject|confirm|fulfil|fulfill|deliver|pick up|take|ship|prepare|handle|answer");
            if (handles
                    && object != null
                    && actor != null
                    && object != actor
                    && !actor.count.isEmpty()
                    && !u.actors.person(object.words)) {
                things.tie(object, actor, Said.of(d.source().sentence(), 55));
            }
        }
        has();
        Set<String> names = things.all.keySet();
        for (Ties.Tie t : Ties.of(u.story.told(), u.concepts, names)) {
            Thing from = things.all.get(t.from());
            Thing to = things.all.get(t.to());
            if (from != null && to != null && t.owned() && t.weight() >= 0.7) {
                boolean actor = u.actors.person(from.words);
                boolean group = actor && group(to);
                things.tie(
                        actor && !u.actors.person(to.words) && !group ? to : from,
                        actor && !group && !u.actors.person(to.words) ? from : to,
                        Said.of(t.first(), t.weight() >= 1 ? 80 : 55));
            }
        }
    }

    private boolean group(Thing thing) {
        String head = Words.last(thing.words);
        return lexicon.firstIsA(
                head,
                Set.of(
                        "organization",
                        "organisation",
                        "company",
                        "institution",
                        "establishment",
                        "location",
                        "team",
                        "unit",
                        "class",
                        "department",
                        "division"));
    }

    /**
     * {@code a grower has 6 sites with 220 greenhouses}: sites of the grower, greenhouses of a
     * site.
     */
    private void has() {
        for (Story.Deed d : u.story.deeds()) {
            Clause c = d.clause();
            if (c.act() == null
                    || !c.act().verb().matches("have|contain|include|consist|own")
                    || c.act().negated()
                    || c.act().modal().matches("may|can|must|shall|should")) {
                continue;
            }
            Thing owner = things.of(d.subject());
            for (Phrase p : d.objects()) {
                Thing owned = things.of(p);
                if (owner != null && owned != null && owner != owned) {
                    things.tie(owned, owner, Said.of(d.sentence(), 85));
                }
                for (Clause.With w : c.with()) {
                    Thing inner = things.of(w.phrase());
                    boolean next = w.phrase().from() == p.to() + 1;
                    if (next
                            && w.preposition().equals("with")
                            && inner != null
                            && owned != null
                            && inner != owned
                            && !w.phrase().number().isEmpty()) {
                        things.tie(inner, owned, Said.of(d.sentence(), 80));
                    }
                }
            }
        }
        for (Figure f : u.figures) {
            if (f.role() == Figure.Role.RATIO
                    && f.unit().isEmpty()
                    && !f.per().isEmpty()
                    && f.phrase() != null) {
                boolean act =
                        f.phrase().nouns().size() > 1 && lexicon.verb(f.phrase().head()) > 0
                                || VerbKinds.READ.contains(f.phrase().head())
                                || f.phrase().head().equals("look-up");
                Thing child = act ? null : things.of(f.phrase());
                Thing parent = things.named(f.per());
                if (child != null && parent != null) {
                    things.tie(child, parent, Said.of(f, 80));
                }
            }
        }
    }
}

package org.groundplan.brief.prose;

import java.util.Set;

/** What machines report, and how many of them there are. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Machines {
    private final Understanding u;
    private final Things things;
    private final Lexicon lexicon = Lexicon.wordnet();

    Machines(Understanding understanding, Things things) {
        this.u = understanding;
        this.things = things;
    }

    /** {@code 60 sensors report every 30 seconds}: what they report are readings. */
    void readings() {
        for (Deeds.Deed d : u.deeds) {
            Actors.Actor who = u.actors.named(d.actor());
            boolean device = who != null && !who.person();
            boolean silent = d.objects().isEmpty() || things.of(d.objects().getFirst()) == null;
            if (!device || !silent || !VerbKinds.SIGNALS.contains(d.verb())) {
                continue;
            }
            Thing reading =
                    things.all.values().stream()
                            .filter(t ->
                                    lexicon.firstIsA(
                                            t.words,
                                            Set.of("measurement", "measuring", "datum", "reading")))
                            .findFirst()
                            .orElse(null);
            if (reading == null) {
                reading = things.add("reading", Said.of(d.source().sentence(), 65));
            }
            things.reported.put(d, reading);
            Thing machine = things.add(d.actor(), Said.of(d.source().sentence(), 75));
            things.tie(reading, machine, Said.of(d.source().sentence(), 80));
            if (machine.count.isEmpty()) {
                inEach(machine);
            }
        }
    }

    /** {@code 220 greenhouses. In each, 60 sensors}: 13,200. */
    private void inEach(Thing machine) {
        for (Figure f : u.figures) {
            boolean each =
                    f.role() == Figure.Role.RATIO
                            && f.phrase() != null
                            && things.of(f.phrase()) == machine
                            && Roles.near(f).matches("(?is)^\\W*(?:in |on |at )?each\\b.*");
            Figure parent =
                    !each
                            ? null
                            : u.figures.stream()
                                    .filter(p ->
                                            (p.role() == Figure.Role.COUNT
                                                            || p.role() == Figure.Role.SITES)
                                                    && p.phrase() != null
                                                    && p.sentence().index() < f.sentence().index()
                                                    && p.sentence().index()
                                                            >= f.sentence().index() - 1)
                                    .reduce((a, b) -> b)
                                    .orElse(null);
            if (parent != null && parent.phrase() != null) {
                machine.count = Figure.plain(parent.value().multiply(f.value()));
                machine.counted = Said.of(f, 72);
                u.placed.add(f);
                Thing holder = things.of(parent.phrase());
                if (holder != null) {
                    things.tie(machine, holder, Said.of(f, 78));
                }
            }
        }
    }
}

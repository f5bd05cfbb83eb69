package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A use case under construction. */
final class Use {
    final String name;
    final String actor;
    final String verb;
    final Said said;
    final Deeds.@Nullable Deed deed;
    String effect = "";
    final Set<String> reads = new LinkedHashSet<>();
    final Set<String> writes = new LinkedHashSet<>();

    /** Other systems that it calls, as the brief names them. */
    final Set<String> calls = new LinkedHashSet<>();

    final List<String> by = new ArrayList<>();
    String sort = "";
    String kind = "";
    String schedule = "";
    String average = "";
    @Nullable Said rated;
    String peak = "";
    @Nullable Said peaked;
    String latency = "";
    @Nullable Said timed;
    String freshness = "";
    @Nullable Said aged;
    String availability = "";
    @Nullable Said available;
    String delivery = "";
    String items = "";
    @Nullable Thing main;

    boolean writes(Thing thing) {
        return writes.contains(thing.name) || effect.equals("insert " + thing.name);
    }

    Use(String name, String actor, String verb, Said said, Deeds.@Nullable Deed deed) {
        this.deed = deed;
        this.name = name;
        this.actor = actor;
        this.verb = verb;
        this.said = said;
    }
}

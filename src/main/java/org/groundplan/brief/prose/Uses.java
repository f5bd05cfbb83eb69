package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.groundplan.model.Names;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of the brief: what they read and write, how often, how fast, when by themselves.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Uses {
    private static final String COLLECTION =
            "catalogue|catalog|directory|inventory|collection|archive|offer|range|assortment|listing|portfolio";

    private static final int MOST = 400;
    private static final int LONGEST = 110;

    final Map<String, Use> all = new LinkedHashMap<>();

    /** Use cases that were understood and have no place in the brief. */
    final List<ProseReading.Pending> homeless = new ArrayList<>();

    private final Understanding u;
    private final Things things;

    Uses(Understanding understanding, Things things) {
        this.u = understanding;
        this.things = things;
        for (Deeds.Deed d : u.deeds) {
            add(d);
        }
        new Moves(things, this).settle();
        new Rates(u, things, this).place();
    }

    /** The use cases of a sentence that change something. */
    Stream<Use> changing(Sentence sentence) {
        return all.values().stream()
                .filter(x -> x.said.sentence() == sentence && !VerbKinds.reads(x.verb));
    }

    String actorName(String words) {
        Thing thing = things.all.get(words);
        if (thing != null) {
            return thing.name;
        }
        return words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void add(Deeds.Deed d) {
        if (all.size() >= MOST) {
            homeless(d, "a use case beyond the first " + MOST);
            return;
        }
        boolean wish = // "we want residents to get them online": what all of it is for
                d.verb().equals("get")
                        && d.source()
                                .sentence()
                                .text()
                                .matches(
                                        "(?is).*\\bwe (?:want|would like) [\\p{L} -]+ to get\\b.*");
        if (wish) {
            homeless(d, "a wish for the whole, no use case");
            return;
        }
        String name = singular(d);
        String slug = Names.slug(name);
        Use before = all.get(slug);
        if (before != null && before.actor.equals(d.actor())) {
            return;
        }
        if (before != null) {
            name = name + " as " + article(d.actor());
            slug = Names.slug(name);
        }
        if (name.length() > LONGEST || slug.isEmpty()) {
            homeless(d, "a use case whose name is longer than " + LONGEST + " letters");
            return;
        }
        if (all.containsKey(slug)) {
            return; // said twice
        }
        boolean joins = d.objects().isEmpty() && VerbKinds.JOINS.contains(d.verb());
        Thing what = d.objects().isEmpty() ? null : things.of(d.objects().getFirst());
        boolean again =
                what != null
                        && !what.words.equals(u.concepts.name(d.objects().getFirst()))
                        && things.all.get(u.concepts.name(d.objects().getFirst())) == what
                        && u.deeds.stream()
                                .anyMatch(o ->
                                        o != d
                                                && o.actor().equals(d.actor())
                                                && o.verb().equals(d.verb())
                                                && !o.objects().isEmpty()
                                                && things.of(o.objects().getFirst()) == what
                                                && !o.name().equals(d.name()));
        boolean byIt =
                what == null
                        && !d.objects().isEmpty()
                        && VerbKinds.reads(d.verb())
                        && u.deeds.stream()
                                .anyMatch(o ->
                                        o != d
                                                && o.actor().equals(d.actor())
                                                && o.by().contains(d.objects().getFirst().full()));
        if (again || byIt) {
            return; // "reserve books", where "reserve an item" is said as well
        }
        Use use = new Use(name, d.actor(), d.verb(), Said.of(d.source().sentence(), d.sure()), d);
        boolean byPerson = u.actors.person(d.actor());
        if (byPerson && d.schedule().matches("every (?:day|week|month|hour|year|night)")) {
            use.average = "1 per " + d.schedule().substring(6).replace("night", "day");
        }
        use.schedule =
                byPerson
                        ? ""
                        : d.schedule().replaceFirst("^(?i)on the (\\d+)\\w*.*", "every month");
        Thing object = d.objects().isEmpty() ? null : things.of(d.objects().getFirst());
        boolean collection =
                !d.objects().isEmpty() && d.objects().getFirst().head().matches(COLLECTION);
        if (collection && VerbKinds.reads(d.verb())) {
            Thing stock = stock();
            object = stock == null ? object : stock;
        }
        if (joins) {
            object = things.all.get(d.actor());
        }
        String event = joins ? "" : things.event(d);
        Thing left = event.isEmpty() ? null : things.all.get(event);
        boolean same =
                !joins
                        && object != null
                        && object.words.equals(d.actor())
                        && !VerbKinds.makes(d.verb());
        boolean reads =
                same
                        || VerbKinds.reads(d.verb())
                        || d.verb().matches("go out|send") && !use.schedule.isEmpty();
        Thing reported = things.reported.get(d);
        if (reported != null) {
            left = reported;
        }
        use.main = left != null ? left : object;
        if (left != null) {
            use.writes.add(left.name);
            if (object != null && object != left) {
                use.reads.add(object.name);
            }
        } else if (object != null) {
            if (reads) {
                use.reads.add(object.name);
            } else {
                use.writes.add(object.name);
            }
        }
        if (reads) {
            d.objects().stream().skip(1).map(things::of).forEach(t -> name(t, use.reads));
        } else if (VerbKinds.makes(d.verb())) {
            d.objects().stream()
                    .skip(1)
                    .filter(p -> together(d, p))
                    .map(things::of)
                    .forEach(t -> name(t, use.writes));
        }
        for (Clause.With w : d.with()) {
            Thing other = things.of(w.phrase());
            if (other != null && !use.writes.contains(other.name)) {
                if (use.main == null) {
                    use.main = other;
                }
                if (!things.person(other) || use.reads.isEmpty() && use.writes.isEmpty()) {
                    use.reads.add(other.name);
                }
            }
        }
        if (use.main == null) {
            Thing mentioned = mentioned(d);
            if (mentioned != null) {
                use.main = mentioned;
                // "write an e-mail and get a ticket number": nothing else makes tickets
                Thing made = mentioned;
                boolean makes =
                        VerbKinds.makes(d.verb())
                                && !things.person(mentioned)
                                && u.deeds.stream()
                                        .noneMatch(o ->
                                                VerbKinds.makes(o.verb())
                                                        && !o.objects().isEmpty()
                                                        && things.of(o.objects().getFirst())
                                                                == made);
                boolean changes = // "set prices and close pitches"
                        VerbKinds.UPDATE.contains(d.verb()) && !things.person(mentioned);
                (makes || changes ? use.writes : use.reads).add(mentioned.name);
            }
        }
        if (use.main == null) {
            homeless(d, "a use case, and nothing it works on");
            return;
        }
        for (String by : d.by()) {
            filter(use, by);
        }
        if (!d.sort().isEmpty()) {
            use.sort = Things.lower(Things.camel(d.sort()));
            if (use.main.fields.isEmpty() && use.sort.matches(".*[dD]ate|due.*")) {
                use.sort =
                        use.sort.endsWith("Date")
                                ? use.sort.substring(0, use.sort.length() - 4) + "At"
                                : use.sort;
            }
        }
        if (d.name().matches("(?i)see (?:how|what|which|when|who|where|whether) .*")
                || !d.objects().isEmpty()
                        && d.objects()
                                .getFirst()
                                .head()
                                .matches(
                                        "dashboard|report|statistic|stats|overview|number|average|total|trend|analysis")) {
            use.kind =
                    d.name()
                                    .matches(
                                            "(?i).*\\b(?:how (?:often|many|much)|dashboard|report|statistic\\w*|stats|average|total|trend\\w*|earned|number of)\\b.*")
                            ? "report"
                            : "list";
        } else if (VerbKinds.EXPORT.contains(d.verb())) {
            use.kind = "export";
        } else if (d.verb().equals("get")) {
            use.kind = "list";
        } else if (reads && !use.schedule.isEmpty()) {
            use.kind = "notify";
        }
        all.put(slug, use);
    }

    private void homeless(Deeds.Deed d, String why) {
        homeless.add(
                new ProseReading.Pending(
                        d.source().sentence().at(),
                        (d.actor().isEmpty() ? "" : d.actor() + ": ") + d.name(),
                        why,
                        false));
    }

    private static boolean together(Deeds.Deed d, Phrase p) {
        return d.source().clause().objects().contains(p) && p.number().isEmpty();
    }

    private static void name(@Nullable Thing thing, Set<String> into) {
        if (thing != null) {
            into.add(thing.name);
        }
    }

    /** What the catalogue is a catalogue of: what there is most of. */
    private @Nullable Thing stock() {
        Thing best = null;
        for (Thing t : things.things()) {
            if (!t.count.isEmpty()
                    && !things.person(t)
                    && (best == null
                            || new BigDecimal(t.count).compareTo(new BigDecimal(best.count)) > 0)) {
                best = t;
            }
        }
        return best;
    }

    /** The first thing that the rest of the sentence names. */
    private @Nullable Thing mentioned(Deeds.Deed d) {
        for (Part p : Parts.of(d.source().sentence())) {
            if (p instanceof Part.Thing t && t.phrase().from() >= d.source().clause().from()) {
                Thing thing = things.of(t.phrase());
                if (thing != null && !thing.words.equals(d.actor())) {
                    return thing;
                }
            }
        }
        for (Token t : d.source().sentence().tokens()) {
            if (!t.verb()) {
                continue;
            }
            List<String> nouns = new ArrayList<>(Lexicon.wordnet().nounsOf(t.lemma()));
            nouns.addAll(Lexicon.wordnet().alike(t.lemma()));
            Thing done =
                    nouns.stream()
                            .map(things.all::get)
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            if (done != null) {
                return done; // how often a title was lent: loans
            }
        }
        // the newest thing that belongs to the actor
        Thing actor = things.all.get(d.actor());
        return actor == null
                ? null
                : things.things().stream()
                        .filter(t -> t.belongsTo.contains(actor.name))
                        .findFirst()
                        .orElse(actor);
    }

    private void filter(Use use, String by) {
        Thing parent = things.named(by);
        if (use.main == null) {
            return;
        }
        if (parent != null && use.main.belongsTo.contains(parent.name)) {
            use.by.add(Things.lower(parent.name));
        } else if (by.matches("day|week|month|year|date")) {
            use.by.add(by.equals("date") ? "day" : by);
        } else if (parent == null || parent == use.main) {
            String field = Things.lower(Things.camel(by));
            if (field.matches("\\p{L}[\\p{L}\\p{N}]{1,30}")) {
                use.main.fields.putIfAbsent(field, type(field));
                use.by.add(field);
            }
        }
    }

    static String type(String field) {
        String f = field.toLowerCase(Locale.ROOT);
        if (f.matches(".*e-?mail")) {
            return "email";
        }
        if (f.matches(".*phone")) {
            return "phone";
        }
        if (f.matches(".*(price|amount|cost|fee|balance|total)")) {
            return "money";
        }
        if (f.matches(".*(date|day|birthday)")) {
            return "date";
        }
        if (f.matches(".*(time|deadline)")) {
            return "instant";
        }
        if (f.matches(".*(count|quantity|age|year|size)")) {
            return "integer";
        }
        return f.matches(".*(location|position)") ? "point" : "text";
    }

    /** A use case that only a number speaks of; doubtful. */
    Use found(String words, String verb, Thing thing, Figure f, String actor) {
        String name =
                verb.equals("record")
                        ? "record " + Deeds.plain(phrase(thing), true)
                        : verb.equals("read") ? "read " + Names.plural(thing.words) : words;
        return all.computeIfAbsent(
                Names.slug(name),
                _ -> {
                    Use use = new Use(name, actor, verb, Said.of(f, 58), null);
                    use.main = thing;
                    if (VerbKinds.reads(verb)) {
                        use.reads.add(thing.name);
                        use.kind = "list";
                    } else {
                        use.writes.add(thing.name);
                    }
                    return use;
                });
    }

    private static Phrase phrase(Thing thing) {
        return new Phrase(
                0,
                0,
                null,
                "a",
                "",
                "",
                List.of(),
                List.of(thing.words.split(" ")),
                false,
                thing.words);
    }

    static String article(String actor) {
        return (actor.matches("[aeiou].*") ? "an " : "a ") + actor;
    }

    /**
     * A use case of one thing: {@code reserve an item}, where the text says {@code items} and it is
     * a change.
     */
    private static String singular(Deeds.Deed d) {
        if (d.objects().isEmpty() || VerbKinds.reads(d.verb()) || d.actor().isEmpty()) {
            return d.name();
        }
        String many = Deeds.plain(d.objects().getFirst(), false);
        return d.objects().getFirst().plural() && d.name().equals(d.verb() + " " + many)
                ? d.verb() + " " + Deeds.plain(d.objects().getFirst(), true)
                : d.name();
    }

    List<Branch> branches() {
        List<Branch> rows = new ArrayList<>();
        for (Use use : all.values()) {
            Branch b = new Branch();
            b.said = use.said;
            b.put("name", use.name, use.said);
            if (!use.actor.isEmpty()) {
                b.put("actor", actorName(use.actor), null);
            }
            text(b, "kind", use.kind, null);
            text(b, "schedule", use.schedule, null);
            b.put("reads", List.copyOf(use.reads), null);
            b.put("writes", List.copyOf(use.writes), null);
            b.put("by", use.by, null);
            text(b, "sort", use.sort, null);
            List<String> does = new ArrayList<>();
            if (!use.effect.isEmpty()) {
                does.add(use.effect);
            }
            use.calls.forEach(name -> does.add("call " + name));
            if (does.size() > 1) {
                b.put("does", does, null);
            } else {
                text(b, "does", String.join("", does), null);
            }
            if (!use.peak.isEmpty() && !use.average.isEmpty()) {
                Branch rate = new Branch();
                rate.put("average", use.average, use.rated);
                rate.put("peak", use.peak, use.peaked);
                b.put("rate", rate);
            } else if (!use.peak.isEmpty()) {
                Branch rate = new Branch();
                rate.put("peak", use.peak, use.peaked);
                b.put("rate", rate);
            } else {
                text(b, "rate", use.average, use.rated);
            }
            text(b, "latency", use.latency, use.timed);
            text(b, "freshness", use.freshness, use.aged);
            text(b, "availability", use.availability, use.available);
            text(b, "delivery", use.delivery, null);
            text(b, "items", use.items, null);
            rows.add(b);
        }
        return rows;
    }

    private static void text(Branch b, String key, String value, @Nullable Said said) {
        if (!value.isEmpty()) {
            b.put(key, value, said);
        }
    }
}

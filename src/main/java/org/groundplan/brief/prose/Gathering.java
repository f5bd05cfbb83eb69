package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which things there are: what is spoken of, counted, worked on, left behind by a deed, reported by
 * machines.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Gathering {
    private final Understanding u;
    private final Things things;

    /** Who signs up and so is remembered. */
    private final Set<Thing> joined = new HashSet<>();

    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final Lexicon lexicon = Lexicon.wordnet();

    Gathering(Understanding understanding, Things things) {
        this.u = understanding;
        this.things = things;
    }

    void gather() {
        concepts();
        counted();
        objects();
        events();
        new Machines(u, things).readings();
        aliases();
    }

    private void concepts() {
        for (Concepts.Concept c : u.concepts.things(u.text.sentences().size())) {
            Concepts.Mention first =
                    c.mentions().stream()
                            .filter(m -> m.sentence().kind() != Sentence.Kind.HEADING)
                            .findFirst()
                            .orElse(c.mentions().getFirst());
            boolean filter =
                    u.deeds.stream().anyMatch(d -> d.by().contains(c.name()))
                            && u.deeds.stream()
                                    .noneMatch(d ->
                                            !VerbKinds.reads(d.verb())
                                                    && d.objects().stream()
                                                            .anyMatch(p ->
                                                                    p.full().equals(c.name())));
            boolean counted =
                    c.mentions().stream()
                            .anyMatch(
                                    m -> m.where() == Concepts.Where.COUNTED && m.verb().isEmpty());
            if (!foreign(c.name()) && !self(c) && !advisor(c) && (!filter || counted)) {
                things.add(
                        c.name(),
                        new Said(
                                first.sentence(),
                                start(first),
                                end(first),
                                c.weight() >= 1 ? 85 : 65));
            }
        }
    }

    /** Whether it is somebody else's system, a technology or a place, not something we keep. */
    private boolean foreign(String words) {
        return u.facts.stream()
                        .filter(f ->
                                f.kind() == Fact.Kind.INTEGRATION
                                        || f.kind() == Fact.Kind.CONSTRAINT)
                        .anyMatch(f ->
                                f.name().equalsIgnoreCase(words)
                                        || f.quote().equalsIgnoreCase(words)
                                        || f.quote().toLowerCase(Locale.ROOT).endsWith(" " + words)
                                                && f.kind() == Fact.Kind.INTEGRATION)
                || words.matches(
                        "(?:.* )?(?:notification|"
                                + Roles.PERIODS
                                + "|budget|licence|license|api|region|cloud|team|developer|engineer|squad)");
    }

    /**
     * Whether it is the customer's own house: {@code our town library}, or what the title names.
     */
    private boolean self(Concepts.Concept c) {
        boolean title =
                u.text.sentences().stream()
                        .limit(1)
                        .filter(s -> s.kind() == Sentence.Kind.HEADING)
                        .anyMatch(s -> s.text().toLowerCase(Locale.ROOT).equals(c.name()));
        long ours =
                c.mentions().stream().filter(m -> m.phrase().possessive().equals("our")).count();
        return title
                || ours > 0
                        && ours * 2 >= c.mentions().size()
                        && !c.mentions().stream().anyMatch(m -> m.where() == Concepts.Where.OBJECT);
    }

    /** {@code my lawyer says}: whom the writer knows, where no story has a speaker. */
    private boolean advisor(Concepts.Concept c) {
        return c.person()
                && c.mentions().stream()
                        .allMatch(m ->
                                m.phrase().possessive().equals("my")
                                        && !m.phrase().plural()
                                        && u.story.told().stream()
                                                .noneMatch(t ->
                                                        t.sentence() == m.sentence()
                                                                && t.speaker() != null));
    }

    private static int start(Concepts.Mention m) {
        List<Token> tokens = m.sentence().tokens();
        return m.phrase().from() < tokens.size() ? tokens.get(m.phrase().from()).start() : 0;
    }

    private static int end(Concepts.Mention m) {
        List<Token> tokens = m.sentence().tokens();
        return m.phrase().to() <= tokens.size()
                ? tokens.get(m.phrase().to() - 1).end()
                : m.sentence().text().length();
    }

    private void counted() {
        for (Figure f : u.figures) {
            boolean ruled =
                    u.demands.stream()
                                    .anyMatch(q ->
                                            !q.access()
                                                    && q.told().sentence() == f.sentence()
                                                    && q.start() <= f.start()
                                                    && q.end() >= f.end())
                            && f.value().intValue() < 20
                            && f.role() == Figure.Role.COUNT;
            boolean counts =
                    !ruled
                            && (f.role() == Figure.Role.COUNT
                                    || f.role() == Figure.Role.SITES
                                    || f.role() == Figure.Role.RATIO && f.unit().isEmpty())
                            && f.phrase() != null;
            if (!counts || f.phrase() == null) {
                continue;
            }
            Phrase p = f.phrase();
            String head = p.head();
            boolean odd =
                    Words.SOFTWARE.contains(head)
                                    && !head.matches(
                                            "product|project|device|team|site|person|people|phone")
                            || Words.FIELD.contains(head)
                            || Words.SEE_THROUGH.contains(head)
                            || VerbKinds.READ.contains(head)
                            || head.matches(
                                    "side|time|step|city|country|region|people|person|attempt|connection|"
                                            + Roles.PERIODS);
            Thing thing = things.of(p);
            if (thing == null
                    && !odd
                    && f.role() != Figure.Role.RATIO
                    && lexicon.noun(head)
                            .map(n -> !Words.NO_THING.contains(n.file()))
                            .orElse(true)) {
                thing = things.add(u.concepts.name(p), Said.of(f, 80));
            }
            if (thing != null
                    && (thing.count.isEmpty() || thing.count.equals("1"))
                    && f.role() != Figure.Role.RATIO
                    && part(f).isEmpty()) {
                thing.count = f.number();
                thing.counted = Said.of(f, 90);
                u.placed.add(f);
            }
            String part = part(f);
            if (thing != null && part.equals("largest")) {
                thing.largest = f.number();
                u.placed.add(f);
            }
        }
    }

    /** Whether a count is of some of them only: those of the largest, those at work. */
    static String part(Figure f) {
        String near = Roles.near(f).toLowerCase(Locale.ROOT);
        String before = f.sentence().text().substring(0, f.start()).toLowerCase(Locale.ROOT);
        String piece =
                before.substring(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
        if (piece.matches("(?s).*\\b(?:largest|biggest|busiest)\\b.*")) {
            return near.contains("of them") || near.contains("online") || near.contains("at once")
                    ? "online"
                    : "largest";
        }
        if (near.matches("(?s).*\\b(?:on duty|at work|on shift)\\b.*")) {
            return "onDuty";
        }
        if (near.matches(
                "(?s).*\\b(?:online|at once|concurrently|at the same time|of them|of these)\\b.*")) {
            return "online";
        }
        return "";
    }

    private void objects() {
        Map<String, Integer> heads = new HashMap<>();
        for (Deeds.Deed d : u.deeds) {
            if (!d.objects().isEmpty()) {
                heads.merge(d.objects().getFirst().head(), 1, Integer::sum);
            }
        }
        for (Deeds.Deed d : u.deeds) {
            if (d.objects().isEmpty()) {
                continue;
            }
            Phrase p = d.objects().getFirst();
            boolean filter =
                    VerbKinds.reads(d.verb())
                            && u.deeds.stream().anyMatch(o -> o != d && o.by().contains(p.full()));
            boolean vague =
                    filter
                            || Words.SOFTWARE.contains(p.head())
                            || Words.FIELD.contains(p.head())
                            || Words.SEE_THROUGH.contains(p.head());
            boolean sent =
                    VerbKinds.makes(d.verb())
                            && p.determiner().matches("an?")
                            && Words.FIELD.contains(p.head())
                            && u.figures.stream()
                                    .anyMatch(f ->
                                            f.sentence() == d.source().sentence()
                                                    && (f.role() == Figure.Role.INTERVAL
                                                            || f.role() == Figure.Role.RATE));
            vague &= !sent;
            boolean firm = heads.getOrDefault(p.head(), 0) > 1 || !backlog();
            if (things.of(p) == null
                    && !vague
                    && firm
                    && !foreign(p.name())
                    && p.nouns().size() < 4
                    && lexicon.noun(p.head())
                            .map(n -> !Words.NO_THING.contains(n.file()))
                            .orElse(p.head().length() > 3)) {
                things.add(u.concepts.name(p), Said.of(d.source().sentence(), 70));
            }
        }
    }

    /** What a verb leaves behind: {@code reserve an item} leaves a reservation. */
    private void events() {
        for (Deeds.Deed d : u.deeds) {
            if (VerbKinds.JOINS.contains(d.verb())
                    && d.objects().isEmpty()
                    && u.actors.person(d.actor())) {
                joined.add(things.add(d.actor(), Said.of(d.source().sentence(), 75)));
                continue;
            }
            String event = event(d);
            if (!event.isEmpty() && things.all.get(event) == null) {
                things.add(event, Said.of(d.source().sentence(), 65));
            }
            Thing thing = event.isEmpty() ? null : things.all.get(event);
            if (thing == null) {
                continue;
            }
            List<Phrase> about = new ArrayList<>(d.objects());
            if (about.isEmpty()) {
                d.with().stream()
                        .filter(w -> w.preposition().matches("for|to|in|on|at"))
                        .limit(1)
                        .forEach(w -> about.add(w.phrase()));
            }
            for (Phrase p : about) {
                Thing object = things.of(p);
                if (object != null && object != thing) {
                    things.tie(thing, object, Said.of(d.source().sentence(), 75));
                }
            }
            Thing actor = things.all.get(d.actor());
            if (actor == null && !d.actor().isEmpty() && u.actors.person(d.actor())) {
                actor = things.add(d.actor(), Said.of(d.source().sentence(), 75));
            }
            if (actor != null && actor != thing && u.actors.person(d.actor())) {
                things.tie(thing, actor, Said.of(d.source().sentence(), 75));
            }
        }
    }

    /**
     * The noun of a verb, when it is something that is kept; empty when the verb only changes its
     * object.
     */
    String event(Deeds.Deed d) {
        String verb = d.verb().replaceFirst(" .*", "");
        if (d.actor().isEmpty()
                || VerbKinds.reads(d.verb())
                || VerbKinds.UPDATE.contains(d.verb())
                || VerbKinds.DELETE.contains(d.verb())
                || VerbKinds.NOTIFY.contains(d.verb())) {
            return "";
        }
        List<String> nouns = lexicon.nounsOf(verb);
        if (nouns.isEmpty()) {
            return "";
        }
        String noun =
                nouns.stream()
                        .filter(n -> u.concepts.spoken(n))
                        .findFirst()
                        .or(
                                () -> // a rental, not a rent
                                nouns.stream()
                                                .filter(n -> !n.equals(verb) && !n.endsWith("ing"))
                                                .findFirst())
                        .orElse(nouns.getFirst());
        if (noun.endsWith("ing") && !u.concepts.spoken(noun) && !VerbKinds.LEAVES.contains(verb)) {
            return "";
        }
        Thing object = d.objects().isEmpty() ? null : things.of(d.objects().getFirst());
        if (object != null && object.words.equals(noun)) {
            return "";
        }
        boolean spoken = u.concepts.spoken(noun);
        boolean twice = verbs().getOrDefault(verb, 0) > 1;
        boolean generic =
                VerbKinds.CREATE.contains(d.verb())
                        || noun.equals(verb) && !spoken && !VerbKinds.LEAVES.contains(verb);
        boolean leaves =
                VerbKinds.LEAVES.contains(verb)
                        && (object != null || verb.equals("pay"))
                        && !backlog();
        return !generic
                        && (leaves
                                || spoken
                                        && (!Words.SOFTWARE.contains(noun)
                                                || things.all.containsKey(noun))
                                || !backlog()
                                        && twice
                                        && lexicon.transaction(verb)
                                        && !VerbKinds.DECIDES.contains(verb))
                ? noun
                : "";
    }

    /**
     * {@code reserve books}, {@code reserve an item}: the one that is only said so is the other.
     */
    private void aliases() {
        Map<String, Map<Thing, Set<Integer>>> said = new LinkedHashMap<>();
        for (Deeds.Deed d : u.deeds) {
            boolean plain = VerbKinds.plain(d.verb());
            Thing thing = plain || d.objects().isEmpty() ? null : things.of(d.objects().getFirst());
            if (thing != null) {
                said.computeIfAbsent(d.actor() + "|" + d.verb(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(thing, _ -> new HashSet<>())
                        .add(d.source().sentence().index());
            }
        }
        for (Map<Thing, Set<Integer>> alike : said.values()) {
            Thing main =
                    alike.keySet().stream()
                            .max(java.util.Comparator.comparingDouble(this::weight))
                            .orElseThrow();
            for (Thing mine : alike.keySet()) {
                boolean elsewhere = !alike.getOrDefault(mine, Set.of()).equals(alike.get(main));
                if (mine != main
                        && elsewhere
                        && mine.count.isEmpty()
                        && weight(mine) < weight(main)
                        && weight(mine) <= 1) {
                    is(mine, main);
                }
            }
        }
    }

    private void is(Thing mine, Thing other) {
        things.all.put(mine.words, other);
        for (Thing t : things.things()) {
            Said tie = t.ties.remove(mine.name);
            if (t.belongsTo.remove(mine.name)) {
                things.tie(t, other, tie == null ? t.said : tie);
            }
        }
    }

    /** How often each verb is used. */
    private Map<String, Integer> verbs() {
        if (used.isEmpty()) {
            for (Sentence sentence : u.text.sentences()) {
                for (Token t : sentence.tokens()) {
                    if (t.verb()) {
                        used.merge(t.lemma(), 1, Integer::sum);
                    }
                }
            }
        }
        return used;
    }

    private double weight(Thing thing) {
        if (weights.isEmpty()) {
            u.concepts
                    .mentions()
                    .forEach(m ->
                            weights.merge(u.concepts.name(m.phrase()), m.weight(), Double::sum));
        }
        return weights.getOrDefault(thing.words, 0.0);
    }

    /** Many stories: what is said once in them is seldom a thing by itself. */
    private boolean backlog() {
        long stories = u.story.told().stream().filter(t -> t.speaker() != null).count();
        return stories >= 30 && stories * 2 >= u.text.sentences().size();
    }

    /** Whether nobody but themselves speaks of them. */
    private boolean speaksOnly(Thing t) {
        return u.concepts.mentions().stream()
                .filter(m -> u.concepts.name(m.phrase()).equals(t.words))
                .allMatch(m ->
                        m.where() == Concepts.Where.SPEAKER
                                || m.where() == Concepts.Where.LOOSE
                                || m.purpose());
    }

    /** A person whom nothing refers to and of whom nothing is said is an actor only. */
    void prune() {
        List<String> gone = new ArrayList<>();
        Set<String> referred = new HashSet<>();
        things.all.values().forEach(o -> referred.addAll(o.belongsTo));
        Set<Thing> objects = new HashSet<>();
        for (Deeds.Deed d : u.deeds) {
            for (Phrase p : d.objects()) {
                Thing object = things.of(p);
                if (object != null) {
                    objects.add(object);
                }
            }
        }
        for (Thing t : things.things()) {
            boolean acts = u.actors.named(t.words) != null;
            if (acts
                    && !joined.contains(t)
                    && !referred.contains(t.name)
                    && !objects.contains(t)
                    && t.count.isEmpty()) {
                gone.add(t.words);
            }
        }
        if (backlog()) {
            for (Thing t : things.things()) {
                boolean acts = u.actors.named(t.words) != null;
                if (acts && t.count.isEmpty() && !objects.contains(t) && speaksOnly(t)) {
                    gone.add(t.words);
                    things.things()
                            .forEach(o -> {
                                o.belongsTo.remove(t.name);
                                o.ties.remove(t.name);
                            });
                }
            }
        }
        gone.forEach(things.all::remove);
    }
}

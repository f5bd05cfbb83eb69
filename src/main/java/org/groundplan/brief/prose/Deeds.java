package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases: what an actor does, in the words of the text. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Deeds {
    /**
     * @param name {@code reserve an item}
     * @param actor name of the actor, or empty for what the clock starts
     * @param objects what it is done to
     * @param by filters in words
     * @param schedule {@code every night}, or empty
     */
    record Deed(
            String name,
            String actor,
            String verb,
            List<Phrase> objects,
            List<Clause.With> with,
            List<String> by,
            String sort,
            String schedule,
            Story.Deed source,
            int sure) {
        Deed {
            objects = List.copyOf(objects);
            with = List.copyOf(with);
            by = List.copyOf(by);
        }
    }

    private final Actors actors;
    private final Map<Integer, List<Figure>> figures;
    private final List<Deed> deeds = new ArrayList<>();

    private Deeds(Actors actors, Map<Integer, List<Figure>> figures) {
        this.figures = figures;
        this.actors = actors;
    }

    static List<Deed> of(Story story, Actors actors, Map<Integer, List<Figure>> figures) {
        Deeds deeds = new Deeds(actors, figures);
        for (Story.Deed d : story.deeds()) {
            deeds.read(d);
        }
        for (Told t : story.told()) {
            deeds.wish(t, story);
        }
        return deeds.deeds;
    }

    private void read(Story.Deed d) {
        Clause c = d.clause();
        if (c.act() == null || d.subject() == null || d.told().inPurpose(c) || c.act().negated()) {
            return;
        }
        if (!d.objects().isEmpty() && d.objects().getFirst().head().equals("time")) {
            return; // brings five times that
        }
        String schedule = schedule(d);
        if (c.act().passive() || c.act().verb().matches("go out|go off")) {
            if (!schedule.isEmpty() && c.main() && !d.subject().pronoun()) {
                passive(d, schedule);
            }
            return;
        }
        boolean ours =
                d.subject().text().matches("(?i)we|it|the system|the service|the application")
                        && d.told().speaker() == null;
        if (ours
                && !schedule.isEmpty()
                && c.main()
                && !d.objects().isEmpty()
                && !VerbKinds.STATES.contains(c.act().verb())) {
            String name = c.act().verb() + " " + plain(d.objects().getFirst(), false);
            deeds.add(
                    new Deed(
                            name,
                            "",
                            c.act().verb(),
                            d.objects(),
                            c.with(),
                            List.of(),
                            "",
                            schedule,
                            d,
                            72));
            return;
        }
        Actors.Actor actor = d.subject().pronoun() ? null : actors.known(d.subject());
        if (actor == null && d.speaker() && d.told().speaker() != null) {
            actor = actors.known(d.told().speaker());
        }
        if (actor == null && d.speaker()) {
            actor =
                    actors.all().stream()
                            .filter(a ->
                                    d.told().speaker() != null
                                            && a.name().startsWith(d.told().speaker().full()))
                            .findFirst()
                            .orElse(null);
        }
        boolean clause = c.main() || c.lead().equals("who");
        if (actor == null || !clause || VerbKinds.STATES.contains(c.act().verb())) {
            return;
        }
        List<Phrase> objects = d.objects();
        int after = c.to();
        if (c.act().verb().equals("get")
                && after < d.sentence().tokens().size()
                && d.sentence().tokens().get(after).verb()
                && d.sentence().tokens().get(after).is(".*ed")) {
            return; // gets something offered
        }
        String verb = c.act().verb();
        if (objects.isEmpty() && c.with().isEmpty() && !asks(d)) {
            if (!verb.matches("sign up|log in|sign in|register|check in|unsubscribe|subscribe")) {
                return;
            }
        }
        for (String v : particles(d, verb)) {
            String name = name(v, d, objects);
            if (!name.isEmpty()) {
                deeds.add(
                        new Deed(
                                name,
                                actor.name(),
                                v,
                                objects,
                                c.with(),
                                by(d),
                                sort(d),
                                schedule,
                                d,
                                actor.sure() - (objects.isEmpty() ? 15 : 0)));
            }
        }
    }

    /** {@code they are paid out every Monday}, {@code overdue notices go out every night}. */
    private void passive(Story.Deed d, String schedule) {
        Phrase p = d.subject();
        Part.Act act = d.clause().act();
        if (p == null || act == null) {
            return;
        }
        String verb = act.verb().equals("go out") ? "send" : act.verb();
        if (VerbKinds.STATES.contains(verb) || verb.equals("keep")) {
            return;
        }
        deeds.add(
                new Deed(
                        verb + " " + plain(p, false),
                        "",
                        verb,
                        List.of(p),
                        d.clause().with(),
                        List.of(),
                        "",
                        schedule,
                        d,
                        70));
    }

    /** {@code I want a dashboard with …}: to see it. */
    private void wish(Told t, Story story) {
        if (t.speaker() == null) {
            return;
        }
        boolean read = deeds.stream().anyMatch(d -> d.source().told() == t);
        if (read) {
            return;
        }
        Actors.Actor actor = actors.known(t.speaker());
        for (Story.Deed d : story.deeds()) {
            Clause c = d.clause();
            boolean wants =
                    d.told() == t
                            && c.act() != null
                            && c.act().verb().matches("want|need|like|have")
                            && !d.objects().isEmpty();
            if (wants && actor != null && !t.inPurpose(c)) {
                Phrase p = d.objects().getFirst();
                deeds.add(
                        new Deed(
                                "see " + plain(p, true) + of(c, p),
                                actor.name(),
                                "see",
                                d.objects(),
                                c.with(),
                                by(d),
                                "",
                                schedule(d),
                                d,
                                65));
                return;
            }
        }
    }

    private static boolean asks(Story.Deed d) {
        return question(d) != null;
    }

    /** What follows as a question: {@code how often each title was lent}. */
    private static @Nullable String question(Story.Deed d) {
        String rest = d.sentence().text();
        Clause c = d.clause();
        if (c.to() >= d.sentence().tokens().size() || c.act() == null) {
            return null;
        }
        Token next =
                d.sentence().tokens().get(Math.min(c.act().to(), d.sentence().tokens().size() - 1));
        if (!next.is("how|what|which|who|when|where|whether|if")) {
            return null;
        }
        String words =
                rest.substring(next.start()).replaceFirst("(?s)(?:,? so (?:that )?|[.;,]).*", "");
        return words.length() > 80 ? words.substring(0, words.lastIndexOf(' ', 80)) : words;
    }

    /** {@code check items out and in} is two deeds. */
    private static List<String> particles(Story.Deed d, String verb) {
        if (d.objects().isEmpty() || d.clause().objects().isEmpty()) {
            return List.of(verb);
        }
        List<Token> tokens = d.sentence().tokens();
        int at = d.clause().objects().getFirst().to();
        List<String> verbs = new ArrayList<>();
        while (at + 1 < tokens.size()
                && !tokens.get(at + 1).is("to")
                && tokens.get(at).is("out|in|up|back|off|down|over|away")
                && (at + 1 >= tokens.size()
                        || !tokens.get(at + 1).tag().matches("DET|NOUN|PRON|NUM|PROPN|ADJ")
                        || tokens.get(at).is("up|back|off|away"))) {
            verbs.add(verb.replaceFirst(" .*", "") + " " + tokens.get(at).lower());
            at++;
            if (at < tokens.size()
                    && tokens.get(at).is("and|or")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is("out|in|up|back|off")) {
                at++;
            }
        }
        return verbs.isEmpty() ? List.of(verb) : verbs;
    }

    private static String name(String verb, Story.Deed d, List<Phrase> objects) {
        Clause c = d.clause();
        String question = question(d);
        if (objects.isEmpty() && question != null) {
            return verb + " " + question.toLowerCase(Locale.ROOT);
        }
        if (!objects.isEmpty()) {
            boolean pronoun = !c.objects().isEmpty() && c.objects().getFirst().pronoun();
            Phrase first = objects.getFirst();
            String what = pronoun ? plain(first, true) : plain(first, false);
            String all =
                    objects.size() > 1
                                    && !pronoun
                                    && c.objects().size() > 1
                                    && together(d, c.objects().get(0), c.objects().get(1))
                            ? what + " and " + plain(objects.get(1), false)
                            : what;
            return verb + " " + all + of(c, first) + to(c, verb);
        }
        if (c.with().isEmpty()) {
            return verb;
        }
        Clause.With with = c.with().getFirst();
        return verb
                + " "
                + with.preposition()
                + " "
                + plain(with.phrase(), false)
                + (with.of() == null ? "" : " of " + plain(with.of(), false));
    }

    private static boolean together(Story.Deed d, Phrase a, Phrase b) {
        List<Token> tokens = d.sentence().tokens();
        return b.from() == a.to() + 1 && tokens.get(a.to()).is("and|or");
    }

    private static String of(Clause c, Phrase object) {
        return c.with().stream()
                .filter(w -> w.preposition().equals("of") && w.phrase().from() == object.to() + 1)
                .map(w -> " of " + plain(w.phrase(), false))
                .findFirst()
                .orElse("");
    }

    /** Where it goes, for verbs that are nothing without it. */
    private static String to(Clause c, String verb) {
        if (!verb.matches("assign|add|send|connect|link|invite|transfer|move|pass|give|attach")) {
            return "";
        }
        return c.with().stream()
                .filter(w -> w.preposition().equals("to") && !w.phrase().pronoun())
                .map(w -> " to " + plain(w.phrase(), true))
                .findFirst()
                .orElse("");
    }

    /** A phrase without figures: {@code an item}, {@code my loans}. */
    static String plain(Phrase p, boolean one) {
        String noun =
                p.owner() != null
                        ? p.owner().name()
                                + (p.owner().name().endsWith("s") ? "'" : "'s")
                                + " "
                                + p.full()
                        : p.full();
        boolean many = p.plural() && !one;
        String words = many ? org.groundplan.model.Names.plural(noun) : noun;
        if (p.possessive().startsWith("my")
                || p.possessive().matches("(?:their|his|her|our) own|our|their|his|her")) {
            return "my " + words;
        }
        if (many || p.owner() != null) {
            return words;
        }
        if (p.determiner().equals("another")) {
            return "another " + words;
        }
        boolean the = p.determiner().equals("the");
        boolean mass = p.determiner().isEmpty() && !one;
        return the
                ? "the " + words
                : mass ? words : (words.matches("(?i)[aeiou].*") ? "an " : "a ") + words;
    }

    private String schedule(Story.Deed d) {
        for (Figure f : figures.getOrDefault(d.told().sentence().index(), List.of())) {
            boolean here =
                    f.role() == Figure.Role.INTERVAL
                            && !f.window().isEmpty()
                            && inside(d, f.start());
            if (here) {
                return f.text()
                        .replaceFirst("^Every", "every")
                        .replaceFirst("^daily$", "every day")
                        .replaceFirst("^nightly$", "every night")
                        .replaceFirst("^weekly$", "every week")
                        .replaceFirst("^monthly$", "every month");
            }
        }
        return "";
    }

    private static boolean inside(Story.Deed d, int offset) {
        int token = d.sentence().tokenAt(offset);
        return token >= d.clause().from() && token < d.clause().to();
    }

    private static List<String> by(Story.Deed d) {
        Clause c = d.clause();
        if (c.act() == null || !VerbKinds.reads(c.act().verb())) {
            return List.of();
        }
        return c.with().stream()
                .filter(w -> w.preposition().equals("by"))
                .map(w -> w.phrase())
                .filter(p ->
                        !p.pronoun()
                                && !p.head()
                                        .matches(
                                                "e-mail|email|card|hand|scanning|phone|app|word|mail|post"))
                .map(Phrase::full)
                .collect(Collectors.toList());
    }

    private static String sort(Story.Deed d) {
        java.util.regex.Matcher m =
                java.util.regex.Pattern.compile(
                                "(?i)\\b(?:sorted|ordered|ranked) by (?:the )?([\\p{L} ]{3,30}?)(?:[.,;]| so\\b| in\\b|$)")
                        .matcher(d.sentence().text());
        return m.find() && d.clause().act() != null && VerbKinds.reads(d.clause().act().verb())
                ? m.group(1)
                : "";
    }
}

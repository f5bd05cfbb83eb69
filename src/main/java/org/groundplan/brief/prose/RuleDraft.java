package org.groundplan.brief.prose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Demands as rules of the brief, where the things they speak of are known; any other is kept as a
 * sentence, which the design asks about.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class RuleDraft {
    /**
     * @param formal whether it has a form that is enforced; else it is a sentence
     */
    record Line(String text, boolean formal, Said said) {}

    private final Understanding u;
    private final Things things;
    private final Uses uses;
    private final Bounds bounds;
    private final Guards guards;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    RuleDraft(Understanding understanding, Things things, Uses uses) {
        this.u = understanding;
        this.things = things;
        this.uses = uses;
        bounds = new Bounds(u, things, this);
        guards = new Guards(u, things, uses, this);
        for (Demands.Demand d : u.demands) {
            if (!d.access()) {
                rule(d);
            }
        }
        guards.guards();
        for (Demands.Demand d : u.demands) {
            if (d.access()) {
                access(d);
            }
        }
        own();
    }

    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    static Said said(Demands.Demand d, int sure) {
        return new Said(d.told().sentence(), d.start(), d.end(), sure);
    }

    void formal(String text, Said said) {
        lines.putIfAbsent(text.toLowerCase(Locale.ROOT), new Line(text, true, said));
    }

    private void sentence(Demands.Demand d, int sure) {
        String text =
                d.text()
                        .replaceAll("\\s+", " ")
                        .strip()
                        .replaceFirst(
                                "(?i)^as an? [^,]{2,40},? i (?:want|need|would like|'d like) (?:to )?(?:be able to )?",
                                "");
        lines.putIfAbsent(text.toLowerCase(Locale.ROOT), new Line(text, false, said(d, sure)));
    }

    private void rule(Demands.Demand d) {
        boolean known =
                ownOnly(d)
                        || tenant(d)
                        || states(d)
                        || guards.within(d)
                        || guards.lapse(d)
                        || bounds.single(d)
                        || bounds.quota(d)
                        || bounds.below(d)
                        || bounds.append(d)
                        || bounds.unique(d)
                        || bounds.exceeds(d)
                        || guards.deadline(d)
                        || guards.unless(d);
        once(d);
        if (!known) {
            sentence(d, d.sure());
        }
    }

    /** {@code residents may see only their own permits}. */
    private boolean ownOnly(Demands.Demand d) {
        Matcher m =
                Pattern.compile(
                                "(?i)^(?:an? |the |each |every )?([\\p{L} -]{3,30}?) (?:(?:may|can|must|shall|should) )?(?:only )?(?:see|view|read|sees|views|reads)s? (?:only )?(?:(?:his or her|his|her|their|its) own) ([\\p{L} -]{3,30}?)$")
                        .matcher(d.text());
        if (!m.find()) {
            return false;
        }
        Actors.Actor who = actor(m.group(1));
        Thing what = named(m.group(2));
        Thing owner = who == null ? null : things.all.get(who.name());
        if (what == null || owner == null || what == owner) {
            return false;
        }
        things.tie(what, owner, said(d, 75));
        formal(owner.name + " may read own " + what.name, said(d, 84));
        return true;
    }

    private boolean tenant(Demands.Demand d) {
        return d.text().matches("(?is).*\\b(?:another|other)\\b.*")
                && d.text().matches("(?is).*\\b(?:data|see|sees|read)\\b.*")
                && things.things().stream()
                        .anyMatch(t ->
                                t.tenant && d.text().toLowerCase(Locale.ROOT).contains(t.words));
    }

    private boolean states(Demands.Demand d) {
        Sentence s = d.told().sentence();
        return things.things().stream()
                .anyMatch(t ->
                        t.stated != null
                                && !t.stated.doubtful()
                                && t.stated.sentence() == s
                                && t.stated.start() >= d.start()
                                && t.stated.end() <= d.end() + 1
                                && !d.text().matches("(?is).*\\b(?:never|only|must not)\\b.*"));
    }

    List<Figure> figures(Demands.Demand d) {
        return u.figures.stream()
                .filter(f ->
                        f.sentence() == d.told().sentence()
                                && f.start() >= d.start()
                                && f.end() <= d.end() + 1)
                .toList();
    }

    @Nullable Phrase subject(Demands.Demand d) {
        for (Story.Deed s : u.story.deeds()) {
            if (s.sentence() != d.told().sentence()
                    || s.clause().from() >= s.sentence().tokens().size()) {
                continue;
            }
            int at = s.sentence().tokens().get(s.clause().from()).start();
            if (at >= d.start() - 1
                    && at < d.end()
                    && s.subject() != null
                    && s.clause().act() != null) {
                return s.subject();
            }
        }
        return null;
    }

    private void once(Demands.Demand d) {
        if (!d.text()
                .matches(
                        "(?is).*\\b(?:exactly once|never (?:be )?(?:charged|paid|sent|billed|booked) (?:twice|two times)|must (?:move|charge|book|pay)[\\p{L} ]* once|once or not at all|carried out once|issued exactly once)\\b.*")) {
            return;
        }
        Thing thing = things.of(subject(d));
        for (Use x : uses.all.values()) {
            boolean pays =
                    d.text().matches("(?is).*\\b(?:charged|paid|payment|pay|money)\\b.*")
                            && x.verb.matches(
                                    "pay|buy|place|put together|order|purchase|withdraw|refund|top up");
            boolean about = thing != null && x.writes(thing) && x.main == thing;
            boolean other =
                    x.main != null
                            && d.text()
                                    .toLowerCase(Locale.ROOT)
                                    .matches(
                                            "(?s).*\\bone " + Pattern.quote(x.main.words) + "\\b.*")
                            && VerbKinds.makes(x.verb);
            if ((pays || about || other) && !VerbKinds.reads(x.verb) && x.delivery.isEmpty()) {
                x.delivery = "exactly once";
                return;
            }
        }
    }

    private void access(Demands.Demand d) {
        if (tenant(d)) {
            return;
        }
        String text = d.text();
        Matcher own =
                Pattern.compile(
                                "(?i)(?:the |only )?([\\p{L} -]{3,30}?)s? (?:may |can |must |shall )?(?:only )?(?:see|view|read)s? only (?:the |those )?([\\p{L} -]{3,30}?)s? of (?:their|his|her|its|the) own ([\\p{L} -]{3,20})")
                        .matcher(text);
        if (own.find()) {
            Thing what = named(own.group(2));
            Thing of = named(own.group(3));
            Actors.Actor who = actor(own.group(1));
            if (what != null && of != null && who != null) {
                things.tie(what, of, said(d, 65));
                Thing person = things.all.get(who.name());
                if (person != null) {
                    things.tie(person, of, said(d, 65));
                }
                formal(
                        "only "
                                + uses.actorName(who.name())
                                + " of same "
                                + of.name
                                + " may read "
                                + what.name,
                        said(d, 74));
                return;
            }
        }
        boolean story = d.told().speaker() != null;
        boolean said =
                lines.containsKey(text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT));
        boolean strict =
                text.matches(
                        "(?is).*\\b(?:only|never|not|cannot|nothing|nobody|anonymi[sz]ed)\\b.*");
        if (!story && !said && strict) {
            boolean inside =
                    lines.values().stream()
                            .anyMatch(l ->
                                    l.said().sentence() == d.told().sentence()
                                            && l.said().start() <= d.start()
                                            && l.said().end() >= d.end());
            if (!inside) {
                sentence(d, d.sure());
            }
        }
    }

    private @Nullable Thing named(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        Thing thing = things.named(Lexicon.wordnet().base(true, plain));
        return thing == null ? things.named(plain) : thing;
    }

    private Actors.@Nullable Actor actor(String words) {
        String plain = Lexicon.wordnet().base(true, words.strip().toLowerCase(Locale.ROOT));
        return u.actors.all().stream()
                .filter(a -> a.name().equals(plain) || plain.endsWith(" " + a.name()))
                .findFirst()
                .orElse(null);
    }

    /** Who sees "my" things may read their own. */
    private void own() {
        for (Use x : uses.all.values()) {
            Thing actor = things.all.get(x.actor);
            boolean mine = x.name.matches(".*\\bmy\\b.*") && VerbKinds.reads(x.verb);
            if (mine && actor != null && x.main != null && x.main.belongsTo.contains(actor.name)) {
                formal(
                        actor.name + " may read own " + x.main.name,
                        new Said(x.said.sentence(), x.said.start(), x.said.end(), 82));
            }
        }
    }
}

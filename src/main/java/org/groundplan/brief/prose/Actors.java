package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who starts something: who tells a story, and subjects that are people, firms or machines. */
final class Actors {
    private static final Set<String> FIRMS =
            Set.of(
                    "organization",
                    "organisation",
                    "establishment",
                    "institution",
                    "enterprise",
                    "business",
                    "company",
                    "staff",
                    "personnel",
                    "household",
                    "team",
                    "crew",
                    "building");
    private static final Set<String> NOBODY =
            Words.words(
                    "system, backend, application, app, platform, service, software, website, server, api, we, phone, someone, person, nobody, anybody, everybody, way, page, site, program, programme, product, solution, database, world, today, human, story, owner of, time, people, business, call, developer, engineer, programmer, squad");

    private static final Pattern GRANTED =
            Pattern.compile(
                    "(?i)\\b(?:open|reserved|restricted|visible|accessible) (?:only )?(?:to|for)\\b");
    private static final String LEADS =
            "who|and|but|when|whenever|after|before|until|unless|while|if|because|where|as|so|once|since|though|although";

    /**
     * @param kind person or device
     * @param name words, lower case, singular
     */
    record Actor(String name, String kind, Sentence sentence, int start, int end, int sure) {
        boolean person() {
            return kind.equals("person");
        }
    }

    private final Lexicon lexicon = Lexicon.wordnet();
    private final Map<String, Actor> actors = new LinkedHashMap<>();

    static Actors of(Story story) {
        Actors actors = new Actors();
        for (Told told : story.told()) {
            if (told.speaker() != null) {
                actors.speaker(told);
            }
        }
        for (Story.Deed deed : story.deeds()) {
            actors.subject(deed);
        }
        story.told().forEach(actors::granted);
        return actors;
    }

    @Nullable Actor named(String name) {
        return actors.get(name);
    }

    /** Whether somebody of this name acts, and is no machine. */
    boolean person(String name) {
        Actor actor = actors.get(name);
        return actor != null && actor.person();
    }

    List<Actor> all() {
        return new ArrayList<>(actors.values());
    }

    private void speaker(Told told) {
        Phrase p = told.speaker();
        if (p == null) {
            return;
        }
        String name =
                p.head()
                                        .matches(
                                                "head|member|user|manager|director|owner|leader|chair|chief|friend|guardian|parent")
                                && told.of() != null
                        ? p.full() + " of " + told.of().name()
                        : p.full();
        add(name, kind(p.head()).equals("device") ? "device" : "person", told.sentence(), p, 97);
    }

    private void subject(Story.Deed deed) {
        Clause c = deed.clause();
        Phrase p = deed.subject();
        if (p == null
                || p.pronoun()
                || c.act() == null
                || c.act().passive()
                || !(c.main()
                        || c.lead().matches(LEADS)
                        || c.lead().matches("that|which|what")
                                && (VerbKinds.READ.contains(c.act().verb())
                                        || VerbKinds.SIGNALS.contains(c.act().verb())))) {
            return;
        }
        String verb = c.act().verb();
        if (p.owner() != null && !lexicon.person(p.head())) {
            return;
        }
        String kind = kind(p.head());
        boolean mine = p.possessive().equals("my") && !p.plural() && deed.told().speaker() == null;
        if (p.possessive().equals("its") && !kind.equals("person")) {
            return;
        }
        if (mine // "my nephew looks after it": whom the writer asks, no user of the system
                || NOBODY.contains(p.head())
                || deed.told().speaker() != null && deed.told().inPurpose(c)) {
            return;
        }
        boolean deedDone =
                !VerbKinds.STATES.contains(verb)
                        || verb.equals("run") && kind.equals("person") && !c.objects().isEmpty();
        if (known(p) != null || !Surroundings.product(p.text()).isEmpty()) {
            return;
        }
        boolean makers =
                deed.sentence().text().matches("(?is).*\\b(?:developers?|engineers?|squads?) .*")
                        && p.head().matches("team|people|person");
        if (makers) {
            return;
        }
        if (kind.equals("person") && (deedDone || c.act().modal().matches("may|can|must|shall"))) {
            add(name(p), "person", deed.sentence(), p, 90);
        } else if (kind.equals("firm")
                && deedDone
                && (!c.objects().isEmpty() || !c.with().isEmpty())
                && c.main()) {
            add(name(p), "person", deed.sentence(), p, 75);
        } else if (kind.equals("device")
                && VerbKinds.SIGNALS.contains(verb)
                && (c.main() || c.lead().matches("that|which"))) {
            add(name(p), "device", deed.sentence(), p, 85);
        } else if (kind.isEmpty()
                && deedDone
                && lexicon.noun(p.head()).isEmpty()
                && c.main()
                && c.act().modal().isEmpty()
                && p.nouns().size() == 1
                && !c.objects().isEmpty()
                && !p.text().matches(".*\\p{Lu}{2,}.*")) {
            add(name(p), "person", deed.sentence(), p, 55);
        }
    }

    /** {@code price lists are open to the accountant}: somebody who looks at them. */
    private void granted(Told told) {
        if (!GRANTED.matcher(told.sentence().text()).find()) {
            return;
        }
        for (Clause c : told.clauses()) {
            for (Clause.With w : c.with()) {
                Phrase p = w.phrase();
                if (w.preposition().matches("to|for")
                        && !p.pronoun()
                        && known(p) == null
                        && !NOBODY.contains(p.head())
                        && kind(p.head()).equals("person")) {
                    add(name(p), "person", told.sentence(), p, 70);
                }
            }
        }
    }

    /** Somebody's name without what tells a part of them: {@code blocked users} are users. */
    private String name(Phrase p) {
        return p.nouns().size() > 1
                        || p.adjectives().isEmpty()
                        || p.adjectives().getLast().matches(".*(ed|ing)")
                        || !lexicon.relational(p.adjectives().getLast())
                ? p.name()
                : p.adjectives().getLast() + " " + p.name();
    }

    @Nullable Actor known(Phrase p) {
        Actor exact = actors.get(p.full());
        if (exact == null) {
            exact = actors.get(p.name());
        }
        if (exact == null && p.nouns().size() == 1) {
            // "clerks" of whom a story said "box-office clerk"
            List<Actor> ending =
                    actors.values().stream()
                            .filter(a -> a.name().endsWith(" " + p.head()))
                            .toList();
            exact = ending.size() == 1 ? ending.getFirst() : null;
        }
        return exact;
    }

    /** person, firm, device or nothing. */
    private String kind(String head) {
        if (lexicon.person(head)
                || head.matches("staff|crew|people|personnel|admin|superuser|moderator|holder")
                || head.endsWith("er") && lexicon.noun(head).isEmpty()) {
            return "person";
        }
        if (lexicon.isA(head, Set.of("person", "individual"))
                && !lexicon.isA(head, Set.of("artifact", "communication"))) {
            return "person";
        }
        Lexicon.Noun noun = lexicon.noun(head).orElse(null);
        boolean somebody =
                noun != null
                        && head.matches("\\p{L}{3,}(?:er|or|ist|ant|ian|eer|ee)")
                        && noun.files().stream().limit(2).anyMatch("person"::equals)
                        && !noun.file().equals("artifact");
        if (somebody) {
            return "person"; // an operator, who is a sign of arithmetic first
        }
        if (lexicon.firstIsA(head, FIRMS) && noun != null && !noun.file().matches("act|event")) {
            return "firm";
        }
        if (lexicon.isA(head, Set.of("artifact", "instrumentality", "device", "machine"))) {
            return "device";
        }
        return "";
    }

    private void add(String name, String kind, Sentence sentence, Phrase p, int sure) {
        List<Token> tokens = sentence.tokens();
        boolean here = p.to() <= tokens.size();
        int start = here ? tokens.get(p.from()).start() : 0;
        int end = here ? tokens.get(p.to() - 1).end() : sentence.text().length();
        actors.putIfAbsent(
                name.toLowerCase(Locale.ROOT),
                new Actor(
                        name.toLowerCase(Locale.ROOT),
                        kind,
                        sentence,
                        start,
                        Math.max(end, start),
                        sure));
    }
}

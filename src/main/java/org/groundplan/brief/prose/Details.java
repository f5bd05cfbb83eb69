package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said of things: states, kinds, how long they are kept, sizes, whose they are, how secret.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Details {
    private static final Pattern STATES =
            Pattern.compile(
                    "(?i)\\b(?:is|are|be|in one of the states|has the states|status is|states?:|can be)\\s+((?:[\\p{L} -]{3,24}?,\\s*){1,9}[\\p{L} -]{3,24}?,?\\s+or\\s+[\\p{L} -]{3,24}?)(?=[.;:,)]|$| at | and )");
    private static final Pattern OF_KINDS =
            Pattern.compile(
                    "\\(((?:[\\p{L}\\p{N} -]{2,24},\\s*){2,9}(?:and |or )?[\\p{L}\\p{N} -]{2,24})\\)");

    private final Understanding u;
    private final Things things;
    private final Lexicon lexicon = Lexicon.wordnet();

    Details(Understanding understanding, Things things) {
        this.u = understanding;
        this.things = things;
    }

    void read() {
        states();
        kept();
        sizes();
        tenants();
        classes();
    }

    private void states() {
        for (Told told : u.story.told()) {
            String text = told.sentence().text();
            Matcher m = STATES.matcher(text);
            if (m.find()) {
                Phrase subject =
                        told.clauses().stream()
                                .map(Clause::subject)
                                .filter(s -> s != null && !s.pronoun())
                                .findFirst()
                                .orElse(null);
                Thing thing = things.of(subject);
                List<String> words = new ArrayList<>();
                for (String word : m.group(1).split(",\\s*(?:or\\s+)?|\\s+or\\s+")) {
                    String plain =
                            word.strip().replaceFirst("^(?:either|in an?|in the|in|at)\\s+", "");
                    words.add(Things.lower(Things.camel(plain)));
                }
                if (thing != null
                        && words.size() > 2
                        && words.stream().allMatch(w -> w.matches("[\\p{L}]{3,24}"))) {
                    thing.states.clear();
                    words.stream().distinct().forEach(thing.states::add);
                    thing.stated = new Said(told.sentence(), m.start(), m.end(), 85);
                }
            }
            Matcher kinds = OF_KINDS.matcher(text);
            while (kinds.find()) {
                Part before = null;
                for (Part p : Parts.of(told.sentence())) {
                    if (p instanceof Part.Thing t
                            && told.sentence().tokens().get(t.phrase().to() - 1).end()
                                    < kinds.start()) {
                        before = p;
                    }
                }
                boolean next =
                        before != null
                                && told.sentence().tokens().get(before.to() - 1).end() + 1
                                        == kinds.start();
                Thing thing = next && before instanceof Part.Thing t ? things.of(t.phrase()) : null;
                if (thing != null && !kinds.group(1).matches(".*\\d.*")
                        || thing != null && kinds.group(1).matches("[^\\d]*\\p{Lu}+\\d[^\\d]*")) {
                    List<String> words = new ArrayList<>();
                    for (String w : kinds.group(1).split(",\\s*(?:and |or )?")) {
                        words.add(
                                Things.lower(
                                        Things.camel(Lexicon.wordnet().base(true, w.strip()))));
                    }
                    thing.fields.putIfAbsent(
                            "kind",
                            "[" + String.join(", ", words.stream().distinct().toList()) + "]");
                }
            }
        }
    }

    private void kept() {
        for (Figure f : u.figures) {
            if (f.role() == Figure.Role.RETENTION && f.value().signum() > 0) {
                Thing thing = things.named(f.subject());
                if (thing == null
                        && f.subject()
                                .matches(
                                        "(?:raw |all |measured )?(?:data|measurements?|readings?)")) {
                    thing = things.reported.values().stream().findFirst().orElse(null);
                }
                if (thing != null && thing.keep.isEmpty()) {
                    thing.keep = f.amount();
                    thing.kept = Said.of(f, 85);
                    u.placed.add(f);
                }
            }
        }
        for (Story.Deed d : u.story.deeds()) {
            boolean forever =
                    d.clause().act() != null
                            && d.clause().act().verb().equals("keep")
                            && d.sentence()
                                    .text()
                                    .matches(
                                            "(?is).*\\b(?:forever|for ever|indefinitely|permanently)\\b.*");
            Thing thing = forever ? things.of(d.subject()) : null;
            if (thing != null && thing.keep.isEmpty()) {
                thing.keep = "for ever";
                thing.kept = Said.of(d.sentence(), 75);
            }
        }
    }

    private void sizes() {
        for (Figure f : u.figures) {
            Thing thing = f.role() == Figure.Role.SIZE ? sized(f) : null;
            if (thing != null) {
                if (f.bound().equals("most")) {
                    thing.sizeLimit = f.amount();
                } else {
                    thing.size = f.amount();
                }
                u.placed.add(f);
            }
        }
    }

    private @Nullable Thing sized(Figure f) {
        String before = f.sentence().text().substring(0, f.start());
        int bracket = before.lastIndexOf('(');
        int end = bracket > before.lastIndexOf(')') ? bracket : f.start(); // pictures (300 kB each)
        Thing best = null;
        for (Part p : Parts.of(f.sentence())) {
            if (p instanceof Part.Thing t
                    && f.sentence().tokens().get(t.phrase().from()).start() < end
                    && things.of(t.phrase()) != null
                    && !u.actors.person(t.phrase().name())) {
                best = things.of(t.phrase());
            }
        }
        return best;
    }

    private void tenants() {
        Pattern other =
                Pattern.compile(
                        "(?i)\\b(?:one|an?|each|every|no) ([\\p{L} -]{3,30}?) (?:(?:must|may|can|shall|should|will) )?(?:never|not|cannot)?\\s?(?:be able to )?(?:ever )?(?:see|sees|read|reads|access|look at|get at) (?:the )?(?:data of )?(?:another|other|any other)\\b");
        for (Told told : u.story.told()) {
            Matcher m = other.matcher(told.sentence().text());
            if (m.find()) {
                Thing thing = things.named(Lexicon.wordnet().base(true, m.group(1).strip()));
                boolean all =
                        told.sentence()
                                .text()
                                .substring(m.end())
                                .matches(
                                        "(?is)^ [\\p{L}-]+(?:'s?)? (?:data|rows|records|information|documents).*|^ [\\p{L}-]+'s?\\b.*|^'s data.*");
                if (thing != null && all && !lexicon.person(thing.words)) {
                    thing.tenant = true;
                }
            }
        }
    }

    private void classes() {
        Set<String> health =
                Set.of(
                        "illness",
                        "medicine",
                        "medical_care",
                        "disease",
                        "diagnosis",
                        "allergy",
                        "drug",
                        "therapy",
                        "symptom",
                        "physical_condition",
                        "medical_history");
        for (Thing t : things.all.values()) {
            for (String word : t.words.split(" ")) {
                if (word.matches(
                                "medical|health|clinical|injury|patient.*note|prescription|diagnosis")
                        || lexicon.firstIsA(word, health)) {
                    t.data = "health";
                }
            }
        }
    }
}

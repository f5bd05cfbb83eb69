package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a sentence into clauses. A subject carries over to the next verb of a list; {@code who},
 * {@code which} and {@code that} stand for the noun before them; {@code want somebody to} gives the
 * infinitive its own subject.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Clauses {
    private static final String LEADS =
            "if|when|whenever|unless|until|till|because|before|after|while|who|which|that|whom|where|how|what|whether|although|since|once|as|why|whose";
    private static final String STOPS = "[,;:()]|and|or|but|/|–|—|-";

    private final Sentence sentence;
    private final List<Part> parts;
    private final List<Clause> clauses = new ArrayList<>();

    private String lead = "";
    private @Nullable Phrase subject;
    private @Nullable Phrase lastThing;
    private Part.@Nullable Act act;
    private @Nullable Phrase actSubject;
    private String actLead = "";
    private List<Phrase> objects = new ArrayList<>();
    private List<Clause.With> with = new ArrayList<>();
    private int begin;

    private Clauses(Sentence sentence) {
        this.sentence = sentence;
        this.parts = Parts.of(sentence);
    }

    static List<Clause> of(Sentence sentence) {
        Clauses clauses = new Clauses(sentence);
        clauses.walk();
        return clauses.clauses;
    }

    private void walk() {
        int depth = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            switch (part) {
                case Part.Mark m -> {
                    if (m.word().equals("(")) {
                        depth++;
                    } else if (m.word().equals(")")) {
                        depth = Math.max(0, depth - 1);
                    }
                    i = mark(m, i);
                }
                case Part.Thing t -> thing(t.phrase(), i, depth);
                case Part.Act a -> act(a, i);
            }
        }
        close(sentence.tokens().size());
    }

    private int mark(Part.Mark m, int i) {
        String word = m.word();
        if (word.equals("so") || word.equals("in") && next(i, "order") && next(i + 1, "to")) {
            close(m.from());
            lead = "so that";
            subject = null;
            return next(i, "that") ? i + 1 : i;
        }
        if (word.equals("as") && i == 0) {
            return i; // as a member
        }
        if (word.matches(LEADS) && leads(word, i)) {
            Phrase before = lastThing;
            close(m.from());
            lead = word;
            subject = word.matches("who|which|that") ? before : null;
            return i;
        }
        if (word.matches("[;:]|\\.")
                || word.equals(",") && !lead.isEmpty() && !lead.equals("so that") && act != null) {
            close(m.from());
            lead = "";
            subject = word.equals(",") ? subject : null;
            return i;
        }
        if (m.tag().equals("ADP")
                || word.matches(
                        "without|within|near|by|for|of|with|to|as|than|per|around|from|after|before|until|via")) {
            if (i + 1 < parts.size() && parts.get(i + 1) instanceof Part.Thing t) {
                prepositional(word, t.phrase(), i + 1);
                return i + 1;
            }
        }
        return i;
    }

    private boolean leads(String word, int i) {
        if (word.equals("as") || word.matches("before|after|until|till|since|once|that")) {
            for (int k = i + 1; k < Math.min(parts.size(), i + 4); k++) {
                if (parts.get(k) instanceof Part.Act a && !a.infinitive()) {
                    return true;
                }
                if (!(parts.get(k) instanceof Part.Thing)
                        && !(parts.get(k) instanceof Part.Mark m
                                && m.tag().matches("ADV|ADP|PART"))) {
                    return false;
                }
            }
            return false;
        }
        return true;
    }

    private boolean next(int i, String word) {
        return i + 1 < parts.size()
                && parts.get(i + 1) instanceof Part.Mark m
                && m.word().equals(word);
    }

    private void prepositional(String word, Phrase phrase, int at) {
        if (word.equals("of")
                && !with.isEmpty()
                && with.getLast().phrase().to() == phrase.from() - 1) {
            Clause.With last = with.removeLast();
            with.add(new Clause.With(last.preposition(), last.phrase(), phrase));
        } else {
            with.add(new Clause.With(word, phrase, null));
        }
        lastThing = phrase;
        // "the food of the shop is": what follows decides whose verb it is
        if (act == null && subject == null && word.equals("of")) {
            return;
        }
        if (finiteAfter(at) && act == null && subject == null) {
            subject = phrase;
        }
    }

    private void thing(Phrase phrase, int i, int depth) {
        boolean starts = depth == 0 && finiteAfter(i);
        if (starts
                && !(act != null
                        && objects.isEmpty()
                        && with.isEmpty()
                        && act.verb().matches("let|make|see|have"))) {
            close(phrase.from());
            if (!lead.isEmpty() && clausesSince()) {
                lead = lead.equals("so that") ? lead : "";
            }
            subject = phrase;
        } else if (!with.isEmpty() && depth == 0 && listed(i) && afterWith(i)) {
            with.add(
                    new Clause.With(
                            with.getLast().preposition(),
                            phrase,
                            null)); // by title, author or subject
        } else {
            objects.add(phrase);
        }
        lastThing = phrase;
    }

    private boolean afterWith(int i) {
        return i > 1
                && parts.get(i - 2) instanceof Part.Thing t
                && with.stream().anyMatch(w -> w.phrase() == t.phrase() || w.of() == t.phrase());
    }

    /** Whether the clause that its lead opened is complete already. */
    private boolean clausesSince() {
        return !clauses.isEmpty()
                && clauses.getLast().lead().equals(lead)
                && clauses.getLast().act() != null
                && clauses.getLast().to() >= begin - 1;
    }

    /** Whether a finite verb follows this phrase before anything that ends it. */
    private boolean finiteAfter(int i) {
        int depth = 0;
        boolean inPhrase = false;
        for (int k = i + 1; k < parts.size(); k++) {
            switch (parts.get(k)) {
                case Part.Act a -> {
                    return depth == 0 && !a.infinitive() && !(a.participle() && !agrees(a));
                }
                case Part.Thing _ -> {
                    if (depth == 0 && !inPhrase) {
                        return false;
                    }
                    inPhrase = false;
                }
                case Part.Mark m -> {
                    if (m.word().equals("(")) {
                        depth++;
                    } else if (m.word().equals(")")) {
                        depth--;
                    } else if (depth == 0) {
                        if (m.word().matches(LEADS)) {
                            return false;
                        }
                        if (m.tag().equals("ADP")) {
                            inPhrase = true;
                        } else if (!m.tag().matches("ADV|PART|NUM")) {
                            return false;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** {@code consumers rated}: a past tense, not a participle, when nothing else is the verb. */
    private boolean agrees(Part.Act a) {
        return !sentence.tokens().get(a.from()).is(".*ing")
                && parts.stream()
                        .noneMatch(p ->
                                p instanceof Part.Act o
                                        && o != a
                                        && !o.participle()
                                        && !o.infinitive());
    }

    private void act(Part.Act a, int i) {
        Phrase own = subject;
        boolean after =
                act != null
                        && (a.infinitive() || act.verb().equals("let") && !listed(i))
                        && act.verb()
                                .matches("want|need|like|allow|let|ask|expect|require|enable|wish")
                        && !objects.isEmpty();
        if (after) {
            own = objects.getLast();
        } else if (own == null
                && act != null
                && a.participle()
                && sentence.tokens().get(a.from()).is(".*ing")) {
            own = actSubject;
        } else if (own == null && !objects.isEmpty() && act == null && !a.infinitive()) {
            own = objects.removeLast();
        }
        String newLead = lead;
        if (a.participle()
                && act != null
                && sentence.tokens().get(a.from()).is(".*(ed|ing)")
                && !listed(i)) {
            newLead = "participle";
        }
        close(a.from());
        act = a;
        actSubject = own;
        actLead = newLead;
        subject = own;
    }

    /** Whether the verb follows a comma or an "and", and so goes on with the list. */
    private boolean listed(int i) {
        return i > 0 && parts.get(i - 1) instanceof Part.Mark m && m.word().matches(STOPS);
    }

    private void close(int to) {
        if (act != null || !objects.isEmpty() || !with.isEmpty()) {
            clauses.add(
                    new Clause(
                            sentence,
                            act == null ? lead : actLead,
                            act == null ? null : actSubject,
                            act,
                            objects,
                            with,
                            begin,
                            Math.max(begin, to)));
        }
        act = null;
        actSubject = null;
        objects = new ArrayList<>();
        with = new ArrayList<>();
        begin = to;
    }
}

package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its clauses and, for a user story, who speaks.
 *
 * @param speaker {@code a member} of "As a member I want …", or null
 * @param purpose from which token on it says what for; the number of tokens when it does not
 * @param clauses without those of "As a member I want"
 */
record Told(
        Sentence sentence,
        @Nullable Phrase speaker,
        @Nullable Phrase of,
        int purpose,
        List<Clause> clauses) {
    private static final String WISH =
            "want|need|like|wish|can|could|must|should|may|would|shall|expect|prefer|require";

    Told {
        clauses = List.copyOf(clauses);
    }

    static Told of(Sentence sentence) {
        List<Clause> clauses = new ArrayList<>(Clauses.of(sentence));
        Phrase speaker = null;
        Phrase of = null;
        if (sentence.tokens().size() > 3 && sentence.tokens().getFirst().is("as")) {
            List<Part> parts = Parts.of(sentence);
            boolean story =
                    parts.size() > 2
                            && parts.get(1) instanceof Part.Thing
                            && clauses.stream()
                                    .limit(4)
                                    .anyMatch(c ->
                                            c.subject() != null
                                                    && c.subject().text().matches("(?i)i|we"));
            if (story && parts.get(1) instanceof Part.Thing t && !t.phrase().pronoun()) {
                speaker = t.phrase();
                if (parts.get(2) instanceof Part.Mark m
                        && m.word().equals("of")
                        && parts.get(3) instanceof Part.Thing o) {
                    of = o.phrase();
                }
                clauses.removeIf(c -> c.subject() == null && c.act() == null && c.from() <= 1);
            }
        }
        boolean wish = false;
        List<Clause> rest = new ArrayList<>();
        for (Clause c : clauses) {
            boolean wants =
                    c.act() != null
                            && c.act().verb().matches(WISH)
                            && c.main()
                            && c.subject() != null
                            && c.subject()
                                    .text()
                                    .matches("(?i)i|we|it|the system|customers?|users?")
                            && !wish
                            && c.subject().pronoun()
                            && clauses.indexOf(c) + 1 < clauses.size();
            if (wants && (c.objects().isEmpty() || personToDo(clauses, c))) {
                wish = true;
                continue;
            }
            rest.add(c);
        }
        int purpose = sentence.tokens().size();
        for (Clause c : rest) {
            if (c.lead().equals("so that")) {
                purpose = Math.min(purpose, c.from());
            }
        }
        return new Told(sentence, speaker, of, purpose, rest);
    }

    /** {@code want members to find}: the wish is the next clause. */
    private static boolean personToDo(List<Clause> clauses, Clause c) {
        Clause next = clauses.get(clauses.indexOf(c) + 1);
        return next.act() != null
                && next.act().infinitive()
                && !c.objects().isEmpty()
                && c.objects().getLast().equals(next.subject());
    }

    boolean inPurpose(Clause clause) {
        return clause.from() >= purpose;
    }
}

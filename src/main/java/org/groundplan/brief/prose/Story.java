package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole text with what its pronouns stand for: {@code I} is the speaker, {@code they} the last
 * plural subject, {@code it} and {@code them} the last thing that was spoken of.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Story {
    /**
     * A clause whose pronouns are resolved.
     *
     * @param subject null where nobody says who
     * @param objects without pronouns, where they could be resolved
     */
    record Deed(
            Told told,
            Clause clause,
            @Nullable Phrase subject,
            boolean speaker,
            List<Phrase> objects) {
        Sentence sentence() {
            return told.sentence();
        }
    }

    private final List<Told> told;
    private final List<Deed> deeds = new ArrayList<>();

    private Story(List<Told> told) {
        this.told = told;
    }

    static Story of(Text text) {
        List<Told> told = text.sentences().stream().map(Told::of).toList();
        Story story = new Story(told);
        Phrase before = null;
        Phrase group = null;
        for (Told t : told) {
            Phrase[] last = story.sentence(t, before, group);
            before = last[0];
            group = last[1];
        }
        return story;
    }

    List<Told> told() {
        return told;
    }

    List<Deed> deeds() {
        return deeds;
    }

    private Phrase[] sentence(Told t, @Nullable Phrase before, @Nullable Phrase group) {
        Phrase lead = group(t, group);
        Phrase thing = before;
        Phrase subjectBefore = null;
        Phrase plural = null;
        for (Clause c : t.clauses()) {
            Phrase subject = c.subject();
            boolean speaker = false;
            if (subject == null
                    && c.act() != null
                    && lead != null
                    && c.main()
                    && !c.act().infinitive()
                    && t.sentence().kind() == Sentence.Kind.BULLET
                    && c.from() <= 2) {
                subject = lead; // a bullet below "Couriers"
                speaker = true;
            } else if (subject != null && subject.pronoun()) {
                String word = subject.text().toLowerCase(java.util.Locale.ROOT);
                if (word.matches("i|we|me") && t.speaker() != null) {
                    subject = t.speaker();
                    speaker = true;
                } else if (word.matches("they|he|she")) {
                    subject =
                            plural != null
                                    ? plural
                                    : subjectBefore != null
                                            ? subjectBefore
                                            : lead != null ? lead : thing;
                } else if (word.matches("it")) {
                    subject = thing;
                } else if (!word.matches(
                        "i|we|me|who|someone|somebody|anyone|nobody|everyone|everything")) {
                    subject = null;
                }
            }
            List<Phrase> objects = new ArrayList<>();
            for (Phrase o : c.objects()) {
                if (!o.pronoun()) {
                    objects.add(o);
                } else if (o.text().matches("(?i)it|them|they|this|these|those") && thing != null) {
                    objects.add(thing);
                }
            }
            objects.removeIf(o ->
                    o.head()
                                    .matches(
                                            Roles.PERIODS
                                                    + "|ms|mb|kb|gb|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mb\\.")
                            && !(o.number().isEmpty() && o.determiner().isEmpty()));
            if (objects.isEmpty() && subject != null && !subject.pronoun() && eachOther(t, c)) {
                objects.add(subject.another());
            }
            share(t, c, subject, objects);
            deeds.add(new Deed(t, c, subject, speaker, objects));
            if (subject != null && !subject.pronoun()) {
                subjectBefore = subject;
                if (subject.plural()) {
                    plural = subject;
                }
            }
            if (!objects.isEmpty()) {
                thing = objects.getFirst();
            } else if (c.subject() != null && !c.subject().pronoun() && c.main()) {
                thing = c.subject();
            }
        }
        Phrase heads = lead;
        if (t.sentence().kind() == Sentence.Kind.BULLET
                && t.clauses().stream().allMatch(c -> c.act() == null)
                && t.clauses().size() == 1
                && t.clauses().getFirst().objects().size() == 1) {
            heads = t.clauses().getFirst().objects().getFirst();
        }
        return new Phrase[] {thing, heads};
    }

    /** {@code workers pay each other}. */
    private static boolean eachOther(Told t, Clause c) {
        int after = c.act() == null ? Integer.MAX_VALUE : c.act().to();
        return after + 1 < t.sentence().tokens().size()
                && t.sentence().tokens().get(after).is("each|one")
                && t.sentence().tokens().get(after + 1).is("other|another");
    }

    /** {@code edit and delete messages}: the object belongs to both verbs. */
    private void share(Told t, Clause c, @Nullable Phrase subject, List<Phrase> objects) {
        if (deeds.isEmpty() || objects.isEmpty() || c.act() == null) {
            return;
        }
        Deed last = deeds.getLast();
        boolean and =
                last.told() == t
                        && last.clause().act() != null
                        && last.objects().isEmpty()
                        && last.clause().with().isEmpty()
                        && last.clause().to() == c.from()
                        && subject != null
                        && subject.equals(last.subject())
                        && last.clause().to() - last.clause().act().to() <= 1
                        && last.clause().to() > last.clause().act().to()
                        && t.sentence().tokens().get(last.clause().to() - 1).is("and|or|/");
        if (and) {
            deeds.set(
                    deeds.size() - 1,
                    new Deed(t, last.clause(), last.subject(), last.speaker(), objects));
        }
    }

    /** The bullet above, of which this is a part. */
    private @Nullable Phrase group(Told t, @Nullable Phrase group) {
        return t.sentence().kind() == Sentence.Kind.BULLET && t.sentence().level() > 1
                ? group
                : null;
    }
}

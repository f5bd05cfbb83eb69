package org.groundplan.architect.practice.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Rule;

/** What nobody may change must not hold what somebody may have to delete. */
final class TextInFrozenRows implements Practice {
    private static final Card CARD =
            new Card(
                    "priv.text-in-frozen-rows",
                    Card.Level.RULES,
                    "What nobody may change must not hold what somebody may have to delete.",
                    "rows that are append only have free text that people type",
                    "rows at the horizon",
                    "GDPR Art. 5(1)(c) and 17, 2016",
                    "the text is chosen from a list");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern TYPED =
            Pattern.compile(
                    "reference|note|comment|text|body|reason|remark|message|purpose|description",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule.AppendOnly rule : sight.design().all(Rule.AppendOnly.class)) {
            Optional<Entity> frozen = sight.entity(rule.entity());
            boolean typed =
                    sight.acts().stream()
                            .filter(u -> sight.inserts(u, rule.entity()))
                            .anyMatch(u ->
                                    sight.actor(u)
                                            .filter(a -> a.kind() == Actor.Kind.PERSON)
                                            .isPresent());
            List<String> texts =
                    frozen.stream()
                            .filter(_ -> typed)
                            .flatMap(e ->
                                    e.fields().stream()
                                            .filter(f ->
                                                    f.type() == FieldType.TEXT
                                                            && TYPED.matcher(f.name()).find())
                                            .map(f -> e.name() + "." + f.name()))
                            .toList();
            double rows = sight.entity(rule.entity()).map(sight::rows).orElse(0.0);
            if (texts.isEmpty() || rows < 1e5) {
                continue;
            }
            out.add(
                    Note.of(this, rule.entity(), rule.id(), rule.id())
                            .warns()
                            .weighs(Harm.LIFE_AND_LAW, rows / 1e7, true)
                            .says(
                                    sight.quote(rule)
                                            + ", and "
                                            + Say.some(texts)
                                            + (texts.size() == 1 ? " is" : " are")
                                            + " typed by people: names get into "
                                            + Say.n(rows)
                                            + " rows that nobody may change, and a correction there is a new row beside the wrong one.",
                                    "The row keeps an id and a salted hash; the text stands in a table of its own that can be emptied, and the proof still holds; what was wrong is reversed, never edited."));
        }
        return out;
    }
}

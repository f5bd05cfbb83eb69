package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** Two people edit the same thing, and the second save erases the first. */
final class TwoEditors implements Practice {
    private static final Card CARD =
            new Card(
                    "inv.lost-update",
                    Card.Level.RULES,
                    "Two people edit the same thing, and the second save erases the first.",
                    "two kinds of people change the same fields of the same thing",
                    "collisions a day = edits a day × edits an hour of one / 60 × minutes at the screen",
                    "Fowler, Patterns of Enterprise Application Architecture, 2002 (optimistic offline lock); 5 minutes are our assumption",
                    "each changes other fields");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            List<UseCase> edits =
                    sight.acts().stream()
                            .filter(u ->
                                    u.actor() != null
                                            && u.effects().stream()
                                                    .anyMatch(e ->
                                                            e instanceof Effect.Update up
                                                                    && up.entity()
                                                                            .equals(entity.name())
                                                                    && !up.fields().isEmpty()))
                            .toList();
            List<String> shared = shared(edits, entity.name());
            if (edits.stream().map(UseCase::actor).distinct().count() < 2 || shared.isEmpty()) {
                continue;
            }
            double day = edits.stream().mapToDouble(sight::perDay).sum();
            if (day < 50) {
                continue;
            }
            out.add(
                    Note.of(
                                    this,
                                    entity.name(),
                                    entity.id(),
                                    edits.stream().map(UseCase::id).toArray(String[]::new))
                            .weighs(
                                    Harm.HARD_RULE,
                                    day / 1000,
                                    edits.stream().allMatch(sight::rateStated))
                            .says(
                                    Say.quoted(edits)
                                            + " both change "
                                            + Say.list(shared.stream().map(Names::words).toList())
                                            + " of "
                                            + Say.one(entity.name())
                                            + ", "
                                            + Say.about(day)
                                            + " times a day, minutes after having read it.",
                                    "A version with each "
                                            + Say.words(entity.name())
                                            + ": the second save is refused and shows both."));
        }
        return out;
    }

    private static List<String> shared(List<UseCase> edits, String entity) {
        Map<String, Set<String>> by = new TreeMap<>();
        for (UseCase use : edits) {
            for (Effect e : use.effects()) {
                if (e instanceof Effect.Update up && up.entity().equals(entity)) {
                    up.fields()
                            .forEach(f ->
                                    by.computeIfAbsent(f, _ -> new TreeSet<>())
                                            .add(String.valueOf(use.actor())));
                }
            }
        }
        return by.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}

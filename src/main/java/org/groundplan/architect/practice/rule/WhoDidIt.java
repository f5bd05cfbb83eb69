package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** Who did it is asked, and a part of the rows names nobody. */
final class WhoDidIt implements Practice {
    private static final Card CARD =
            new Card(
                    "schema.history",
                    Card.Level.RULES,
                    "Who did it is asked, and a part of the rows names nobody.",
                    "a sentence asks who, and the rows it is about may lack the person or are changed without one",
                    "rows without a person",
                    "our judgement",
                    "what the clock does needs no name");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern WHO =
            Pattern.compile(
                    "\\bwho (?:ordered|did|changed|made|created|decided|approved|edited|gave|set|sent|entered)\\b|\\bby whom\\b|whole history|full history|audit trail|traceab",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule rule : sight.design().all(Rule.NotUnderstood.class)) {
            if (!WHO.matcher(rule.text()).find()) {
                continue;
            }
            Optional<Entity> about =
                    sight.entities().stream()
                            .filter(e ->
                                    rule.text()
                                            .toLowerCase(Locale.ROOT)
                                            .matches(".*\\b" + Say.words(e.name()) + "s?\\b.*"))
                            .filter(e -> !sight.writers(e).isEmpty())
                            .max(
                                    Comparator.comparingInt((Entity e) -> sight.writers(e).size())
                                            .thenComparing(Entity::id));
            if (about.isEmpty()) {
                continue;
            }
            Entity entity = about.get();
            List<UseCase> nameless =
                    sight.writers(entity).stream()
                            .filter(u ->
                                    u.schedule() != null
                                            || u.actor() == null
                                            || !entity.parents().contains(u.actor()))
                            .toList();
            if (nameless.isEmpty()) {
                continue;
            }
            List<String> maybe = entity.maybe();
            out.add(
                    Note.of(this, entity.name(), rule.id(), rule.id(), entity.id())
                            .warns()
                            .weighs(Harm.PROMISE, nameless.size(), true)
                            .says(
                                    sight.quote(rule)
                                            + ": "
                                            + Say.quoted(nameless)
                                            + (nameless.size() == 1 ? " writes " : " write ")
                                            + Say.plural(entity.name())
                                            + " without a person in the row"
                                            + (maybe.isEmpty()
                                                    ? "."
                                                    : ", and “"
                                                            + Say.words(maybe.getFirst())
                                                            + "” may be missing by the brief."),
                                    "A line for each change, only ever added: when, what, from which state to which, and by whom: a person, a rule with its version, or a device; the row itself shows the last."));
        }
        return out;
    }
}

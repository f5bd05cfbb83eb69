package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/**
 * Somebody may ask for the same scarce thing again and again, and every request stands in the way
 * of others.
 */
final class RepeatableInsert implements Practice {
    private static final Card CARD =
            new Card(
                    "rule.repeatable-insert",
                    Card.Level.RULES,
                    "The same thing can be asked for twice by two people who mean one.",
                    "a use case inserts a row and no rule tells two apart",
                    "none",
                    "our judgement",
                    "two of them are two");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            for (Effect effect : useCase.effects()) {
                if (effect instanceof Effect.Insert insert) {
                    Entity entity = design.entity(insert.entity());
                    String actor = String.valueOf(useCase.actor());
                    List<String> things =
                            entity.parents().stream().filter(p -> !p.equals(actor)).toList();
                    boolean own =
                            entity.parents().contains(actor)
                                    && things.size() == 1
                                    && entity.states().isPresent();
                    if (own && blocks(design, entity.name()) && !bounded(design, entity.name())) {
                        result.addAll(say(useCase, entity, actor, things.getFirst()));
                    }
                }
            }
        }
        return result;
    }

    /** Whether having one stands in somebody else's way: it queues, or a rule asks for it. */
    private static boolean blocks(Design design, String entity) {
        return design.all(Rule.OnlyWhen.class).stream().anyMatch(r -> r.entity().equals(entity))
                || design.all(UseCase.class).stream()
                        .flatMap(u -> u.effects().stream())
                        .anyMatch(e ->
                                e instanceof Effect.Transition t
                                        && t.oldest()
                                        && t.entity().equals(entity));
    }

    private static boolean bounded(Design design, String entity) {
        return design.all(Rule.class).stream()
                .anyMatch(r ->
                        r instanceof Rule.AtMost a && a.entity().equals(entity)
                                || r instanceof Rule.Unique u && u.entity().equals(entity));
    }

    private List<Element> say(UseCase useCase, Entity entity, String actor, String thing) {
        String name = Names.words(entity.name());
        String who = Names.words(actor);
        String what = Names.words(thing);
        return List.of(
                Say.finding(
                        id(),
                        useCase.slug(),
                        Finding.Severity.WARNING,
                        71,
                        useCase.id(),
                        "No rule bounds “"
                                + useCase.name()
                                + "”: one "
                                + who
                                + " may hold any number of "
                                + Names.plural(name)
                                + ", also several for the same "
                                + what
                                + ", and each counts against everybody else.",
                        "“at most 1 "
                                + entity.name()
                                + " per "
                                + actor
                                + " per "
                                + thing
                                + " when …” is one line of the brief and becomes one unique index.",
                        List.of(useCase.id())),
                Say.question(
                        id(),
                        useCase.slug(),
                        "How many "
                                + Names.plural(name)
                                + " may a "
                                + who
                                + " have at a time, and is a second one for the same "
                                + what
                                + " ever right?",
                        "The brief bounds neither.",
                        List.of(useCase.id()),
                        "any number",
                        List.of(useCase.id())));
    }
}

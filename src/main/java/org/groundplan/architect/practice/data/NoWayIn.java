package org.groundplan.architect.practice.data;

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
import org.groundplan.model.UseCase;

/**
 * Data that every use case needs and none brings in: where does it come from, and who corrects it?
 */
final class NoWayIn implements Practice {
    private static final Card CARD =
            new Card(
                    "data.no-way-in",
                    Card.Level.RULES,
                    "Something is needed and nobody brings it in.",
                    "an entity with rows that no use case inserts",
                    "none",
                    "our judgement",
                    "it is loaded from another system, and somebody said so");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Entity> unmade =
                design.all(Entity.class).stream()
                        .filter(e ->
                                design.all(UseCase.class).stream()
                                        .flatMap(u -> u.effects().stream())
                                        .noneMatch(x ->
                                                x.writes()
                                                        && !(x instanceof Effect.Transition)
                                                        && x.entity().equals(e.name())))
                        .filter(e ->
                                design.all(UseCase.class).stream()
                                                .anyMatch(u ->
                                                        u.reads().contains(e.name())
                                                                || e.name().equals(u.actor()))
                                        || design.all(Entity.class).stream()
                                                .anyMatch(c -> c.parents().contains(e.name())))
                        .toList();
        double rows =
                unmade.stream()
                        .mapToDouble(e ->
                                Say.value(design, "quantity:" + Names.slug(e.name()) + ".count"))
                        .sum();
        if (unmade.isEmpty() || rows < 100) {
            return List.of();
        }
        String names = Names.list(unmade.stream().map(e -> count(design, e)).toList());
        List<String> ids = unmade.stream().map(Entity::id).toList();
        return List.of(
                Say.finding(
                        id(),
                        "system",
                        Finding.Severity.WARNING,
                        50,
                        ids.getFirst(),
                        "No use case brings in or corrects "
                                + names
                                + ", and nothing works without them.",
                        "If they live in another system today, this design needs an import from it, run again each night, and nobody edits them here; if not, it needs screens.",
                        ids),
                Say.question(
                        id(),
                        "system",
                        "Where are "
                                + Names.list(
                                        unmade.stream()
                                                .map(e -> Names.plural(Names.words(e.name())))
                                                .toList())
                                + " kept today, and which system has the last word on them?",
                        "No use case writes them. An import and screens differ by weeks of work.",
                        ids,
                        "a file of them is loaded at the start and whenever it changed",
                        ids));
    }

    private static String count(Design design, Entity entity) {
        String plural = Names.plural(Names.words(entity.name()));
        double n = Say.value(design, "quantity:" + Names.slug(entity.name()) + ".count");
        return n == 0 ? plural : Say.n(n) + " " + plural;
    }
}

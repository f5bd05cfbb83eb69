package org.groundplan.architect.practice.flow;

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
import org.groundplan.model.UseCase;

/** One person's act moves what another person waits for, and nobody tells either of them. */
final class SilentMove implements Practice {
    private static final Card CARD =
            new Card(
                    "flow.silent-move",
                    Card.Level.RULES,
                    "Something happens to a person and nobody tells them.",
                    "the clock moves a row that belongs to a person, and no message follows",
                    "none",
                    "our judgement",
                    "they see it anyway");

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
                if (effect instanceof Effect.Transition t && t.oldest() && !told(design, t)) {
                    result.addAll(say(design, useCase, t));
                }
            }
        }
        return result;
    }

    private static boolean told(Design design, Effect.Transition move) {
        return design.all(UseCase.class).stream()
                .anyMatch(
                        u -> u.kind() == UseCase.Kind.NOTIFY && u.reads().contains(move.entity()));
    }

    private List<Element> say(Design design, UseCase useCase, Effect.Transition move) {
        Entity entity = design.entity(move.entity());
        String thing = Names.words(move.entity());
        String waiting =
                entity.parents().stream()
                        .filter(p -> !p.equals(move.sameAs()))
                        .findFirst()
                        .map(Names::words)
                        .orElse("person");
        String who =
                useCase.actor() == null ? "whoever does it" : "the " + Names.words(useCase.actor());
        return List.of(
                Say.finding(
                        id(),
                        useCase.slug(),
                        Finding.Severity.WARNING,
                        87,
                        useCase.id(),
                        "“"
                                + useCase.name()
                                + "” moves the oldest "
                                + thing
                                + " to "
                                + move.to()
                                + " without a word: "
                                + who
                                + " does not learn that the "
                                + Names.words(move.sameAs())
                                + " must be put aside, and the "
                                + waiting
                                + " does not learn that it is there.",
                        "Answer “"
                                + useCase.name()
                                + "” with the "
                                + thing
                                + " it moved, and send the "
                                + waiting
                                + " a message; both are one line of the brief.",
                        List.of(useCase.id())),
                Say.question(
                        id(),
                        useCase.slug(),
                        "When "
                                + Names.article(thing)
                                + " becomes "
                                + move.to()
                                + ", how does the "
                                + waiting
                                + " hear of it, and where is the "
                                + Names.words(move.sameAs())
                                + " picked up?",
                        "The brief says neither; without it the " + thing + " is of no use.",
                        List.of(useCase.id()),
                        "nobody is told",
                        List.of(useCase.id())));
    }
}

package org.groundplan.architect.practice.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * A use case says "my", and no rule says whose: as it stands it shows everybody's (OWASP
 * API1:2023).
 */
final class MineWithoutRule implements Practice {
    private static final Card CARD =
            new Card(
                    "access.mine-without-rule",
                    Card.Level.RULES,
                    "A use case says my, and no rule says whose.",
                    "a name says my or own and no rule binds the rows to the caller",
                    "none",
                    "our judgement",
                    "everybody may see it");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            String actor = useCase.actor();
            String entity = about(design, useCase);
            if (useCase.mine() && actor != null && !entity.isEmpty() && !entity.equals(actor)) {
                if (!guarded(design, useCase) && !useCase.mineOf(design.entity(entity))) {
                    boolean linked = !design.up(entity, actor).isEmpty();
                    result.add(say(useCase, actor, entity, linked));
                }
            }
        }
        return result;
    }

    /** Whether one of its statements looks at whose the row is. */
    private static boolean guarded(Design design, UseCase useCase) {
        return design.find(Transaction.class, "transaction:" + useCase.slug()).stream()
                .flatMap(t -> t.steps().stream())
                .map(s -> design.get(Statement.class, s.statement()))
                .flatMap(s -> SqlWalk.guards(s.sql()).stream())
                .map(design::find)
                .flatMap(Optional::stream)
                .anyMatch(
                        r -> r instanceof AccessRule.OwnOnly || r instanceof AccessRule.SharedOnly);
    }

    /** The rows it shows, or the row it changes; empty where it only makes one. */
    private static String about(Design design, UseCase useCase) {
        if (useCase.kindOrThrow().onlyReads()) {
            return useCase.reads().isEmpty() ? "" : useCase.reads().getFirst();
        }
        return Effects.main(design, useCase)
                .filter(e -> !Effects.makes(e))
                .map(Effect::entity)
                .orElse("");
    }

    private Element say(UseCase useCase, String actor, String entity, boolean linked) {
        String rule = "“" + actor + " may read own " + entity + "”";
        String advice =
                linked
                        ? "Add the rule " + rule + "."
                        : "Let "
                                + entity
                                + " belong to "
                                + actor
                                + " or to what does, and add the rule "
                                + rule
                                + ".";
        return Say.finding(
                id(),
                useCase.slug(),
                Finding.Severity.WARNING,
                84,
                useCase.id(),
                "“"
                        + useCase.name()
                        + "” says whose, but no rule does: as the brief stands it "
                        + (useCase.kindOrThrow().onlyReads() ? "shows every " : "lets every ")
                        + Names.words(actor)
                        + (useCase.kindOrThrow().onlyReads() ? " the " : " change the ")
                        + Names.plural(Names.words(entity))
                        + " of all.",
                advice,
                List.of(useCase.id(), Entity.id(entity)));
    }
}

package org.groundplan.architect.practice;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/**
 * A use case says "my", and no rule says whose: as it stands it shows everybody's (OWASP
 * API1:2023).
 */
final class MineWithoutRule implements Practice {
    @Override
    public String id() {
        return "access.mine-without-rule";
    }

    @Override
    public List<Element> look(Design design) {
        List<Element> result = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            boolean mine = Names.words(useCase.name()).matches(".*\\b(my|own|mine|their)\\b.*");
            String actor = useCase.actor();
            if (mine
                    && actor != null
                    && !useCase.reads().isEmpty()
                    && useCase.kindOrThrow().onlyReads()) {
                String entity = useCase.reads().getFirst();
                boolean ruled =
                        design.all(Rule.OwnOnly.class).stream()
                                .anyMatch(
                                        r -> r.actor().equals(actor) && r.entity().equals(entity));
                boolean linked = design.entity(entity).parents().contains(actor);
                if (!ruled || !linked) {
                    result.add(say(useCase, actor, entity, linked));
                }
            }
        }
        return result;
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
                                + ", and add the rule "
                                + rule
                                + ".";
        return Say.finding(
                id(),
                useCase.slug(),
                Finding.Severity.WARNING,
                92,
                useCase.id(),
                "“"
                        + useCase.name()
                        + "” says whose, but no rule does: as the brief stands it shows every "
                        + Names.words(actor)
                        + " the "
                        + Names.plural(Names.words(entity))
                        + " of all.",
                advice,
                List.of(useCase.id(), Entity.id(entity)));
    }
}

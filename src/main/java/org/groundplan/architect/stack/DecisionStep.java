package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Constraint;
import org.groundplan.model.Decision;
import org.groundplan.model.Decision.Candidate;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;

/**
 * Takes every decision of the closed list; what the brief decided is carried through and criticised
 * with the number.
 */
public final class DecisionStep {
    private DecisionStep() {}

    public static Design apply(Design design, Catalog catalog) {
        Facts facts = Facts.of(design);
        List<Element> added = new ArrayList<>();
        int number = 0;
        for (Choice choice : Choices.ALL) {
            boolean asked =
                    !(choice.name().equals("text search") && facts.searched() == 0)
                            && !(choice.name().equals("background work")
                                    && facts.names().notifying().isEmpty());
            number++;
            if (asked) {
                decide(design, catalog, facts, choice, number, added);
            }
        }
        return design.with(added);
    }

    private static void decide(
            Design design,
            Catalog catalog,
            Facts facts,
            Choice choice,
            int number,
            List<Element> added) {
        List<Candidate> candidates = choice.candidates(facts, catalog);
        Candidate best = Choice.best(candidates);
        Optional<Constraint> authored =
                design.find(Constraint.class, "authored:" + Names.slug(choice.name()));
        String chosen = authored.map(a -> a.values().getFirst()).orElse(best.name());
        String why =
                authored.map(a -> "Decided in the brief: " + a.origin().sentence())
                        .orElseGet(() -> Choice.why(best, candidates));
        List<Decision.Flip> flips =
                authored.isPresent() ? List.of() : choice.flips(facts, catalog, best.name());
        Origin origin =
                authored.map(Constraint::origin)
                        .orElseGet(() ->
                                Origin.derived(
                                        "decisions",
                                        why,
                                        List.of(
                                                "quantity:system.rate-peak",
                                                "quantity:system.bytes")));
        String id = "decision:" + Names.slug(choice.name());
        added.add(
                new Decision(
                        id,
                        number,
                        choice.name(),
                        choice.answers(facts),
                        candidates,
                        chosen,
                        why,
                        flips,
                        choice.tradeOffs(chosen, facts),
                        origin));
        authored.ifPresent(a ->
                candidates.stream()
                        .filter(c ->
                                c.name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(chosen.toLowerCase(Locale.ROOT))
                                        && !c.stays())
                        .findFirst()
                        .ifPresent(c ->
                                added.add(
                                        new Finding(
                                                "finding:authored-" + Names.slug(choice.name()),
                                                "decision.authored-violates",
                                                Finding.Severity.WARNING,
                                                85,
                                                id,
                                                "“"
                                                        + chosen
                                                        + "” for "
                                                        + choice.name()
                                                        + " was decided in the brief, but "
                                                        + c.ruledOutBy()
                                                        + ".",
                                                "Keep it with open eyes, or take "
                                                        + best.name()
                                                        + ".",
                                                Origin.derived(
                                                        "decisions",
                                                        c.ruledOutBy(),
                                                        List.of(id))))));
    }
}

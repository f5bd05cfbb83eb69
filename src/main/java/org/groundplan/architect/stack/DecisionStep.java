package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.boundaries.ServiceGroups;
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
        Facts facts = FactsReader.of(design);
        List<Element> added = new ArrayList<>();
        int number = 0;
        for (Choice choice : Choices.ALL) {
            number++;
            if (choice.asked(facts) || authored(design, choice).isPresent()) {
                decide(design, catalog, facts, choice, number, added);
            }
        }
        return design.with(added);
    }

    /** What the brief decided; naming services decides the style, too. */
    private static Optional<Constraint> authored(Design design, Choice choice) {
        return design.find(Constraint.class, "authored:" + Names.slug(choice.name()))
                .or(() ->
                        choice instanceof ArchitectureStyle
                                ? ServiceGroups.named(design).stream()
                                        .findFirst()
                                        .map(DecisionStep::style)
                                : Optional.empty());
    }

    private static Constraint style(Constraint service) {
        return new Constraint(
                service.id(), service.name(), List.of(ServiceGroups.FEW), service.origin());
    }

    private static void decide(
            Design design,
            Catalog catalog,
            Facts facts,
            Choice choice,
            int number,
            List<Element> added) {
        Decision decision = decision(design, catalog, facts, choice, number);
        added.add(decision);
        String chosen = decision.chosen();
        Candidate best = Choice.best(decision.candidates());
        Optional<Constraint> authored = authored(design, choice);
        if (authored.isEmpty() && !best.stays()) {
            added.add(nothingLeft(decision));
        }
        authored.ifPresent(_ ->
                decision.candidates().stream()
                        .filter(c -> same(c.name(), chosen) && !c.stays())
                        .findFirst()
                        .ifPresent(c ->
                                added.add(
                                        new Finding(
                                                "finding:authored-" + Names.slug(choice.name()),
                                                "decision.authored-violates",
                                                Finding.Severity.WARNING,
                                                85,
                                                decision.id(),
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
                                                        List.of(decision.id()))))));
    }

    /** Two requirements that no candidate meets both. */
    private static Finding nothingLeft(Decision decision) {
        String why =
                decision.candidates().stream()
                        .map(c -> c.name() + ": " + c.ruledOutBy())
                        .limit(3)
                        .collect(java.util.stream.Collectors.joining("; "));
        return new Finding(
                "finding:nothing-left-" + Names.slug(decision.question()),
                "decision.nothing-left",
                Finding.Severity.WARNING,
                92,
                decision.id(),
                "No candidate for "
                        + decision.question()
                        + " meets every requirement ("
                        + decision.answers()
                        + "). "
                        + Names.sentence(why)
                        + ". The design goes on with "
                        + decision.chosen()
                        + ".",
                "Say which requirement gives way.",
                Origin.derived("decisions", why, List.of(decision.id())));
    }

    /** {@code managed Kubernetes} is what the list calls {@code managed Kubernetes, …}. */
    private static boolean same(String candidate, String chosen) {
        String name = candidate.toLowerCase(Locale.ROOT);
        String said = chosen.toLowerCase(Locale.ROOT);
        return name.equals(said) || name.startsWith(said + ",");
    }

    /** One question answered, whether or not the brief raises it. */
    static Decision decision(
            Design design, Catalog catalog, Facts facts, Choice choice, int number) {
        List<Candidate> candidates = choice.candidates(facts, catalog);
        Candidate best = Choice.best(candidates);
        Optional<Constraint> authored = authored(design, choice);
        String chosen = authored.map(a -> a.values().getFirst()).orElse(best.name());
        String why =
                authored.map(a ->
                                "Decided in the brief"
                                        + (a.origin().sentence().isBlank()
                                                ? "."
                                                : ": " + a.origin().sentence()))
                        .orElseGet(() -> Choice.why(best, candidates));
        List<Decision.Flip> flips = authored.isPresent() ? List.of() : choice.flips(facts, catalog);
        Origin origin =
                authored.map(Constraint::origin)
                        .orElseGet(() ->
                                Origin.derived(
                                        "decisions",
                                        why,
                                        List.of(
                                                "quantity:system.rate-peak",
                                                "quantity:system.bytes")));
        return new Decision(
                "decision:" + Names.slug(choice.name()),
                number,
                choice.name(),
                choice.answers(facts),
                candidates,
                chosen,
                why,
                flips,
                choice.tradeOffs(chosen, facts),
                origin);
    }
}

package org.groundplan.architect.practice.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/**
 * People belong to something (a member of a community, a guest of a house), and what they do there
 * does not ask whether they do.
 */
final class MembershipNotAsked implements Practice {
    private static final Card CARD =
            new Card(
                    "access.membership-not-asked",
                    Card.Level.RULES,
                    "People belong to a place by a row of their own, and what they do there does not ask for it.",
                    "an entity joins an actor and a place, and a use case of that actor inserts below the place without a guard",
                    "none",
                    "our judgement",
                    "the place is open to everybody");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (Entity link : design.all(Entity.class)) {
            for (String actor : link.parents()) {
                for (String place : link.parents()) {
                    if (!actor.equals(place) && links(design, link, actor, place)) {
                        finding(design, link, actor, place).ifPresent(result::add);
                    }
                }
            }
        }
        return result;
    }

    /** At most one row of it for each person and place; people themselves are not a place. */
    private static boolean links(Design design, Entity link, String actor, String place) {
        Set<String> both = Set.of(actor, place);
        boolean life =
                link.states().isPresent()
                        || design.all(Rule.OnlyWhen.class).stream()
                                .anyMatch(r -> r.entity().equals(link.name()));
        boolean once =
                design.all(Rule.AtMost.class).stream()
                                .anyMatch(r ->
                                        r.entity().equals(link.name())
                                                && r.limit() == 1
                                                && Set.copyOf(r.per()).equals(both))
                        || design.all(Rule.Unique.class).stream()
                                .anyMatch(r ->
                                        r.entity().equals(link.name())
                                                && Set.copyOf(r.fields()).equals(both));
        boolean acts = design.all(UseCase.class).stream().anyMatch(u -> actor.equals(u.actor()));
        boolean holds =
                design.all(Entity.class).stream()
                        .anyMatch(e ->
                                !e.name().equals(link.name())
                                        && e.parents().contains(place)
                                        && !e.parents().contains(actor));
        return life && once && acts && holds;
    }

    private Optional<Finding> finding(Design design, Entity link, String actor, String place) {
        Set<String> reached = new TreeSet<>();
        List<UseCase> bare = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            if (!actor.equals(useCase.actor()) || asks(design, useCase, link)) {
                continue;
            }
            List<String> below =
                    touched(useCase).stream()
                            .filter(e -> !e.equals(link.name()) && !e.equals(place))
                            .filter(e -> below(design, e, actor, place))
                            .toList();
            if (!below.isEmpty()) {
                bare.add(useCase);
                reached.addAll(below);
            }
        }
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        String where = Names.words(place);
        String list = Say.list(bare.stream().map(u -> "“" + u.name() + "”").toList());
        String rows = Say.list(reached.stream().map(e -> Names.plural(Names.words(e))).toList());
        String rule =
                bare.getFirst().name()
                        + " only when "
                        + link.name()
                        + " of same "
                        + place
                        + " and "
                        + actor
                        + link.states()
                                .map(Field::values)
                                .filter(v -> !v.isEmpty())
                                .map(v -> " is " + v.getFirst())
                                .orElse(" exists");
        return Optional.of(
                Say.finding(
                        id(),
                        link.name() + " of " + place,
                        Finding.Severity.WARNING,
                        86,
                        link.id(),
                        list
                                + (bare.size() == 1 ? " reaches " : " reach ")
                                + rows
                                + " of every "
                                + where
                                + ": a "
                                + Names.words(actor)
                                + " belongs to "
                                + Names.article(where)
                                + " by "
                                + Names.article(Names.words(link.name()))
                                + ", and nothing asks for one there.",
                        "Say for each who may: “" + rule + "”, or that it is open to all.",
                        bare.stream().map(UseCase::id).toList()));
    }

    private static List<String> touched(UseCase useCase) {
        List<String> result = new ArrayList<>(useCase.reads());
        useCase.effects().stream()
                .filter(e -> !(e instanceof Effect.Call) && !(e instanceof Effect.Emit))
                .map(Effect::entity)
                .forEach(result::add);
        return result.stream().distinct().toList();
    }

    /** Whether a row leads to the place, and not only because it is a matter of the person. */
    private static boolean below(Design design, String entity, String actor, String place) {
        return !entity.equals(actor) && design.up(entity, place).size() > 1;
    }

    /** The use case makes the link, or a rule about it or about its rows says who may. */
    private static boolean asks(Design design, UseCase useCase, Entity link) {
        boolean own =
                design.all(AccessRule.OwnOnly.class).stream()
                        .anyMatch(r ->
                                r.actor().equals(useCase.actor())
                                        && touched(useCase).contains(r.entity()));
        return own
                || touched(useCase).contains(link.name())
                || design.all(Rule.OnlyWhen.class).stream()
                        .anyMatch(r ->
                                r.useCase().equals(useCase.name())
                                        && r.entity().equals(link.name()))
                || design.all(AccessRule.SharedOnly.class).stream()
                        .anyMatch(r -> touched(useCase).contains(r.entity()));
    }
}

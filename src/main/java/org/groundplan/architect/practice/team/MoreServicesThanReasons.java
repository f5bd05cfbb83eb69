package org.groundplan.architect.practice.team;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Module;
import org.groundplan.model.Team;
import org.groundplan.model.UseCase;

/** Teams that change one module wait for one another. */
final class MoreServicesThanReasons implements Practice {
    private static final Card CARD =
            new Card(
                    "style.conway",
                    Card.Level.RESTRAINT,
                    "Teams that change one module wait for one another.",
                    "several teams, and one module that more than half of the use cases that change something belong to",
                    "paths = n(n−1)/2",
                    "Conway, How do committees invent?, 1968; Brooks, The Mythical Man-Month, 1975",
                    "one team owns it and the others ask");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Module> modules =
                sight.design().all(Module.class).stream().filter(m -> !m.technical()).toList();
        int teams = sight.design().all(Team.class).size();
        List<UseCase> changing = sight.acts().stream().filter(sight::changes).toList();
        Optional<Module> most =
                modules.stream()
                        .max(
                                Comparator.comparingLong((Module m) ->
                                                changing.stream()
                                                        .filter(u ->
                                                                u.effects().stream()
                                                                        .anyMatch(e ->
                                                                                m.owns()
                                                                                        .contains(
                                                                                                e
                                                                                                        .entity())))
                                                        .count())
                                        .thenComparing(Module::id));
        if (teams < 2 || most.isEmpty() || modules.size() < 2 || changing.size() < 6) {
            return List.of();
        }
        long touched =
                changing.stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e -> most.get().owns().contains(e.entity())))
                        .count();
        if (touched < 0.5 * changing.size()) {
            return List.of();
        }
        return Note.of(this, most.get().name(), most.get().id(), most.get().id())
                .weighs(Harm.EFFORT, teams * 3.0, true)
                .asks(
                        touched
                                + " of the "
                                + changing.size()
                                + " use cases that change something write in the module “"
                                + most.get().name()
                                + "”, and there are "
                                + teams
                                + " teams: whoever owns it is asked by the others for every release.",
                        "One team owns it; the others change it by its own operations, with their tests beside its.",
                        most.get().team().isEmpty()
                                ? "Which team owns “" + most.get().name() + "”?"
                                : "Does the team “"
                                        + most.get().team()
                                        + "” own “"
                                        + most.get().name()
                                        + "”, as its name says?",
                        most.get().id(),
                        most.get().team().isEmpty() ? "the first named" : "it does");
    }
}

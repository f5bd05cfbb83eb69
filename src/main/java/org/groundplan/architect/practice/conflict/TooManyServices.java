package org.groundplan.architect.practice.conflict;

import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Decision;
import org.groundplan.model.Element;
import org.groundplan.model.Origin;
import org.groundplan.model.Service;
import org.groundplan.model.Team;

/** More services than hands. */
final class TooManyServices implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.team-vs-deployables",
                    Card.Level.CONFLICT,
                    "More services than hands.",
                    "services that somebody decided, more than one for four people",
                    "D > max(1, n / 4); care = D × 4 h a month",
                    "Skelton and Pais, Team Topologies, 2019; Newman, Building Microservices, 2nd ed. 2021; 4 h are our assumption",
                    "a platform runs them");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<Decision> decided =
                sight.design()
                        .find(Decision.class, "decision:architecture-style")
                        .filter(s -> s.origin().kind() == Origin.Kind.AUTHORED);
        double people = sight.engineers();
        int d = sight.design().all(Service.class).size();
        if (decided.isEmpty() || !sight.teamsStated() || d <= Math.max(1, people / 4)) {
            return List.of();
        }
        return Note.of(this, "services", decided.get().id(), decided.get().id())
                .weighs(Harm.EFFORT, d / Math.max(1, people / 4) * 3, true)
                .conflicts(
                        d + " services, " + Say.n(people) + (people == 1 ? " person" : " people"),
                        List.of(
                                sight.quote(decided.get()),
                                sight.quote(sight.design().all(Team.class).getFirst())),
                        d
                                + " services among "
                                + Say.n(people)
                                + " are "
                                + Say.n(people / d)
                                + " people for each; one that is kept through holidays and nights needs about four (assumed). Each has a pipeline, updates and alarms of its own, about "
                                + Say.n(d * 4.0)
                                + " hours a month together (4 each, assumed).",
                        List.of(
                                new Conflict.Option(
                                        "as decided",
                                        Say.n(d * 4.0)
                                                + " hours a month, and calls that can fail between them"),
                                new Conflict.Option(
                                        "one service with " + d + " modules and the same borders",
                                        "one release for all")),
                        0,
                        "Which of the "
                                + d
                                + " services has a reason to be apart: another team, ten times the load, another promise, another place, another pace of releases?");
    }
}

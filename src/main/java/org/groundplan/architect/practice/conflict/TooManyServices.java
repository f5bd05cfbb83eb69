package org.groundplan.architect.practice.conflict;

import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Module;
import org.groundplan.model.Origin;
import org.groundplan.model.Service;

/** More services than hands. */
final class TooManyServices implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.team-vs-deployables",
                    Card.Level.CONFLICT,
                    "More services than hands.",
                    "services that somebody decided, more than one for four people",
                    "D > max(1, n / 4); care = D × 4 h a month against 10 % of the team's time",
                    "Skelton and Pais, Team Topologies, 2019; Newman, Building Microservices, 2nd ed. 2021; 4 h are our assumption",
                    "a platform runs them");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Service> authored =
                sight.design().all(Service.class).stream()
                        .filter(s -> s.origin().sentence().startsWith("Decided in the brief"))
                        .toList();
        double people = sight.engineers();
        if (!sight.teamsStated() || authored.size() <= Math.max(1, people / 4)) {
            return List.of();
        }
        int d = authored.size();
        return Note.of(this, "services", authored.getFirst().id(), authored.getFirst().id())
                .weighs(Harm.EFFORT, d / Math.max(1, people / 4) * 3, true)
                .conflicts(
                        d + " services, " + Say.n(people) + (people == 1 ? " person" : " people"),
                        List.of(
                                sight.design().all(Module.class).stream()
                                        .filter(m -> m.origin().kind() == Origin.Kind.AUTHORED)
                                        .findFirst()
                                        .map(sight::quote)
                                        .orElse(""),
                                sight.quote(
                                        sight.design()
                                                .all(org.groundplan.model.Team.class)
                                                .getFirst())),
                        d
                                + " services ask for about "
                                + Say.n(d * 4.0)
                                + " hours of care a month (4 each, assumed); a tenth of the time of "
                                + Say.n(people)
                                + " is "
                                + Say.n(people * Known.HOURS / 10)
                                + ".",
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

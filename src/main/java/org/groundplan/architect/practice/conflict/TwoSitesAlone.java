package org.groundplan.architect.practice.conflict;

import java.util.Comparator;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** Two data centres, takeover by itself, no third place. */
final class TwoSitesAlone implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.two-sites-auto",
                    Card.Level.CONFLICT,
                    "Two data centres, takeover by itself, no third place.",
                    "two sites whose owners are on-premises, automatic takeover or an rto below 15 min",
                    "majority(2) = 2",
                    "Gray and Lamport, Consensus on Transaction Commit, 2006",
                    "storage or a provider arbitrates, and is named");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double rto = sight.value("quantity:system.rto");
        boolean own =
                sight.words("runsOn").stream()
                        .anyMatch(w -> w.matches("(?i)on-?prem.*|vm|own.*|data ?cent.*"));
        boolean automatic = sight.takesOverByItself();
        if (sight.sites() != 2 || !own || !automatic) {
            return List.of();
        }
        UseCase most =
                sight.acts().stream()
                        .filter(sight::changes)
                        .max(Comparator.comparingDouble(sight::mean).thenComparing(UseCase::id))
                        .orElse(null);
        double apart = most == null ? 0 : sight.mean(most) * 20 * 60 * 2;
        return Note.of(this, "sites", "system", "quantity:system.sites")
                .weighs(Harm.PROMISE, 30, true)
                .conflicts(
                        "takeover by itself with two places",
                        List.of(
                                sight.has("quantity:system.sites")
                                        ? sight.quote("quantity:system.sites")
                                        : "",
                                rto > 0
                                        ? sight.quote("quantity:system.rto")
                                        : sight.sentence(Sight.TAKEOVER)
                                                .map(sight::quote)
                                                .orElse("")),
                        "Neither place can tell a dead other from a cut line. If both go on for 20 minutes"
                                + (most == null
                                        ? ""
                                        : ", about "
                                                + Say.about(apart)
                                                + " of “"
                                                + most.name()
                                                + "” lie on two histories")
                                + ", to be merged by hand.",
                        List.of(
                                new Conflict.Option(
                                        "a small voter at a third place",
                                        "about 10 EUR a month (assumed), and a line from it to both"),
                                new Conflict.Option(
                                        "a person decides",
                                        "back after half an hour at best, and somebody is always on call"),
                                new Conflict.Option(
                                        "place A always wins, B never takes over by itself",
                                        "nothing when A is lost")),
                        0,
                        "May a small voter without data stand at a third place? If not, who decides which place lives?");
    }
}

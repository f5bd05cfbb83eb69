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
import org.groundplan.model.Team;

/** A promise around the clock, and nobody awake. */
final class AvailabilityStaff implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.availability-vs-staff",
                    Card.Level.CONFLICT,
                    "A promise around the clock, and nobody awake.",
                    "availability of at least 99.9 %, and fewer than six people who could answer at night",
                    "one incident by hand 45 min; budget (1 − A) × 43,800 min; a rota needs six at one place",
                    "Google, SRE Book, chapter 11 (being on-call), 2016: at least six at one site for 24 × 7 with two places, eight with one",
                    "somebody else answers first");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double promise =
                Math.max(
                        sight.value("quantity:system.availability"),
                        sight.acts().stream()
                                .mapToDouble(
                                        u -> sight.value("quantity:" + u.slug() + ".availability"))
                                .max()
                                .orElse(0));
        double people =
                sight.has("quantity:system.on-call")
                        ? sight.value("quantity:system.on-call")
                        : sight.teamsStated() ? sight.engineers() : 99;
        if (promise < 0.999 || people >= 6) {
            return List.of();
        }
        double budget = (1 - promise) * Sight.MONTH / 60;
        String id =
                sight.has("quantity:system.availability")
                        ? "quantity:system.availability"
                        : sight.acts().stream()
                                .map(u -> "quantity:" + u.slug() + ".availability")
                                .filter(sight::has)
                                .max(
                                        Comparator.comparingDouble(sight::value)
                                                .thenComparing(Comparator.naturalOrder()))
                                .orElse("");
        return Note.of(this, "people", "system", id)
                .weighs(Harm.PROMISE, 45 / budget * 6 / Math.max(1, people), true)
                .conflicts(
                        Say.nines(promise)
                                + " with "
                                + Say.n(people)
                                + (people == 1 ? " person" : " people"),
                        List.of(
                                sight.quote(id),
                                sight.has("quantity:system.on-call")
                                        ? sight.quote("quantity:system.on-call")
                                        : sight.design().all(Team.class).stream()
                                                .findFirst()
                                                .map(sight::quote)
                                                .orElse("")),
                        Say.nines(promise)
                                + " around the clock is "
                                + Say.n(budget)
                                + " minutes a month; one incident with a person costs about 45 (assumed). "
                                + (people < 3
                                        ? "Nobody can be on call for ever"
                                        : "A rota of "
                                                + Say.n(people)
                                                + " means every "
                                                + Say.n(people)
                                                + " weeks a week of nights for each")
                                + ", and nights are two thirds of the week's hours.",
                        List.of(
                                new Conflict.Option(
                                        "everything that is likely heals itself, and the promise covers the hours somebody works",
                                        "a sentence in the contract"),
                                new Conflict.Option(
                                        "somebody else answers first, by a run book",
                                        "a few hundred EUR a month (assumed)"),
                                new Conflict.Option(
                                        "99.5 %",
                                        Say.n(0.005 * Sight.MONTH / 60) + " minutes a month")),
                        0,
                        "Does "
                                + Say.nines(promise)
                                + " hold at night and on Sundays too, and who gets up then?");
    }
}

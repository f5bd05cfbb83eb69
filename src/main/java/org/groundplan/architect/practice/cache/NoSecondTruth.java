package org.groundplan.architect.practice.cache;

import java.util.Comparator;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** A cache is admitted by a number, otherwise it is only a second truth. */
final class NoSecondTruth implements Practice {
    private static final Card CARD =
            new Card(
                    "cache.justify",
                    Card.Level.RESTRAINT,
                    "A cache is admitted by a number, otherwise it is only a second truth.",
                    "one thing is read at least five times as often as it changes, and the database bears it",
                    "busy = reads a second × seconds of one / cores",
                    "our judgement",
                    "reads come from far away");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double cores = Math.max(1, sight.value("quantity:k.database-cores"));
        UseCase most =
                sight.acts().stream()
                        .filter(u -> sight.onlyReads(u) && sight.rateStated(u))
                        .max(Comparator.comparingDouble(sight::peak).thenComparing(UseCase::id))
                        .orElse(null);
        if (most == null || sight.peak(most) < 20) {
            return List.of();
        }
        double busy = sight.peak(most) * sight.demand(most);
        boolean cached =
                sight.chosen("cache")
                        .filter(c -> c.matches("(?i)valkey|redis.*|memcached"))
                        .isPresent();
        double writes =
                sight.acts().stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e ->
                                                e.writes() && most.reads().contains(e.entity())))
                        .mapToDouble(sight::peak)
                        .sum();
        if (cached
                || busy > 0.6 * cores
                || sight.peak(most) > 20 * sight.mean(most)
                || writes > 0 && sight.peak(most) / writes < 5) {
            return List.of();
        }
        return List.of(
                Note.of(
                                this,
                                most.slug(),
                                most.id(),
                                most.id(),
                                "quantity:" + most.slug() + ".rate-peak")
                        .weighs(Harm.EFFORT, sight.peak(most) / 50, true)
                        .says(
                                "“"
                                        + most.name()
                                        + "” is read "
                                        + Say.rate(sight.peak(most))
                                        + (writes > 0
                                                ? ", "
                                                        + Say.n(sight.peak(most) / writes)
                                                        + " times as often as what it shows changes"
                                                : "")
                                        + ", and that is "
                                        + Say.n(busy)
                                        + (busy == 1 ? " core" : " cores")
                                        + " of a database of "
                                        + Say.n(cores)
                                        + " at the peak: it needs no cache, and without one there is no second truth to explain.",
                                "The answer carries the version it was made from, and an unchanged one is answered 304."));
    }
}

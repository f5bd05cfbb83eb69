package org.groundplan.architect.practice.conflict;

import java.util.Comparator;
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
import org.groundplan.model.UseCase;

/** Lose nothing at another place – and every commit waits for the line. */
final class ZeroLossDistance implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.rpo0-vs-latency",
                    Card.Level.CONFLICT,
                    "Lose nothing at another place – and every commit waits for the line.",
                    "rpo 0 with two or more sites, and a row or a latency that the round trip hurts",
                    "commit = local commit + round trip; one row carries 1 / (hold + round trip) a second",
                    "PostgreSQL documentation, 26.2.8 synchronous replication, 2026; Abadi, Consistency Tradeoffs in Modern Distributed Database System Design, 2012; 20 ms round trip where nobody said: our assumption",
                    "the places are two milliseconds apart");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        if (!sight.has("quantity:system.rpo")
                || sight.value("quantity:system.rpo") > 0
                || sight.sites() < 2) {
            return List.of();
        }
        boolean said = sight.has("quantity:system.round-trip");
        double trip = said ? sight.value("quantity:system.round-trip") : 0.02;
        if (trip < 0.003) {
            return List.of();
        }
        UseCase most =
                sight.acts().stream()
                        .filter(sight::changes)
                        .max(Comparator.comparingDouble(sight::peak).thenComparing(UseCase::id))
                        .orElse(null);
        if (most == null) {
            return List.of();
        }
        double row = 1 / (Known.HOLD + trip);
        double waiting = sight.peak(most) * (Known.HOLD + trip);
        return Note.of(this, "sites", "system", "quantity:system.rpo", most.id())
                .weighs(Harm.PROMISE, 1 / Known.HOLD / row * 3, said)
                .conflicts(
                        "no loss at all across two places",
                        List.of(
                                sight.quote("quantity:system.rpo"),
                                sight.has("quantity:system.sites")
                                        ? sight.quote("quantity:system.sites")
                                        : sight.constraint("regions").map(sight::quote).orElse("")),
                        "A managed standby in another region follows by about a second, which is a loss. Without loss each commit waits for the other place: "
                                + Say.time(trip)
                                + (said ? "" : " assumed")
                                + " on top, and its row locks last as long. “"
                                + most.name()
                                + "” at "
                                + Say.rate(sight.peak(most))
                                + " keeps "
                                + Say.n(Math.ceil(waiting))
                                + " connections waiting, and one row takes part in at most "
                                + Say.n(row)
                                + " changes a second instead of "
                                + Say.n(1 / Known.HOLD)
                                + ". A wait that is cut off returns success with a warning: that has to count as “not known”, not as done.",
                        List.of(
                                new Conflict.Option(
                                        "every commit is confirmed by any one copy at the other place, of two there",
                                        "two copies at each place, which a managed PostgreSQL does not sell, and the bill has one database only; "
                                                + Say.time(trip)
                                                + " a commit"),
                                new Conflict.Option(
                                        "only what moves money or cannot be asked again waits; the rest follows",
                                        "a list of what may be lost, per transaction"),
                                new Conflict.Option(
                                        "two zones of one region, and a copy elsewhere that follows",
                                        "a lost region loses about a second")),
                        0,
                        "Is it enough to lose nothing when a machine or a building is lost, or also when a whole region is?");
    }
}

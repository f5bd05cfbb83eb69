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

/** No commit without the second place – and always available. */
final class ZeroLossAlone implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.rpo0-vs-availability",
                    Card.Level.CONFLICT,
                    "No commit without the second place – and always available.",
                    "rpo 0 with exactly two sites and an availability or an rto",
                    "with one place left nobody confirms: commits wait for ever",
                    "PostgreSQL documentation, 26.2.8 synchronous replication, 2026; Gray and Lamport, Consensus on Transaction Commit, 2006",
                    "three places hold data");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        boolean asked =
                sight.has("quantity:system.availability") || sight.has("quantity:system.rto");
        if (!sight.has("quantity:system.rpo")
                || sight.value("quantity:system.rpo") > 0
                || sight.sites() != 2
                || !asked) {
            return List.of();
        }
        double rebuild = sight.value("quantity:system.bytes") / Known.RESTORE;
        return Note.of(this, "sites", "system", "quantity:system.rpo")
                .weighs(Harm.PROMISE, 20, true)
                .conflicts(
                        "lose nothing, and go on with one place",
                        List.of(
                                sight.quote("quantity:system.rpo"),
                                sight.has("quantity:system.rto")
                                        ? sight.quote("quantity:system.rto")
                                        : sight.quote("quantity:system.availability")),
                        "When one of two places is lost, nobody is left to confirm: either commits wait until it is back, which breaks "
                                + (sight.has("quantity:system.rto")
                                        ? Say.time(sight.value("quantity:system.rto"))
                                        : Say.nines(sight.value("quantity:system.availability")))
                                + ", or they go on unconfirmed, which is no longer “no loss”. Until the lost place has its copy again ("
                                + Say.bytes(sight.value("quantity:system.bytes"))
                                + " at 100 MB/s, assumed: "
                                + Say.time(rebuild)
                                + ") a second disaster loses what came in between.",
                        List.of(
                                new Conflict.Option(
                                        "a named mode “one place”: entered after 3 minutes, by rule, with an alarm",
                                        "up to " + Say.time(rebuild) + " with copies in one place"),
                                new Conflict.Option(
                                        "a third place with data",
                                        "half as many machines more, and one round trip to the nearer one"),
                                new Conflict.Option(
                                        "stop until the other is back", "hours without service")),
                        0,
                        "If one of the two places is lost, shall saving go on in one place until the other is rebuilt, or stop?");
    }
}

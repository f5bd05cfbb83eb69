package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Rule;

/** A chain of proofs is a line, and its owner can write it anew. */
final class ChainInLine implements Practice {
    private static final Card CARD =
            new Card(
                    "schema.chain-in-line",
                    Card.Level.RULES,
                    "A chain of proofs is a line, and its owner can write it anew.",
                    "append only rows with a proof that nobody changed them",
                    "one at a time per chain: 1 / 5 ms",
                    "Haber and Stornetta, How to time-stamp a digital document, 1991; 5 ms is our assumption",
                    "somebody else holds the heads already");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule.AppendOnly rule : sight.design().all(Rule.AppendOnly.class)) {
            Optional<Entity> entity = sight.entity(rule.entity());
            if (!rule.provable() || entity.isEmpty()) {
                continue;
            }
            double peak =
                    sight.uses().stream()
                            .filter(u -> sight.inserts(u, rule.entity()))
                            .mapToDouble(u ->
                                    sight.peak(u)
                                            * (u.effects().stream()
                                                            .anyMatch(e ->
                                                                    e instanceof Effect.Append a
                                                                            && a.posts())
                                                    ? 2
                                                    : 1))
                            .sum();
            boolean far =
                    sight.has("quantity:system.rpo")
                            && sight.value("quantity:system.rpo") == 0
                            && sight.sites() > 1;
            double held =
                    Known.HOLD
                            + (far ? Math.max(0.02, sight.value("quantity:system.round-trip")) : 0);
            out.addAll(
                    Note.of(this, rule.entity(), rule.id(), rule.id())
                            .weighs(Harm.LIFE_AND_LAW, Math.max(1, peak / 200 * 5), true)
                            .asks(
                                    sight.quote(rule)
                                            + ": each row carries the hash of the one before it in its own chain, so a chain takes "
                                            + Say.n(1 / held)
                                            + " rows a second at most ("
                                            + Say.time(held)
                                            + " each, assumed), against "
                                            + Say.rate(peak)
                                            + " over all of them at the peak. Whoever owns the database can rebuild a whole chain.",
                                    "The heads of all chains go out every 30 seconds, signed, to a store that belongs to somebody else and cannot be written twice; after a change-over the last ones are computed again before anything opens.",
                                    "Who outside operations keeps the heads of the chains of "
                                            + Say.plural(rule.entity())
                                            + "?",
                                    rule.id(),
                                    "nobody yet"));
        }
        return out;
    }
}

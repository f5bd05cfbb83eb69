package org.groundplan.architect.practice.devices;

import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;

/** A restart brings all long-lived clients back at once. */
final class ManyTurnUp implements Practice {
    private static final Card CARD =
            new Card(
                    "load.reconnect-storm",
                    Card.Level.ARITHMETIC,
                    "A restart brings all long-lived clients back at once.",
                    "many devices or people stay connected",
                    "spread ≥ clients × 5 ms / (cores × 0.5)",
                    "Brooker, Exponential backoff and jitter, AWS Architecture Blog, 2015; 5 ms a handshake is our assumption",
                    "fewer than a thousand");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        boolean live =
                sight.chosen("live updates")
                        .filter(c -> c.matches("(?i).*(websocket|server-sent|mqtt|long).*"))
                        .isPresent();
        List<String> told =
                sight.acts().stream()
                        .filter(u -> sight.has("quantity:" + u.slug() + ".fanout"))
                        .flatMap(u -> u.effects().stream().map(Effect::entity))
                        .toList();
        double fan =
                sight.acts().stream()
                        .filter(u -> u.reads().stream().anyMatch(told::contains))
                        .mapToDouble(u -> Math.max(sight.count(u.actor()), 0))
                        .max()
                        .orElse(0);
        double clients = Math.max(fan * 0.1, live ? fan * 0.1 : 0);
        if (clients < 5000) {
            return List.of();
        }
        double cores = Math.max(2, sight.value("quantity:k.cores"));
        double spread = clients * 0.005 / (cores * 0.5);
        return List.of(
                Note.of(this, "clients", "system", "quantity:k.cores")
                        .weighs(Harm.PROMISE, spread / 10, false)
                        .says(
                                "If a tenth of the people are there (assumed), "
                                        + Say.about(clients)
                                        + " connections come back after a restart. At 5 ms each (assumed) and half of "
                                        + Say.n(cores)
                                        + " cores that is "
                                        + Say.time(spread)
                                        + " of nothing else; without a spread they all come in the first second.",
                                "Clients wait a random time up to "
                                        + Say.time(Math.max(30, spread))
                                        + "; an instance takes in so many a second and says “later” to the rest; the token is checked without asking the sign-in."));
    }
}

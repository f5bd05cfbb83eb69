package org.groundplan.architect.practice.access;

import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/** The life of a token is how long a dismissed employee goes on working. */
final class Revocation implements Practice {
    private static final Card CARD =
            new Card(
                    "iam.revocation-window",
                    Card.Level.RULES,
                    "The life of a token is how long a dismissed employee goes on working.",
                    "it was said how soon a lost right must be without effect",
                    "refreshes a second = people / life of a token",
                    "RFC 9700, OAuth 2.0 security best current practice, 2025",
                    "each request asks the account");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double window = sight.value("quantity:system.revocation");
        double people =
                sight.design().all(Actor.class).stream()
                        .filter(a -> a.kind() == Actor.Kind.PERSON)
                        .mapToDouble(a -> sight.count(a.name()))
                        .sum();
        if (window <= 0) {
            return List.of();
        }
        double life = window * 0.8;
        return List.of(
                Note.of(this, "token", "system", "quantity:system.revocation")
                        .weighs(Harm.LIFE_AND_LAW, Math.max(1, 3600 / window), true)
                        .says(
                                sight.quote("quantity:system.revocation")
                                        + ": a token that says for itself who somebody is lives at most "
                                        + Say.time(life)
                                        + (window < 60
                                                ? ", which nobody can renew that often"
                                                : people > 0
                                                        ? ", so "
                                                                + Say.rate(people * 0.1 / life)
                                                                + " renewals if a tenth of "
                                                                + Say.n(people)
                                                                + " people are there (assumed)"
                                                        : "")
                                        + ".",
                                window < 60
                                        ? "Sessions are looked up on each request; keys of machines are on the same list."
                                        : "Renewing asks the account; sessions, keys and signed links end by the same clock."));
    }
}

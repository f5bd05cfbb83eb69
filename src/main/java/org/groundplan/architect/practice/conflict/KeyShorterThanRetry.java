package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** We keep trying for days; the key protects for hours. */
final class KeyShorterThanRetry implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.idem-window-vs-retry",
                    Card.Level.CONFLICT,
                    "We keep trying for days; the key protects for hours.",
                    "a partner forgets idempotency keys sooner than its outage or a weekend lasts",
                    "unprotected = time of trying − life of the key",
                    "Stripe documentation, idempotent requests (keys kept at least 24 hours), 2025; 60 h of a weekend are our assumption",
                    "nothing is tried again after the key has gone");

    @Override
    public Card card() {
        return CARD;
    }

    private static final double WEEKEND = 60 * 3600.0;

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double life = sight.value(sight.slug(partner) + ".key-window");
            double outage = sight.value(sight.slug(partner) + ".outage");
            double trying = Math.max(WEEKEND, outage);
            List<UseCase> callers = sight.callers(partner);
            if (life <= 0 || life >= trying || callers.isEmpty()) {
                continue;
            }
            double weekend = callers.stream().mapToDouble(sight::mean).sum() * (trying - life);
            out.addAll(
                    Note.of(this, partner.name(), partner.id(), sight.slug(partner) + ".key-window")
                            .weighs(
                                    Harm.MONEY,
                                    Math.max(1, weekend / 100),
                                    callers.stream().anyMatch(sight::rateStated))
                            .conflicts(
                                    "keys for "
                                            + Say.time(life)
                                            + ", trying for "
                                            + Say.time(trying),
                                    List.of(sight.quote(sight.slug(partner) + ".key-window")),
                                    partner.name()
                                            + " remembers a key "
                                            + Say.time(life)
                                            + "; a stop from Friday evening to Monday is "
                                            + Say.time(WEEKEND)
                                            + (outage > WEEKEND
                                                    ? ", and it may be away " + Say.time(outage)
                                                    : "")
                                            + ". What is sent again after that counts as new: up to "
                                            + Say.about(Math.max(1, weekend))
                                            + " of "
                                            + Say.quoted(callers)
                                            + ".",
                                    List.of(
                                            new Conflict.Option(
                                                    "older than "
                                                            + Say.time(0.8 * life)
                                                            + ": asked about first, never sent",
                                                    "needs a way to ask " + partner.name()),
                                            new Conflict.Option(
                                                    "older than "
                                                            + Say.time(0.8 * life)
                                                            + ": to a person",
                                                    "up to "
                                                            + Say.about(Math.max(1, weekend))
                                                            + " on a Monday"),
                                            new Conflict.Option("sent again", "some happen twice")),
                                    0,
                                    "May what is older than "
                                            + Say.time(life)
                                            + " only be repeated after asking "
                                            + partner.name()
                                            + "?"));
        }
        return out;
    }
}

package org.groundplan.architect.practice.chat;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** The push notification is a bell; the message is fetched. */
final class MissedWhileAway implements Practice {
    private static final Card CARD =
            new Card(
                    "chat.push-is-hint",
                    Card.Level.RULES,
                    "The push notification is a bell; the message is fetched.",
                    "people are told by push, or devices come back after being away",
                    "payload at most 4 kB",
                    "Apple Developer documentation, generating a remote notification: 4 KB; Firebase documentation: 4,096 bytes, 2025",
                    "nothing is lost when it does not arrive");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.uses()) {
            boolean push =
                    sight.trait(use, "channel").filter("push"::equals).isPresent()
                            || use.effects().stream()
                                    .anyMatch(e ->
                                            e instanceof Effect.Call c
                                                    && sight.partner(c)
                                                            .filter(p ->
                                                                    sight.purpose(
                                                                            p,
                                                                            "push|fcm|apns|notifications?"))
                                                            .isPresent());
            UseCase from = sight.starter(use);
            double day = sight.perDay(from);
            if (!push || day < 100 || out.stream().anyMatch(e -> e.id().endsWith(from.slug()))) {
                continue;
            }
            out.add(
                    Note.of(this, from.slug(), from.id(), from.id())
                            .weighs(Harm.PROMISE, day / 100_000, sight.rateStated(from))
                            .says(
                                    "“"
                                            + from.name()
                                            + "” tells people by push, "
                                            + Say.about(day)
                                            + " times a day. The platforms join, delay and drop those, carry 4 kB at most, and never say which one arrived.",
                                    "The push says “something new up to n”; opening asks for everything after one's own number, so that a lost push costs time and never a message."));
        }
        return out;
    }
}

package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** A waiting list works only if each offer ends before the start. */
final class NextInLine implements Practice {
    private static final Card CARD =
            new Card(
                    "book.waitlist-window",
                    Card.Level.RULES,
                    "A waiting list works only if each offer ends before the start.",
                    "a waiting row is moved to held or offered for its person, and nothing ends the offer",
                    "offers possible = time until the start / time to answer",
                    "arithmetic",
                    "what is waited for does not lose its worth");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.uses()) {
            for (Effect effect : use.effects()) {
                if (!(effect instanceof Effect.Transition t) || !t.oldest()) {
                    continue;
                }
                boolean ends =
                        sight.design().all(TimeRule.Lapse.class).stream()
                                .anyMatch(r -> r.entity().equals(t.entity()));
                if (ends) {
                    continue;
                }
                double day = sight.perDay(use);
                out.addAll(
                        Note.of(this, t.entity(), use.id(), use.id())
                                .warns()
                                .weighs(Harm.PROMISE, Math.max(2, day / 10), sight.rateStated(use))
                                .asks(
                                        "“"
                                                + use.name()
                                                + "” keeps it for the first in line ("
                                                + String.join(" or ", t.from())
                                                + " → "
                                                + t.to()
                                                + "), and nothing ends that: one who never comes holds it for ever, with everybody behind waiting.",
                                        "A time after which the next in line gets it, and a message to both.",
                                        "How long does “"
                                                + use.name()
                                                + "” keep it for the first in line before the next one gets it?",
                                        use.id(),
                                        "for ever, as the brief stands"));
            }
        }
        return out;
    }
}

package org.groundplan.architect.practice.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** A reminder is planned for a fact that may have changed. */
final class StillTrue implements Practice {
    private static final Card CARD =
            new Card(
                    "notify.recheck-at-send",
                    Card.Level.RULES,
                    "A reminder is planned for a fact that may have changed.",
                    "a timed message about something that people can cancel or move",
                    "wrong ones a month = messages × 10 %",
                    "10 % is our assumption",
                    "it is read and sent in the same second");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.jobs()) {
            if (!Reminder.planned(use)) {
                continue;
            }
            Optional<UseCase> changes =
                    sight.acts().stream()
                            .filter(u ->
                                    u.effects().stream()
                                            .anyMatch(e ->
                                                    (e instanceof Effect.Transition
                                                                    || e instanceof Effect.Update
                                                                    || e instanceof Effect.Delete)
                                                            && use.reads().contains(e.entity())))
                            .findFirst();
            double month = Math.max(sight.perMonth(use), Reminder.items(sight, use) * 1.0);
            if (changes.isEmpty() || month < 100) {
                continue;
            }
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id(), changes.get().id())
                            .weighs(Harm.CONVENIENCE, month / 1000, sight.rateStated(use))
                            .says(
                                    "“"
                                            + changes.get().name()
                                            + "” can come between planning “"
                                            + use.name()
                                            + "” and sending it: at 10 % (assumed) "
                                            + Say.about(month * 0.1)
                                            + " of "
                                            + Say.about(month)
                                            + " a month would be about something that is no longer so.",
                                    "What is sent is read in the moment of sending; planned is only when to look."));
        }
        return out;
    }
}

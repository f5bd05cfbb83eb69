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
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.UseCase;

/** Everything that falls due at one instant is due at that instant. */
final class DueTogether implements Practice {
    private static final Card CARD =
            new Card(
                    "load.scheduled-burst",
                    Card.Level.ARITHMETIC,
                    "Everything that falls due at one instant is due at that instant.",
                    "a job looks for what is due, and due times follow office hours or a common clock",
                    "stacked = a night's or weekend's new rows; drain = rows / what the partner or one worker takes",
                    "Google, SRE Book, chapter 24, 2016; 14 a second is our assumption",
                    "due times follow when each came");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.jobs()) {
            boolean due =
                    use.by().stream()
                            .anyMatch(b ->
                                    b.matches("(?i).*\\b(due|deadline|expires?|ends?)\\w*\\b.*"));
            Optional<Entity> entity = use.reads().stream().findFirst().flatMap(sight::entity);
            if (!due
                    || entity.isEmpty()
                    || !Reminder.is(use) && use.kind() != UseCase.Kind.NOTIFY) {
                continue;
            }
            double day = sight.comes(entity.get()) * Sight.DAY;
            double stacked = day * 0.4;
            double seconds = stacked / 100;
            if (stacked < 500) {
                continue;
            }
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id(), entity.get().id())
                            .warns()
                            .weighs(
                                    Harm.PROMISE,
                                    seconds / 60,
                                    sight.writers(entity.get()).stream()
                                            .anyMatch(sight::rateStated))
                            .says(
                                    "Times that count in office hours stack: of "
                                            + Say.about(day)
                                            + " "
                                            + Say.plural(entity.get().name())
                                            + " a day those of the night (40 %, assumed) begin to count at one instant, and “"
                                            + use.name()
                                            + "” meets "
                                            + Say.about(stacked)
                                            + " due in one minute. At 100 a second (assumed) that is "
                                            + Say.time(seconds)
                                            + ".",
                                    "Missed is judged by the times in the row and not by when a job came by; one message per person with a list, not one per row; the time from due to told is measured."));
        }
        return out;
    }
}

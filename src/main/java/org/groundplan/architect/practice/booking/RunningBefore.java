package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** What scales by itself comes after the sale is over. */
final class RunningBefore implements Practice {
    private static final Card CARD =
            new Card(
                    "flash.scale-before",
                    Card.Level.RULES,
                    "What scales by itself comes after the sale is over.",
                    "a rush that is over sooner than new machines start",
                    "3 to 5 min to notice and start",
                    "AWS documentation, EC2 Auto Scaling (metrics by the minute, instance warm-up), 2025; 3 to 5 min are our assumption",
                    "the rush builds up over a quarter of an hour");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : Rush.of(sight)) {
            double seconds = Rush.people(sight, use) / sight.peak(use);
            if (seconds > 300) {
                continue;
            }
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .weighs(Harm.PROMISE, 300 / Math.max(1, seconds), true)
                            .says(
                                    Say.n(Rush.people(sight, use))
                                            + " people at "
                                            + Say.rate(sight.peak(use))
                                            + " have all asked after "
                                            + Say.time(seconds)
                                            + "; machines that start by themselves are there after 3 to 5 minutes (assumed).",
                                    "Started an hour before by the calendar, with connections open and caches warm, and tried at that rate; scaling by load is no remedy."));
        }
        return out;
    }
}

package org.groundplan.architect.practice.notify;

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
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** The reminder arrives when the right it reminds of has ended. */
final class AfterTheDeadline implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.reminder-vs-deadline",
                    Card.Level.CONFLICT,
                    "The reminder arrives when the right it reminds of has ended.",
                    "a reminder so long before something, and a deadline as long before it or longer",
                    "time left = reminder − deadline − 1 h to send − 1 h to read",
                    "arithmetic; an hour each is our assumption",
                    "nothing is lost by being late");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (TimeRule.Deadline rule : sight.design().all(TimeRule.Deadline.class)) {
            if (!rule.side().until() || !rule.side().before()) {
                continue;
            }
            double ends = rule.seconds().doubleValue();
            for (UseCase use : sight.uses()) {
                double before = Reminder.before(use, rule);
                double left = before - ends - 7200;
                if (before <= 0 || left >= 0) {
                    continue;
                }
                double month = sight.perMonth(use);
                out.addAll(
                        Note.of(this, use.slug(), use.id(), use.id(), rule.id())
                                .weighs(Harm.PROMISE, 20, true)
                                .conflicts(
                                        "reminded "
                                                + Say.time(before)
                                                + " before, free until "
                                                + Say.time(ends)
                                                + " before",
                                        List.of(sight.quote(use), sight.quote(rule)),
                                        Say.time(before)
                                                + " − "
                                                + Say.time(ends)
                                                + " − an hour to send − an hour to read (assumed) = "
                                                + (left < 0 ? "−" : "")
                                                + Say.time(Math.abs(left))
                                                + ": whoever is reminded can no longer act on it.",
                                        List.of(
                                                new Conflict.Option(
                                                        "remind "
                                                                + Say.time(ends + Sight.DAY)
                                                                + " before",
                                                        month > 100
                                                                ? "forgotten more often in a day"
                                                                : "nothing but an earlier message"),
                                                new Conflict.Option(
                                                        "free until "
                                                                + Say.time(Math.max(3600, ends / 2))
                                                                + " before",
                                                        "less time to fill the place again"),
                                                new Conflict.Option(
                                                        "both: a second, short reminder",
                                                        "twice the messages")),
                                        0,
                                        "Shall the reminder come earlier, or “"
                                                + rule.useCase()
                                                + "” end later?"));
            }
        }
        return out;
    }
}

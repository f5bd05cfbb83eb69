package org.groundplan.architect.practice.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** At the deadline two truths race: say who wins, and by which clock. */
final class WaitingAtDeadline implements Practice {
    private static final Card CARD =
            new Card(
                    "flow.timer-vs-event",
                    Card.Level.ARITHMETIC,
                    "At the deadline two truths race: say who wins, and by which clock.",
                    "a row lapses after a time, and people or partners end the waiting",
                    "waiting = rate × time; within the last second = rate a day / seconds of the time",
                    "Little, Operations Research 9(3), 1961; answers spread evenly is our assumption",
                    "answers come at once");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (TimeRule.Lapse rule : sight.design().all(TimeRule.Lapse.class)) {
            double time = rule.seconds().doubleValue();
            Optional<UseCase> ends =
                    sight.acts().stream()
                            .filter(rule::endedBy)
                            .max(
                                    Comparator.comparingDouble(sight::mean)
                                            .thenComparing(UseCase::id));
            if (ends.isEmpty() || time <= 0) {
                continue;
            }
            double waiting = sight.peak(ends.get()) * time;
            double last = sight.perDay(ends.get()) / time;
            if (waiting < 5 && last < 0.2) {
                continue;
            }
            String many = Say.plural(rule.entity());
            out.add(
                    Note.of(this, rule.entity(), rule.id(), rule.id(), ends.get().id())
                            .built()
                            .weighs(Harm.HARD_RULE, waiting / 50, sight.rateStated(ends.get()))
                            .says(
                                    "“"
                                            + ends.get().name()
                                            + "” has "
                                            + Say.time(time)
                                            + ": up to "
                                            + Say.n(Math.max(1, Math.rint(waiting)))
                                            + " "
                                            + many
                                            + " wait at the peak"
                                            + (last >= 0.2
                                                    ? ", and if answers spread evenly about "
                                                            + Say.about(last)
                                                            + " a day fall into the last second"
                                                    : "")
                                            + ": there the clock wants the same "
                                            + Say.words(rule.entity())
                                            + ". A timer that sleeps, dies or is deployed must not decide it.",
                                    "The deadline is compared in the statement of “"
                                            + ends.get().name()
                                            + "”, by the clock of its request; the job only cleans up."));
        }
        return out;
    }
}

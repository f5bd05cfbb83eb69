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
import org.groundplan.model.Rule;
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

    /** What the lapsed row still stands in the way of until the job has been by. */
    private static String blocked(Sight sight, TimeRule.Lapse rule) {
        return sight.design().all(Rule.NoOverlap.class).stream()
                .filter(r -> r.entity().equals(rule.entity()))
                .filter(r ->
                        r.when() != null
                                && r.when().values().stream().anyMatch(rule.from()::contains))
                .map(r ->
                        ", and until it has been by, a lapsed "
                                + Say.words(rule.entity())
                                + " still blocks its "
                                + Say.list(r.per().stream().map(Say::words).toList()))
                .findFirst()
                .orElse("");
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
            double come =
                    sight.acts().stream()
                            .filter(u -> sight.inserts(u, rule.entity()))
                            .mapToDouble(sight::peak)
                            .sum();
            double ended = sight.peak(ends.get());
            // where most who ask get nothing, only as many wait as are ended
            double waiting = (come > ended && come <= 2 * ended ? come : ended) * time;
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
                                                            + " a day come in the last second, when the clock takes the same "
                                                            + Say.words(rule.entity())
                                                    : "")
                                            + ". A timer that sleeps, dies or is deployed must not decide it.",
                                    "The deadline is compared in the statement of “"
                                            + ends.get().name()
                                            + "”, by the clock of its request; the job only cleans up"
                                            + blocked(sight, rule)
                                            + "."));
        }
        return out;
    }
}

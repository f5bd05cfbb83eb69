package org.groundplan.architect.practice.load;

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
import org.groundplan.model.UseCase;

/** One deadline for all puts most of the volume into the last hours. */
final class Bunching implements Practice {
    private static final Card CARD =
            new Card(
                    "load.deadline-bunching",
                    Card.Level.ARITHMETIC,
                    "One deadline for all puts most of the volume into the last hours.",
                    "a use case has one instant for everybody, and people are counted",
                    "peak = people × 0.4 / 4 h × 3",
                    "König and Kleinmann, Deadline rush, Journal of Psychology, 2005; 40 % in the last four hours and the factor of 3 are our assumptions",
                    "the deadline is each person's own");

    @Override
    public Card card() {
        return CARD;
    }

    private static final double LAST = 0.4;
    private static final double HOURS = 4 * 3600;

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            Optional<String> deadline = sight.trait(use, "deadline");
            double people = sight.count(use.actor());
            double peak = people * LAST / HOURS * 3;
            if (deadline.isEmpty() || people < 200 || peak < 2 * sight.peak(use)) {
                continue;
            }
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .warns()
                            .weighs(Harm.PROMISE, peak / Math.max(0.001, sight.peak(use)), true)
                            .says(
                                    "“"
                                            + use.name()
                                            + "” ends for all "
                                            + Say.n(people)
                                            + " on “"
                                            + deadline.get()
                                            + "”: if 40 % of them come in the last four hours (assumed), the last hour has "
                                            + Say.rate(peak)
                                            + " instead of the "
                                            + Say.rate(sight.peak(use))
                                            + " it is sized for.",
                                    "Tried at that rate; what counts is the moment the request arrived, written in the row, and what was under way then is let through."));
        }
        return out;
    }
}

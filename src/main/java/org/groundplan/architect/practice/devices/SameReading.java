package org.groundplan.architect.practice.devices;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** At least once means again: the key is device and number, not arrival. */
final class SameReading implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.dedupe-key",
                    Card.Level.RULES,
                    "At least once means again: the key is device and number, not arrival.",
                    "devices report at an interval and no unique rule covers their readings",
                    "duplicates = readings × 0.5 %",
                    "OASIS MQTT 5.0, 4.3.2 (at least once), 2019; 0.5 % is our assumption",
                    "a reading twice changes nothing");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            boolean unique =
                    sight.design().all(Rule.Unique.class).stream()
                            .anyMatch(r -> r.entity().equals(f.entity()));
            boolean summed =
                    sight.uses().stream()
                            .anyMatch(u ->
                                    (u.kind() == UseCase.Kind.REPORT
                                                    || u.kind() == UseCase.Kind.EXPORT)
                                            && u.reads().contains(f.entity()));
            if (unique || f.rate() < 1 || f.person()) {
                continue;
            }
            double day = f.rate() * Sight.DAY * 0.005;
            out.add(
                    Note.of(this, f.entity(), f.use().id(), f.use().id())
                            .weighs(Harm.CONVENIENCE, day / 10_000, false)
                            .says(
                                    "A lost answer makes the device send again: "
                                            + Say.about(day)
                                            + " of "
                                            + Say.about(f.rate() * Sight.DAY)
                                            + " "
                                            + Say.plural(f.entity())
                                            + " a day come twice (0.5 %, assumed)"
                                            + (summed
                                                    ? ", and means and sums are off by as much."
                                                    : "."),
                                    "The key is ("
                                            + Say.words(f.who())
                                            + ", its own number); a second one is ignored where it is written; no number of ours beside it."));
        }
        return out;
    }
}

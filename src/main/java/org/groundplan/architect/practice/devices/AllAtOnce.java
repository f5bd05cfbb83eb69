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

/** Devices that all report at the full minute are a burst, not a mean. */
final class AllAtOnce implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.phase",
                    Card.Level.ARITHMETIC,
                    "Devices that all report at the full minute are a burst, not a mean.",
                    "at least 100 devices report at an interval of 20 seconds or more",
                    "burst = devices within a second against devices / interval",
                    "Floyd and Jacobson, The synchronization of periodic routing messages, 1993",
                    "they start at random");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            if (f.person() || f.many() < 100 || f.every() < 20 || f.every() > 3600) {
                continue;
            }
            out.add(
                    Note.of(this, f.use().slug(), f.use().id(), f.use().id())
                            .weighs(Harm.COST, f.every() / 10, true)
                            .says(
                                    Say.n(f.many())
                                            + " "
                                            + Say.plural(f.who())
                                            + " every "
                                            + Say.time(f.every())
                                            + " are "
                                            + Say.rate(f.many() / f.every())
                                            + " if they are spread, and "
                                            + Say.n(f.many())
                                            + " within a second if all of them measure when the clock says :00 or when the power comes back.",
                                    "Each begins at a moment of its own, its number modulo the interval; gateways send what they have gathered in blocks."));
        }
        return out;
    }
}

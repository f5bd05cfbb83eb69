package org.groundplan.architect.practice.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/** The most important reading is the one that did not come. */
final class Silence implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.silence-is-an-event",
                    Card.Level.RULES,
                    "The most important reading is the one that did not come.",
                    "devices report at an interval",
                    "false alarms a day = devices × windows × loss^missed",
                    "arithmetic; 2 % loss is our assumption",
                    "devices sleep at will");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            boolean watched =
                    sight.uses().stream()
                            .anyMatch(u ->
                                    u.name()
                                            .toLowerCase(Locale.ROOT)
                                            .matches(
                                                    ".*\\b(silent|silence|missing|offline|no longer report|stopped reporting|lost contact)\\b.*"));
            if (watched || f.many() < 10 || f.every() > 3600 || f.person()) {
                continue;
            }
            double windows = Sight.DAY / f.every();
            double three = f.many() * windows * Math.pow(0.02, 3);
            double five = f.many() * windows * Math.pow(0.02, 5);
            out.add(
                    Note.of(this, f.use().slug(), f.use().id(), f.use().id())
                            .warns()
                            .weighs(Harm.LIFE_AND_LAW, Math.max(1, f.many() / 1000), true)
                            .says(
                                    "No use case notices that one of "
                                            + Say.n(f.many())
                                            + " "
                                            + Say.plural(f.who())
                                            + " has stopped: its last value stays on the screen. With 2 % lost on the way (assumed), three missing in a row happen "
                                            + Say.about(three)
                                            + " times a day by chance, five "
                                            + (five < 0.1
                                                    ? "hardly ever"
                                                    : Say.about(five) + " times")
                                            + ".",
                                    "A row per "
                                            + Say.words(f.who())
                                            + " with when it was last heard; silent after five times "
                                            + Say.time(f.every())
                                            + "; shown with its age, and a whole site that is silent is one message, not "
                                            + Say.n(f.many())
                                            + "."));
        }
        return out;
    }
}

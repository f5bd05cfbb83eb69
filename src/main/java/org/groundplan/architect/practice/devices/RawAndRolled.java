package org.groundplan.architect.practice.devices;

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

/** Nobody looks at millions of points: keep raw short, sums long. */
final class RawAndRolled implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.tiers",
                    Card.Level.RULES,
                    "Nobody looks at millions of points: keep raw short, sums long.",
                    "a curve over a time reads more points than a screen shows, or raw rows grow beyond a thousand million",
                    "points = time shown / interval; rows at the horizon",
                    "Pelkonen and others, Gorilla, VLDB 2015 (1.37 bytes a point compressed)",
                    "raw values are evidence");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            Optional<Entity> entity = sight.entity(f.entity());
            double rows = entity.map(sight::rows).orElse(0.0);
            if (rows < 3e8 || f.person()) {
                continue;
            }
            double year = Sight.YEAR / f.every();
            out.add(
                    Note.of(this, f.entity(), f.use().id(), f.use().id())
                            .weighs(Harm.COST, rows / 1e8, true)
                            .says(
                                    "Kept as asked there are "
                                            + Say.n(rows / 1e6)
                                            + " million "
                                            + Say.plural(f.entity())
                                            + " ("
                                            + Say.bytes(sight.bytes(entity.orElseThrow()))
                                            + "). A year of one "
                                            + Say.words(f.who())
                                            + " is "
                                            + Say.n(year)
                                            + " points for a screen of a thousand; by the hour it is 8,766.",
                                    "Raw for the download, least, most and mean by minute and hour for the curves, computed as they come; a curve says which of the two it shows."));
        }
        return out;
    }
}

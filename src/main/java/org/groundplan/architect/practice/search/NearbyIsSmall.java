package org.groundplan.architect.practice.search;

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
import org.groundplan.model.Entity;
import org.groundplan.model.UseCase;

/** Near me is a small list when places are counted by city. */
final class NearbyIsSmall implements Practice {
    private static final Card CARD =
            new Card(
                    "geo.cell-size",
                    Card.Level.RESTRAINT,
                    "Near me is a small list when places are counted by city.",
                    "a search near a point, over an entity with a count and a parent with a count",
                    "candidates = things / places",
                    "arithmetic; H3 documentation for cell sizes, 2024",
                    "millions of points in one place");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            boolean near = use.by().stream().anyMatch(b -> b.startsWith("near "));
            Optional<Entity> entity = use.reads().stream().findFirst().flatMap(sight::entity);
            if (!near || entity.isEmpty()) {
                continue;
            }
            double things = sight.count(entity.get().name());
            Optional<String> place =
                    entity.get().parents().stream()
                            .filter(p -> sight.count(p) > 1 && sight.count(p) < things)
                            .min(Comparator.comparingDouble(sight::count));
            if (things <= 0 || things > 50_000 || place.isEmpty()) {
                continue;
            }
            double each = things / sight.count(place.get());
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .built()
                            .weighs(Harm.EFFORT, sight.peak(use) / 10, true)
                            .says(
                                    "“"
                                            + use.name()
                                            + "” looks at "
                                            + Say.n(things)
                                            + " "
                                            + Say.plural(entity.get().name())
                                            + " in "
                                            + Say.n(sight.count(place.get()))
                                            + " "
                                            + Say.plural(place.get())
                                            + ": about "
                                            + Say.n(each)
                                            + " in one "
                                            + Say.words(place.get())
                                            + ", a list that fits into "
                                            + Say.bytes(each * 200)
                                            + ".",
                                    "A plain query by distance; no search cluster, no geographic store."));
        }
        return out;
    }
}

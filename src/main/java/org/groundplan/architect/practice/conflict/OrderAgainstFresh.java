package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.architect.practice.devices.Fleet;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** In order, and always the newest first. */
final class OrderAgainstFresh implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.order-vs-fresh",
                    Card.Level.CONFLICT,
                    "In order, and always the newest first.",
                    "devices may be offline, and what they report must be fresh",
                    "drain = time × rate / (room − rate) > freshness",
                    "Yanacek, Avoiding insurmountable queue backlogs, AWS Builders' Library, 2019",
                    "nothing needs the order");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            Optional<UseCase> reader =
                    sight.uses().stream()
                            .filter(u ->
                                    u.reads().contains(f.entity())
                                            && sight.value("quantity:" + u.slug() + ".freshness")
                                                    > 0)
                            .min(
                                    Comparator.comparingDouble((UseCase u) ->
                                                    sight.value(
                                                            "quantity:" + u.slug() + ".freshness"))
                                            .thenComparing(UseCase::id));
            if (f.offline() <= 0 || reader.isEmpty()) {
                continue;
            }
            double fresh = sight.value("quantity:" + reader.get().slug() + ".freshness");
            double drain = f.offline() / 0.5;
            if (drain <= fresh) {
                continue;
            }
            out.addAll(
                    Note.of(this, f.use().slug(), f.use().id(), f.use().id(), reader.get().id())
                            .weighs(Harm.PROMISE, Math.min(1000, drain / fresh), true)
                            .conflicts(
                                    "everything in order, and "
                                            + Say.time(fresh)
                                            + " fresh after a cut of "
                                            + Say.time(f.offline()),
                                    List.of(
                                            sight.quote(f.offlineId()),
                                            sight.quote(
                                                    "quantity:"
                                                            + reader.get().slug()
                                                            + ".freshness")),
                                    "A cut of "
                                            + Say.time(f.offline())
                                            + " with room for one and a half times the rate drains in "
                                            + Say.time(drain)
                                            + "; in order, “"
                                            + reader.get().name()
                                            + "” is that far behind instead of "
                                            + Say.time(fresh)
                                            + ".",
                                    List.of(
                                            new Conflict.Option(
                                                    "newest first, the past fills in behind",
                                                    "figures of that time are computed twice"),
                                            new Conflict.Option(
                                                    "strictly in order",
                                                    "the screen is up to "
                                                            + Say.time(drain)
                                                            + " behind"),
                                            new Conflict.Option(
                                                    "drop what is older than " + Say.time(fresh),
                                                    "a hole in the curves")),
                                    0,
                                    "After a cut: shall the newest be shown at once and the past fill in, or everything in order?"));
        }
        return out;
    }
}

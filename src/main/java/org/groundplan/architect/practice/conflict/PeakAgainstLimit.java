package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Scarce;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** A crowd at once, and a partner with so many a second. */
final class PeakAgainstLimit implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.peak-vs-partner-limit",
                    Card.Level.CONFLICT,
                    "A crowd at once, and a partner with so many a second.",
                    "a burst of at least five times a partner's limit ends in calls to it",
                    "shortest sale = things × 1.2 attempts / limit",
                    "Yanacek, Using load shedding to avoid overload, AWS Builders' Library, 2019; 1.2 attempts are our assumption",
                    "paying may follow hours later");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double limit = sight.value(sight.slug(partner) + ".limit");
            Optional<UseCase> burst =
                    sight.acts().stream()
                            .filter(u ->
                                    sight.said("quantity:" + u.slug() + ".rate-peak")
                                            && leadsTo(sight, u, partner))
                            .filter(u -> limit > 0 && sight.peak(u) >= 5 * limit)
                            .max(
                                    Comparator.comparingDouble(sight::peak)
                                            .thenComparing(UseCase::id));
            if (burst.isEmpty()) {
                continue;
            }
            double things = Scarce.of(sight, burst.get());
            double seconds = things * 1.2 / limit;
            out.addAll(
                    Note.of(this, partner.name(), partner.id(), burst.get().id(), partner.id())
                            .weighs(Harm.PROMISE, sight.peak(burst.get()) / limit, true)
                            .conflicts(
                                    Say.rate(sight.peak(burst.get()))
                                            + " want to, "
                                            + partner.name()
                                            + " takes "
                                            + Say.rate(limit),
                                    List.of(
                                            sight.quote(
                                                    "quantity:"
                                                            + burst.get().slug()
                                                            + ".rate-peak"),
                                            sight.quote(partner)),
                                    "“"
                                            + burst.get().name()
                                            + "” comes at "
                                            + Say.rate(sight.peak(burst.get()))
                                            + ", "
                                            + partner.name()
                                            + " takes "
                                            + Say.rate(limit)
                                            + "."
                                            + (things > 0
                                                    ? " Even if everybody pays at once, "
                                                            + Say.n(things)
                                                            + " take at least "
                                                            + Say.time(seconds)
                                                            + " (1.2 attempts each, assumed)."
                                                    : ""),
                                    List.of(
                                            new Conflict.Option(
                                                    "a waiting room that admits "
                                                            + Say.n(0.8 * limit / 1.2)
                                                            + " a second",
                                                    "people wait, and see how long"),
                                            new Conflict.Option(
                                                    "the limit is raised for the day",
                                                    "an agreement weeks before"),
                                            new Conflict.Option(
                                                    "pay later by a link",
                                                    "some never do, and their places come back")),
                                    0,
                                    "May people wait to pay, or can "
                                            + partner.name()
                                            + " take "
                                            + Say.n(sight.peak(burst.get()))
                                            + " a second that day?"));
        }
        return out;
    }

    private static boolean leadsTo(Sight sight, UseCase use, Integration partner) {
        return sight.callers(partner).stream()
                .anyMatch(c ->
                        c.equals(use)
                                || c.effects().stream()
                                        .anyMatch(e ->
                                                (e instanceof Effect.Transition
                                                                || e instanceof Effect.Update)
                                                        && use.effects().stream()
                                                                .anyMatch(f ->
                                                                        f instanceof Effect.Insert
                                                                                && f.entity()
                                                                                        .equals(
                                                                                                e
                                                                                                        .entity()))));
    }
}

package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** In order, and more a second than one line carries. */
final class OrderAgainstPace implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.order-vs-parallel",
                    Card.Level.CONFLICT,
                    "In order, and more a second than one line carries.",
                    "a use case keeps one order for all or for a hot key, and rate × time is above one",
                    "rate × 5 ms > 1",
                    "Amdahl, Validity of the single processor approach, 1967; 5 ms is our assumption",
                    "only the number is given in order, the work is not");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            Optional<String> within = sight.trait(use, "ordered");
            if (within.isEmpty()) {
                continue;
            }
            boolean all = within.get().matches("(?i)all|global|everything");
            double places = all ? 1 : sight.count(within.get());
            double hottest = places > 0 ? sight.peak(use) * Known.hottest(places) : 0;
            if (hottest * Known.HOLD <= 1) {
                continue;
            }
            out.addAll(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .weighs(Harm.PROMISE, hottest * Known.HOLD * 5, sight.rateStated(use))
                            .conflicts(
                                    "one order for "
                                            + (all
                                                    ? "everything"
                                                    : "the hottest " + Say.words(within.get()))
                                            + " at "
                                            + Say.rate(hottest),
                                    List.of(
                                            sight.quote(use),
                                            sight.quote("quantity:" + use.slug() + ".rate-peak")),
                                    (all
                                                    ? ""
                                                    : "With popularity falling by rank (assumed) the hottest of "
                                                            + Say.n(places)
                                                            + " "
                                                            + Say.plural(within.get())
                                                            + " gets ")
                                            + Say.rate(hottest)
                                            + (all ? " in one line" : "")
                                            + ", and one line of 5 ms each (assumed) carries "
                                            + Say.n(1 / Known.HOLD)
                                            + ".",
                                    List.of(
                                            new Conflict.Option(
                                                    "a narrower order",
                                                    all
                                                            ? "per what? Two that are unrelated may change places"
                                                            : "two writers of one "
                                                                    + Say.words(within.get())
                                                                    + " may be shown in another order"),
                                            new Conflict.Option(
                                                    "numbers given out in blocks by one process per "
                                                            + (all
                                                                    ? "system"
                                                                    : Say.words(within.get())),
                                                    "a process that has to be taken over when it dies"),
                                            new Conflict.Option(
                                                    "batches: 50 writes in one commit",
                                                    "up to a tenth of a second more")),
                                    2,
                                    "Within what must “" + use.name() + "” keep its order?"));
        }
        return out;
    }
}

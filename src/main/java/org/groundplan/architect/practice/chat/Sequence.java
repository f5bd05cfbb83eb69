package org.groundplan.architect.practice.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** Give each conversation its own counter: order, gaps and unread all follow. */
final class Sequence implements Practice {
    private static final Card CARD =
            new Card(
                    "chat.sequence",
                    Card.Level.RULES,
                    "Give each conversation its own counter: order, gaps and unread all follow.",
                    "a use case keeps an order within something",
                    "ceiling of one place = 1 / 5 ms",
                    "Kleppmann, Designing Data-Intensive Applications, 2017, chapter 9 (sequence numbers); 5 ms is our assumption",
                    "arrival is order enough");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            Optional<String> within =
                    sight.trait(use, "ordered")
                            .filter(w -> !w.matches("(?i)all|global|everything"));
            if (within.isEmpty()) {
                continue;
            }
            double places = sight.count(within.get());
            double hottest = places > 0 ? sight.peak(use) * Known.hottest(places) : 0;
            double ceiling = 1 / Known.HOLD;
            String said = sight.sentence(ORDER).map(Rule::id).orElse(use.id());
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id(), said)
                            .weighs(Harm.HARD_RULE, Math.max(1, hottest / ceiling * 5), places > 0)
                            .says(
                                    "“"
                                            + use.name()
                                            + "” keeps its order within "
                                            + Say.one(within.get())
                                            + ": times from several machines do not give it, a counter in the row of the "
                                            + Say.words(within.get())
                                            + " does. One row gives about "
                                            + Say.n(ceiling)
                                            + " numbers a second (5 ms, assumed)"
                                            + (hottest > 0
                                                    ? "; of "
                                                            + Say.rate(sight.peak(use))
                                                            + " over "
                                                            + Say.n(places)
                                                            + " "
                                                            + Say.plural(within.get())
                                                            + " the hottest gets about "
                                                            + Say.rate(hottest)
                                                            + " (falling with rank, assumed)."
                                                    : "."),
                                    "The number is taken in the transaction that writes; a client that has 41 and gets 43 asks for 42; unread is a subtraction, and what was missed is everything after one's own number."));
        }
        return out;
    }

    private static final Pattern ORDER =
            Pattern.compile(
                    "\\bin (?:the )?(?:right |same |strict )?order\\b", Pattern.CASE_INSENSITIVE);
}

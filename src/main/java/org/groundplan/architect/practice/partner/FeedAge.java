package org.groundplan.architect.practice.partner;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** What comes every so often is that old before it is shown. */
final class FeedAge implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.poll-arithmetic",
                    Card.Level.ARITHMETIC,
                    "What comes every so often is that old before it is shown.",
                    "a partner's data come at a stated interval, and a use case that shows them has a freshness",
                    "left = freshness − interval",
                    "arithmetic",
                    "age counts from arrival");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double every = sight.value(sight.slug(partner) + ".every");
            for (UseCase use : sight.acts()) {
                double fresh = sight.value("quantity:" + use.slug() + ".freshness");
                boolean shows = use.reads().stream().anyMatch(partner.receives()::contains);
                if (every <= 0 || fresh <= 0 || !shows || every < fresh / 2) {
                    continue;
                }
                out.addAll(
                        Note.of(
                                        this,
                                        partner.name() + " " + use.slug(),
                                        use.id(),
                                        use.id(),
                                        sight.slug(partner) + ".every")
                                .warns()
                                .weighs(Harm.PROMISE, every / fresh * 5, true)
                                .asks(
                                        "“"
                                                + use.name()
                                                + "” may be "
                                                + Say.time(fresh)
                                                + " old and "
                                                + partner.name()
                                                + " delivers every "
                                                + Say.time(every)
                                                + ": "
                                                + (every >= fresh
                                                        ? "that cannot be kept."
                                                        : "one delivery that fails, and it is "
                                                                + Say.time(2 * every)
                                                                + " old."),
                                        "Each answer carries the time of the delivery it comes from; an alarm when one is "
                                                + Say.time(1.5 * every)
                                                + " late.",
                                        "Can "
                                                + partner.name()
                                                + " deliver every "
                                                + Say.time(fresh / 3)
                                                + ", or tell what changed?",
                                        partner.id(),
                                        "it stays at every " + Say.time(every)));
            }
        }
        return out;
    }
}

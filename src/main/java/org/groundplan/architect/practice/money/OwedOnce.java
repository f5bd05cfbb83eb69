package org.groundplan.architect.practice.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** Money that is owed needs a state, not a message. */
final class OwedOnce implements Practice {
    private static final Card CARD =
            new Card(
                    "money.owed-needs-state",
                    Card.Level.PARTNERS,
                    "Money that is owed needs a state, not a message.",
                    "a job inserts rows with an amount and calls a partner for each",
                    "rows in a run",
                    "Helland, Life beyond Distributed Transactions, 2007",
                    "the partner pulls what is owed from us");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.uses()) {
            for (Effect effect : use.effects()) {
                Optional<Entity> owed =
                        effect instanceof Effect.Insert i
                                ? sight.entity(i.entity())
                                : Optional.empty();
                boolean pays =
                        use.name()
                                        .toLowerCase(Locale.ROOT)
                                        .matches(
                                                ".*\\b(?:pay ?outs?|pay out|payouts?|withdraw\\w*|disburse|reimburse|refund)\\b.*")
                                || use.schedule() != null
                                        && use.name().toLowerCase(Locale.ROOT).matches("pay\\b.*");
                if (owed.isEmpty()
                        || !pays
                        || owed.get().states().isPresent()
                        || money(owed.get()).isEmpty()) {
                    continue;
                }
                boolean calls =
                        sight.partners().stream()
                                .anyMatch(p -> sight.pays(p) && sight.callers(p).contains(use));
                if (!calls) {
                    continue;
                }
                String what = Say.words(owed.get().name());
                out.add(
                        Note.of(this, owed.get().name(), owed.get().id(), use.id())
                                .warns()
                                .weighs(Harm.MONEY, 10, true)
                                .says(
                                        Names.sentence(Names.article(what))
                                                + " of “"
                                                + use.name()
                                                + "” has "
                                                + Say.list(money(owed.get()))
                                                + " and no state: once the order has left, nothing here tells one that arrived from one that was refused, lost, or returned by the bank days later.",
                                        "States for "
                                                + Names.plural(what)
                                                + " (due, sent, settled, returned), a reference that the partner echoes, and a comparison with its statement each day."));
            }
        }
        return out;
    }

    private static List<String> money(Entity entity) {
        return entity.fields().stream()
                .filter(f -> f.type() == FieldType.MONEY)
                .map(f -> Names.article(Names.words(f.name())))
                .toList();
    }
}

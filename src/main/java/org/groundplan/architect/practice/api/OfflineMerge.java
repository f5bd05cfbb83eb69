package org.groundplan.architect.practice.api;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** Work without a network needs numbers of its own and a rule for each field both sides changed. */
final class OfflineMerge implements Practice {
    private static final Card CARD =
            new Card(
                    "api.offline-merge",
                    Card.Level.RULES,
                    "Work without a network needs numbers of its own and a rule for each field both sides changed.",
                    "people change things while offline for a stated time",
                    "conflicts a day = edits × chance that another edits meanwhile",
                    "Kleppmann and others, Local-first software, 2019; 1 % is our assumption",
                    "each thing has one editor");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            double away = sight.offline(use);
            boolean edits =
                    use.effects().stream()
                            .anyMatch(e ->
                                    e instanceof Effect.Update || e instanceof Effect.Transition);
            double day = sight.perDay(use);
            if (away < 600 || !edits || day < 10) {
                continue;
            }
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .warns()
                            .weighs(Harm.HARD_RULE, day / 1000, sight.rateStated(use))
                            .says(
                                    "“"
                                            + use.name()
                                            + "” goes on for "
                                            + Say.time(away)
                                            + " without a network, "
                                            + Say.about(day)
                                            + " times a day: at 1 % (assumed) "
                                            + Say.about(day * 0.01)
                                            + " a day meet a row that somebody else has changed, and clocks of phones do not say who came last.",
                                    "Each change carries its own number and the version it began from; fields that differ are shown to a person, moves of a state are refused if it has moved on; the order is the server's."));
        }
        return out;
    }
}

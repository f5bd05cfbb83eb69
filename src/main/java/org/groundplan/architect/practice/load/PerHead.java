package org.groundplan.architect.practice.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** Divided by those who do it, a total shows whether it can be meant. */
final class PerHead implements Practice {
    private static final Card CARD =
            new Card(
                    "load.per-head",
                    Card.Level.ARITHMETIC,
                    "Divided by those who do it, a total shows whether it can be meant.",
                    "people of a known number do something by hand, between 5 and 500 times a day each",
                    "a day / people; minutes = 8 h / that",
                    "arithmetic; eight hours are our assumption",
                    "few of them do all of it");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Map<String, UseCase> most = new TreeMap<>();
        for (UseCase use : sight.acts()) {
            boolean byHand =
                    use.effects().stream().anyMatch(e -> e instanceof Effect.Transition)
                            && sight.actor(use)
                                    .filter(a -> a.kind() == Actor.Kind.PERSON)
                                    .isPresent();
            double heads = sight.count(use.actor());
            double each = heads > 0 ? sight.perDay(use) / heads : 0;
            if (byHand && heads >= 20 && each >= 5 && each <= 500 && sight.rateStated(use)) {
                most.merge(
                        String.valueOf(use.actor()),
                        use,
                        (a, b) -> sight.mean(a) >= sight.mean(b) ? a : b);
            }
        }
        List<Element> out = new ArrayList<>();
        most.forEach((actor, use) -> {
            double heads = sight.count(actor);
            double each = sight.perDay(use) / heads;
            out.add(
                    Note.of(this, actor, use.id(), use.id())
                            .weighs(Harm.EFFORT, each, true)
                            .says(
                                    Say.n(sight.perDay(use))
                                            + " a day of “"
                                            + use.name()
                                            + "” over "
                                            + Say.n(heads)
                                            + " "
                                            + Say.plural(actor)
                                            + " are "
                                            + Say.n(each)
                                            + " each, one every "
                                            + Say.n(480 / each)
                                            + " minutes of eight hours. "
                                            + (each > 60
                                                    ? "Nobody does that by hand all day: is the total of a week, or are most of them answered by a machine?"
                                                    : "If the total counted something else (answers, mails, lines), this is where it shows; the whole load hangs on it."),
                                    "Sized for what is written; the pilot counts it in the first week."));
        });
        return out;
    }
}

package org.groundplan.architect.practice.availability;

import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/** Below 45 minutes a month only machines may act. */
final class HumanBudget implements Practice {
    private static final Card CARD =
            new Card(
                    "ha.minutes",
                    Card.Level.ARITHMETIC,
                    "Below 45 minutes a month only machines may act.",
                    "an availability whose monthly budget is less than one repair by a person",
                    "(1 − A) × 43,800 min against 15 + 30 min",
                    "Google, SRE Book, chapter 3, 2016; 15 + 30 min are our assumption",
                    "the promise covers office hours only");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double promise = sight.value("quantity:system.availability");
        double budget = (1 - promise) * Sight.MONTH;
        double human = Known.PAGE + Known.REPAIR;
        if (promise <= 0 || budget * 1.5 >= human) {
            return List.of();
        }
        double people =
                sight.has("quantity:system.on-call")
                        ? sight.value("quantity:system.on-call")
                        : sight.engineers();
        return List.of(
                Note.of(this, "system", "system", "quantity:system.availability")
                        .weighs(Harm.PROMISE, human / budget, true)
                        .says(
                                Say.nines(promise)
                                        + " leaves "
                                        + Say.n(budget / 60)
                                        + " minutes a month. A person needs about 45: 15 to the keyboard and 30 to repair (assumed), so one incident that waits for a person is the budget of "
                                        + Say.about(human / budget)
                                        + " months"
                                        + (sight.teamsStated() && people < 8
                                                ? ", and a rota among "
                                                        + Say.n(people)
                                                        + " comes round every "
                                                        + Say.n(people)
                                                        + " weeks."
                                                : "."),
                                "Whatever can be expected (a lost instance, a lost database machine, a bad release) is undone by a machine and practised; people find causes afterwards."));
    }
}

package org.groundplan.architect.practice.availability;

import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/** Releases that go wrong use the budget up before anything breaks. */
final class ReleasesAgainstPromise implements Practice {
    private static final Card CARD =
            new Card(
                    "deploy.rollback-budget",
                    Card.Level.ARITHMETIC,
                    "Releases that go wrong use the budget up before anything breaks.",
                    "releases a month are stated, and the time bad ones take to undo exceeds what the promise leaves",
                    "releases × 10 % × 25 min against (1 − A) of a month",
                    "DORA, Accelerate State of DevOps, 2023 (change failure rate, time to restore); 10 % and 25 min are our assumptions",
                    "a bad release meets few people, and is undone by a machine");

    @Override
    public Card card() {
        return CARD;
    }

    private static final double FAILS = 0.1;
    private static final double UNDONE = 25 * 60.0;

    @Override
    public List<Element> look(Sight sight) {
        double month = sight.value("quantity:system.deploys") * Sight.MONTH;
        double promise = sight.value("quantity:system.availability");
        double budget = (1 - promise) * Sight.MONTH;
        double used = month * FAILS * UNDONE;
        if (month <= 0 || promise <= 0 || used <= budget) {
            return List.of();
        }
        return List.of(
                Note.of(
                                this,
                                "releases",
                                "system",
                                "quantity:system.deploys",
                                "quantity:system.availability")
                        .warns()
                        .weighs(Harm.PROMISE, used / budget * 3, true)
                        .says(
                                Say.n(month)
                                        + " releases a month, one in ten of them bad and 25 minutes until it is undone (assumed), are "
                                        + Say.time(used)
                                        + " a month; "
                                        + Say.nines(promise)
                                        + " leaves "
                                        + Say.time(budget)
                                        + ", before any machine has failed.",
                                "A twentieth of the requests for ten minutes first, and back by itself when their errors rise; then a bad one costs "
                                        + Say.time(used / 20)
                                        + "."));
    }
}

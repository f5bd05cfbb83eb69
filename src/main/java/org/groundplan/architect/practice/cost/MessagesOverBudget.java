package org.groundplan.architect.practice.cost;

import java.util.Comparator;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;

/** The messages cost more than the machines may. */
final class MessagesOverBudget implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.budget-vs-usage",
                    Card.Level.CONFLICT,
                    "The messages cost more than the machines may.",
                    "paid calls and machines together exceed the budget",
                    "(calls × price + machines) / budget",
                    "FinOps Foundation, Framework, 2023",
                    "the budget is for machines only, and says so");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double budget = sight.value("quantity:budget");
        List<Paid> paid = Paid.all(sight);
        double calls = paid.stream().mapToDouble(p -> p.perMonth() * p.price()).sum();
        double machines = sight.value("quantity:system.cost");
        if (budget <= 0 || calls <= 0 || calls + machines <= budget) {
            return List.of();
        }
        Paid most =
                paid.stream()
                        .max(Comparator.comparingDouble(p -> p.perMonth() * p.price()))
                        .orElseThrow();
        double cost = most.perMonth() * most.price();
        boolean sms = most.sms();
        return Note.of(this, "budget", "quantity:budget", "quantity:budget", most.partner().id())
                .weighs(Harm.MONEY, calls / budget * 5, most.stated())
                .conflicts(
                        Say.euro(calls) + " for calls in a budget of " + Say.euro(budget),
                        List.of(sight.quote("quantity:budget"), sight.quote(most.partner())),
                        Say.n(most.perMonth())
                                + " × "
                                + Say.n(most.price())
                                + " EUR = "
                                + Say.euro(cost)
                                + " a month to "
                                + most.partner().name()
                                + ", "
                                + Say.n(cost / budget)
                                + " times the whole budget"
                                + (machines > 0
                                        ? "; the machines are " + Say.euro(machines) + "."
                                        : "."),
                        List.of(
                                sms
                                        ? new Conflict.Option(
                                                "push and e-mail first, text messages for the 15 % without either (assumed)",
                                                Say.euro(cost * 0.15)
                                                        + " a month, and a list of who can be reached how")
                                        : new Conflict.Option(
                                                "call only when somebody needs the answer, keep it as long as it is good",
                                                "older answers"),
                                new Conflict.Option(
                                        "the calls are not in that budget",
                                        Say.euro(calls) + " a month"),
                                new Conflict.Option(
                                        "pass them on",
                                        Say.n(most.price()) + " EUR each on the customer's bill")),
                        1,
                        "Is the budget of "
                                + Say.euro(budget)
                                + " meant without the "
                                + Say.euro(calls)
                                + " for "
                                + most.partner().name()
                                + "?");
    }
}

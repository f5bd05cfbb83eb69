package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;

/**
 * "At most n for each of these" beside "at most one for each of those": the quotas together against
 * the stock, and against what is really open by Little's law.
 */
final class QuotaAgainstStock implements Practice {
    private static final Card CARD =
            new Card(
                    "rule.quota-against-stock",
                    Card.Level.ARITHMETIC,
                    "Everybody together may hold more than there is.",
                    "a quota per person times people exceeds what can be held",
                    "quota × people / rows",
                    "arithmetic",
                    "hardly anybody uses the quota up");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (Rule.AtMost quota : design.all(Rule.AtMost.class)) {
            for (Rule.AtMost stock : design.all(Rule.AtMost.class)) {
                boolean pair =
                        quota.limit() > 1
                                && stock.limit() == 1
                                && quota.entity().equals(stock.entity())
                                && quota.per().size() == 1
                                && stock.per().size() == 1;
                if (pair && same(quota.when(), stock.when())) {
                    finding(design, quota, stock).ifPresent(result::add);
                }
            }
        }
        return result;
    }

    private static boolean same(
            @org.jspecify.annotations.Nullable Condition a,
            @org.jspecify.annotations.Nullable Condition b) {
        return java.util.Objects.equals(a, b);
    }

    private java.util.Optional<Element> finding(
            Design design, Rule.AtMost quota, Rule.AtMost stock) {
        String holders = Names.slug(quota.per().getFirst());
        String things = Names.slug(stock.per().getFirst());
        double people = Say.value(design, "quantity:" + holders + ".rows");
        double items = Say.value(design, "quantity:" + things + ".rows");
        double open = Say.value(design, "quantity:" + Names.slug(quota.entity()) + ".open");
        double allowed = people * quota.limit();
        if (people == 0 || items == 0 || allowed <= items) {
            return java.util.Optional.empty();
        }
        String entity = Names.plural(Names.words(quota.entity()));
        String now =
                open == 0
                        ? ""
                        : " In the long run about "
                                + Say.n(open)
                                + " are open at a time (each for "
                                + Say.print(
                                        design,
                                        "quantity:" + Names.slug(quota.entity()) + ".open-time")
                                + "), "
                                + Say.n(open / people)
                                + " for each "
                                + Names.words(quota.per().getFirst())
                                + " and "
                                + Say.n(100 * open / items)
                                + " % of all "
                                + Names.plural(Names.words(stock.per().getFirst()))
                                + ".";
        return java.util.Optional.of(
                Say.finding(
                        id(),
                        quota.text(),
                        Finding.Severity.ADVICE,
                        65,
                        quota.id(),
                        "“"
                                + quota.text()
                                + "” does not protect the stock: "
                                + Say.n(people)
                                + " × "
                                + quota.limit()
                                + " = "
                                + Say.n(allowed)
                                + " "
                                + entity
                                + " would be allowed, and there are "
                                + Say.n(items)
                                + " "
                                + Names.plural(Names.words(stock.per().getFirst()))
                                + "."
                                + now,
                        "The quota is a question of fairness, so its refusal must say what to do next; availability follows from how long a "
                                + Names.words(quota.entity())
                                + " lasts, not from the quota.",
                        List.of(
                                quota.id(),
                                stock.id(),
                                "quantity:" + holders + ".rows",
                                "quantity:" + things + ".rows")));
    }
}

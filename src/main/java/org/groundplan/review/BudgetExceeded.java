package org.groundplan.review;

import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Numbers;

/** What is rented costs more than the brief allows. */
final class BudgetExceeded implements ReviewRule {
    @Override
    public String id() {
        return "cost.over-budget";
    }

    @Override
    public List<Finding> look(Design design) {
        return design.findQuantity("quantity:system.budget-left")
                .filter(left -> left.value().signum() < 0)
                .map(left ->
                        List.of(
                                finding(
                                        Finding.Severity.ERROR,
                                        95,
                                        "quantity:system.cost",
                                        "The design costs "
                                                + Numbers.plain(left.value().negate())
                                                + " EUR a month more than the budget of "
                                                + design.quantity("quantity:budget").label()
                                                + " allows.",
                                        "Raise the budget, or say which requirement may go.")))
                .orElse(List.of());
    }
}

package org.groundplan.architect.delivery;

import java.math.BigDecimal;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Design;
import org.groundplan.model.Expr;
import org.groundplan.model.Quantity;
import org.groundplan.model.Trait;
import org.groundplan.model.Unit;

/** A budget in dollars, in the currency that prices are compared in. */
public final class BudgetStep {
    private BudgetStep() {}

    public static Design apply(Design design, Catalog catalog) {
        boolean dollars = Trait.of(design, "system", "budget-currency").isPresent();
        if (!dollars || design.findQuantity("quantity:budget").isEmpty()) {
            return design;
        }
        Quantity stated = design.quantity("quantity:budget");
        BigDecimal rate = catalog.usdToEur();
        return design.with(
                new Quantity(
                        stated.id(),
                        stated.subject(),
                        stated.kind(),
                        stated.window(),
                        Expr.times(
                                stated.expr(),
                                new Expr.Const(rate + " EUR for a dollar", rate, Unit.ONE)),
                        "",
                        stated.origin()));
    }
}

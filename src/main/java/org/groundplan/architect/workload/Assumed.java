package org.groundplan.architect.workload;

import java.math.BigDecimal;
import java.util.List;
import org.groundplan.model.Assumption;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;

/** A number nobody gave: the quantity, and its line in the ledger of assumptions. */
public final class Assumed {
    private Assumed() {}

    /**
     * @param text as a person reads it, or empty when the value prints well by itself
     * @param ifWrong what changes if it is wrong
     */
    public static List<Element> constant(
            String step,
            String id,
            String subject,
            String kind,
            String window,
            BigDecimal value,
            Unit unit,
            String text,
            String why,
            String ifWrong) {
        Origin origin =
                Origin.assumed(step, why, subject.equals("system") ? List.of() : List.of(subject));
        Quantity quantity =
                new Quantity(
                        id, subject, kind, window, new Expr.Const(text, value, unit), text, origin);
        Assumption assumption =
                new Assumption(
                        "assumption:" + id.substring("quantity:".length()).replace('.', '-'),
                        why,
                        quantity.label(),
                        ifWrong,
                        Origin.assumed(step, why, List.of(id)));
        return List.of(quantity, assumption);
    }

    /** The design with a constant, unless somebody stated it. */
    static Design unlessStated(
            Design design,
            String id,
            String subject,
            String kind,
            String window,
            BigDecimal value,
            Unit unit,
            String text,
            String why,
            String ifWrong) {
        return design.find(id).isPresent()
                ? design
                : design.with(
                        constant(
                                "workload",
                                id,
                                subject,
                                kind,
                                window,
                                value,
                                unit,
                                text,
                                why,
                                ifWrong));
    }
}

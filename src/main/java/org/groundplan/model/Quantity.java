package org.groundplan.model;

import java.math.BigDecimal;

/**
 * One number of the design: what it is of, its arithmetic, its unit and where it comes from.
 *
 * @param subject id of the element it describes
 * @param kind rate, count, storage, demand, utilisation, latency, cost, share, duration …
 * @param window average, peak, now, 10x, horizon, month …
 * @param text as a person reads it, e.g. {@code 600 per day}; empty when the value prints well by
 *     itself
 */
public record Quantity(
        String id,
        String subject,
        String kind,
        String window,
        Expr expr,
        String text,
        Origin origin)
        implements Element {
    public static Quantity of(
            String id, String subject, String kind, String window, Expr expr, Origin origin) {
        return new Quantity(id, subject, kind, window, expr, "", origin);
    }

    public BigDecimal value() {
        return expr.value();
    }

    public Unit unit() {
        return expr.unit();
    }

    /** How it stands in another formula. */
    public String label() {
        return text.isEmpty() ? Numbers.print(value(), unit()) : text;
    }

    public String formula() {
        return expr instanceof Expr.Const ? label() : expr.formula();
    }
}

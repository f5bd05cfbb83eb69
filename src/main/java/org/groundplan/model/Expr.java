package org.groundplan.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arithmetic behind a quantity. Exact decimals (34 digits); rounding happens only when a number
 * is printed.
 */
public sealed interface Expr {
    MathContext EXACT = MathContext.DECIMAL128;

    /**
     * Another quantity, by id; its value and label are carried so that a formula prints by itself.
     */
    record Ref(String id, String label, BigDecimal value, Unit unit) implements Expr {}

    /** A number that needs no source: 7 days a week, 3,600 seconds an hour. */
    record Const(String label, BigDecimal value, Unit unit) implements Expr {}

    record Sum(List<Expr> parts) implements Expr {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    record Product(Expr left, Expr right) implements Expr {}

    record Quotient(Expr left, Expr right) implements Expr {}

    record Difference(Expr left, Expr right) implements Expr {}

    /** The next whole number. */
    record Ceiling(Expr of) implements Expr {}

    record Max(Expr left, Expr right) implements Expr {}

    record Min(Expr left, Expr right) implements Expr {}

    static Expr ref(Quantity quantity) {
        return new Ref(quantity.id(), quantity.label(), quantity.value(), quantity.unit());
    }

    static Expr constant(String label, long value, Unit unit) {
        return new Const(label, BigDecimal.valueOf(value), unit);
    }

    static Expr times(Expr left, Expr... others) {
        Expr result = left;
        for (Expr other : others) {
            result = new Product(result, other);
        }
        return result;
    }

    static Expr over(Expr left, Expr right) {
        return new Quotient(left, right);
    }

    static Expr plus(List<? extends Expr> parts) {
        return new Sum(List.copyOf(parts));
    }

    default BigDecimal value() {
        return switch (this) {
            case Ref r -> r.value;
            case Const c -> c.value;
            case Sum s ->
                    s.parts.stream()
                            .map(Expr::value)
                            .reduce(BigDecimal.ZERO, (a, b) -> a.add(b, EXACT));
            case Product p -> p.left.value().multiply(p.right.value(), EXACT);
            case Quotient q -> q.left.value().divide(q.right.value(), EXACT);
            case Difference d -> d.left.value().subtract(d.right.value(), EXACT);
            case Ceiling c -> c.of.value().setScale(0, RoundingMode.CEILING);
            case Max m -> m.left.value().max(m.right.value());
            case Min m -> m.left.value().min(m.right.value());
        };
    }

    default Unit unit() {
        return switch (this) {
            case Ref r -> r.unit;
            case Const c -> c.unit;
            case Sum s -> s.parts.isEmpty() ? Unit.ONE : s.parts.getFirst().unit();
            case Product p -> p.left.unit().times(p.right.unit());
            case Quotient q -> q.left.unit().per(q.right.unit());
            case Difference d -> d.left.unit();
            case Ceiling c -> c.of.unit();
            case Max m -> m.left.unit();
            case Min m -> m.left.unit();
        };
    }

    /** The quantities this is computed from, in the order they appear. */
    default Stream<String> refs() {
        return switch (this) {
            case Ref r -> Stream.of(r.id);
            case Const _ -> Stream.of();
            case Sum s -> s.parts.stream().flatMap(Expr::refs);
            case Product p -> Stream.concat(p.left.refs(), p.right.refs());
            case Quotient q -> Stream.concat(q.left.refs(), q.right.refs());
            case Difference d -> Stream.concat(d.left.refs(), d.right.refs());
            case Ceiling c -> c.of.refs();
            case Max m -> Stream.concat(m.left.refs(), m.right.refs());
            case Min m -> Stream.concat(m.left.refs(), m.right.refs());
        };
    }

    /** As a person writes it: {@code 4,200 × 60 % ÷ 4 h}. */
    default String formula() {
        return switch (this) {
            case Ref r -> r.label;
            case Const c -> c.label;
            case Sum s -> String.join(" + ", s.parts.stream().map(Expr::formula).toList());
            case Product p -> factor(p.left) + " × " + factor(p.right);
            case Quotient q ->
                    factor(q.left)
                            + " ÷ "
                            + (q.right instanceof Product
                                    ? "(" + q.right.formula() + ")"
                                    : factor(q.right));
            case Difference d -> d.left.formula() + " − " + factor(d.right);
            case Ceiling c -> "⌈" + c.of.formula() + "⌉";
            case Max m -> "the larger of " + m.left.formula() + " and " + m.right.formula();
            case Min m -> "the smaller of " + m.left.formula() + " and " + m.right.formula();
        };
    }

    private static String factor(Expr e) {
        return e instanceof Sum s && s.parts.size() > 1 || e instanceof Difference
                ? "(" + e.formula() + ")"
                : e.formula();
    }
}

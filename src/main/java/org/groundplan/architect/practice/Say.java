package org.groundplan.architect.practice;

import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Question;

/** How practices speak. */
final class Say {
    private Say() {}

    static Finding finding(
            String kind,
            String about,
            Finding.Severity severity,
            int weight,
            String element,
            String message,
            String advice,
            List<String> from) {
        return new Finding(
                "finding:" + kind.replace('.', '-') + "-" + Names.slug(about),
                kind,
                severity,
                weight,
                element,
                message,
                advice,
                Origin.derived("practice " + kind, message, from));
    }

    static Question question(
            String kind,
            String about,
            String text,
            String why,
            List<String> changes,
            String otherwise,
            List<String> from) {
        return new Question(
                "question:" + kind.replace('.', '-') + "-" + Names.slug(about),
                text,
                why,
                changes,
                otherwise,
                Origin.derived("practice " + kind, why, from));
    }

    /** One, two and three. */
    static String list(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    static double value(Design design, String id) {
        return design.findQuantity(id)
                .map(Quantity::value)
                .map(java.math.BigDecimal::doubleValue)
                .orElse(0.0);
    }

    static String print(Design design, String id) {
        return design.findQuantity(id).map(Quantity::label).orElse("unknown");
    }

    static String number(double value) {
        return org.groundplan.model.Numbers.plain(
                java.math.BigDecimal.valueOf(value).round(new java.math.MathContext(3)));
    }
}

package org.groundplan.architect.practice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Question;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/** How practices speak: numbers as people round them, short lists, quoted names. */
public final class Say {
    private Say() {}

    /**
     * A finding of a weight that does not hang on a number; {@link Note} makes those that do.
     *
     * @param about what tells two findings of one practice apart
     */
    public static Finding finding(
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

    public static Question question(
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

    public static double value(Design design, String id) {
        return new Sight(design).value(id);
    }

    public static String print(Design design, String id) {
        return design.findQuantity(id).map(Quantity::label).orElse("unknown");
    }

    /** One, two and three. */
    public static String list(List<String> items) {
        return Names.list(items);
    }

    /** At most three of them, and how many more. */
    public static String some(List<String> items) {
        return items.size() <= 3
                ? list(items)
                : String.join(", ", items.subList(0, 3)) + " and " + (items.size() - 3) + " more";
    }

    /** Three digits: {@code 9,900}, {@code 1.38}, {@code 540,000}. */
    public static String n(double value) {
        return Numbers.plain(rounded(value, 3));
    }

    /** Two digits, for what rests on an assumption: {@code about 21,000}. */
    public static String about(double value) {
        return Numbers.plain(rounded(value, 2));
    }

    public static String rate(double perSecond) {
        return Numbers.print(rounded(perSecond, 3), Unit.PER_SECOND);
    }

    /** {@code 8.5 min}, {@code 3 days}. */
    public static String time(double seconds) {
        if (seconds >= 2 * Sight.YEAR * 0.99) {
            return n(seconds / Sight.YEAR) + " years";
        }
        if (seconds >= 2 * Sight.DAY) {
            double days = seconds / Sight.DAY;
            return n(days < 10 ? Math.rint(days * 10) / 10 : Math.rint(days)) + " days";
        }
        return Numbers.print(BigDecimal.valueOf(seconds), Unit.SECOND);
    }

    public static String bytes(double bytes) {
        return Numbers.print(rounded(bytes, 3), Unit.BYTE);
    }

    public static String euro(double amount) {
        return Numbers.plain(rounded(amount, amount >= 100 ? 3 : 2)) + " EUR";
    }

    public static String percent(double share) {
        return Numbers.percent(BigDecimal.valueOf(share).round(new MathContext(3)));
    }

    /** An availability with all of its nines. */
    public static String nines(double share) {
        return Numbers.percent(BigDecimal.valueOf(share).round(new MathContext(6)));
    }

    public static String quoted(UseCase use) {
        return "“" + use.name() + "”";
    }

    public static String quoted(List<UseCase> uses) {
        return some(uses.stream().map(Say::quoted).toList());
    }

    public static String plural(String entity) {
        return Names.plural(Names.words(entity));
    }

    public static String words(String name) {
        return Names.words(name);
    }

    /** {@code a courier}. */
    public static String one(String entity) {
        return Names.article(Names.words(entity));
    }

    private static BigDecimal rounded(double value, int digits) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(new MathContext(digits))
                : BigDecimal.ZERO;
    }
}

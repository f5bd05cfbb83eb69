package org.groundplan.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers as people read them: three significant digits, a unit of a fitting size, English marks.
 */
public final class Numbers {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Numbers() {}

    public static String print(BigDecimal value, Unit unit) {
        if (unit.equals(Unit.SECOND)) {
            return duration(value);
        }
        if (unit.equals(Unit.BYTE)) {
            return bytes(value);
        }
        if (unit.equals(Unit.PER_SECOND)) {
            return rate(value);
        }
        if (unit.equals(Unit.EURO_PER_MONTH)) {
            return plain(value) + " EUR/month";
        }
        return unit.equals(Unit.ONE) ? plain(value) : plain(value) + " " + unit.symbol();
    }

    /** Whole numbers in full ({@code 45,000}), others to three significant digits. */
    public static String plain(BigDecimal value) {
        BigDecimal shown =
                value.abs().compareTo(THOUSAND) >= 0
                        ? value.setScale(0, RoundingMode.HALF_UP)
                        : value.round(new MathContext(3, RoundingMode.HALF_UP));
        int scale = Math.max(0, shown.stripTrailingZeros().scale());
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(scale);
        return format.format(shown);
    }

    /** Share of one as a percentage; just below the whole with the digits that tell them apart. */
    public static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2);
        BigDecimal missing = HUNDRED.subtract(percent);
        boolean nearly = missing.signum() > 0 && missing.compareTo(BigDecimal.ONE) < 0;
        return (nearly
                        ? HUNDRED.subtract(missing.round(new MathContext(2)))
                                .stripTrailingZeros()
                                .toPlainString()
                        : plain(percent))
                + " %";
    }

    private static String rate(BigDecimal perSecond) {
        if (perSecond.signum() != 0 && perSecond.compareTo(new BigDecimal("0.01")) < 0) {
            return plain(perSecond.multiply(BigDecimal.valueOf(86_400))) + " per day";
        }
        return plain(perSecond) + "/s";
    }

    private static String duration(BigDecimal seconds) {
        String[] names = {"days", "h", "min", "s", "ms", "µs"};
        String[] sizes = {"86400", "3600", "60", "1", "0.001", "0.000001"};
        for (int i = 0; i < names.length; i++) {
            BigDecimal size = new BigDecimal(sizes[i]);
            boolean fits = seconds.compareTo(i == 0 ? size.multiply(BigDecimal.TWO) : size) >= 0;
            if (fits || i == names.length - 1) {
                return plain(seconds.divide(size, Expr.EXACT)) + " " + names[i];
            }
        }
        throw new AssertionError(seconds);
    }

    private static String bytes(BigDecimal bytes) {
        String[] names = {"B", "kB", "MB", "GB", "TB", "PB"};
        BigDecimal value = bytes;
        int i = 0;
        while (i < names.length - 1 && value.abs().compareTo(THOUSAND) >= 0) {
            value = value.divide(THOUSAND, Expr.EXACT);
            i++;
        }
        return plain(value) + " " + names[i];
    }
}

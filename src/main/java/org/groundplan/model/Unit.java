package org.groundplan.model;

/**
 * A unit as exponents of its dimensions. Rows, requests and people are counts and have none.
 *
 * @param second exponent of time in seconds
 * @param bytes exponent of data
 * @param euro exponent of money
 * @param month exponent of calendar months (kept apart from seconds: bills come by the month)
 */
public record Unit(int second, int bytes, int euro, int month) {
    public static final Unit ONE = new Unit(0, 0, 0, 0);
    public static final Unit SECOND = new Unit(1, 0, 0, 0);
    public static final Unit PER_SECOND = new Unit(-1, 0, 0, 0);
    public static final Unit BYTE = new Unit(0, 1, 0, 0);
    public static final Unit EURO_PER_MONTH = new Unit(0, 0, 1, -1);

    Unit times(Unit o) {
        return new Unit(second + o.second, bytes + o.bytes, euro + o.euro, month + o.month);
    }

    Unit per(Unit o) {
        return new Unit(second - o.second, bytes - o.bytes, euro - o.euro, month - o.month);
    }

    /** The name that design.json uses: {@code 1/s}, {@code byte}, {@code EUR/month}, {@code 1}. */
    public String symbol() {
        String over =
                part("s", second) + part("byte", bytes) + part("EUR", euro) + part("month", month);
        String under =
                part("s", -second)
                        + part("byte", -bytes)
                        + part("EUR", -euro)
                        + part("month", -month);
        String top = over.isEmpty() ? "1" : over.substring(1);
        return under.isEmpty() ? top : top + "/" + under.substring(1);
    }

    private static String part(String name, int exponent) {
        return ("·" + name).repeat(Math.max(0, exponent));
    }
}

package org.groundplan.architect.observability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.groundplan.model.Names;
import org.groundplan.model.Objective;
import org.groundplan.model.UseCase;

/** The series in which one operation's requests are counted, and what they look like when. */
final class Requests {
    private static final String COUNT = "http_server_requests_seconds_count";
    private static final BigDecimal MINUTE = BigDecimal.valueOf(1_000);

    private final String operation;

    Requests(UseCase useCase) {
        this.operation = "operation=\"" + Names.camel(useCase.name()) + "\"";
    }

    String all() {
        return COUNT + "{" + operation + "}";
    }

    String failed() {
        return COUNT + "{" + operation + ",outcome=\"SERVER_ERROR\"}";
    }

    private String succeeded() {
        return COUNT + "{" + operation + ",outcome=\"SUCCESS\"}";
    }

    /** Those answered in time; the application keeps a bucket for that limit. */
    String within(BigDecimal seconds) {
        BigDecimal plain = seconds.stripTrailingZeros();
        String le = (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
        return "http_server_requests_seconds_bucket{" + operation + ",le=\"" + le + "\"}";
    }

    /** A second, over a window that is to be filled in. */
    String rate(String series) {
        return "sum(rate(" + series + "[%s]))";
    }

    /** Requests an hour below which one slow answer would speak for all. */
    static final long FEW = 20;

    /** Requests an hour below which a single error would be more than the threshold. */
    static long least(BigDecimal threshold) {
        return Math.max(
                FEW, BigDecimal.ONE.divide(threshold, 0, RoundingMode.CEILING).longValueExact());
    }

    String enough(long least) {
        return "sum(increase(" + all() + "[1h])) > " + least;
    }

    /** Too many errors, over an hour and still now, where there are requests enough to say so. */
    String burning(BigDecimal threshold, long least) {
        return over(threshold, "1h", "5m", least);
    }

    /** More errors than the budget stands for long: over six hours, and still now. */
    String smouldering(BigDecimal threshold, long least) {
        return over(threshold, "6h", "30m", least);
    }

    private String over(BigDecimal threshold, String window, String now, long least) {
        String share =
                "(" + rate(failed()) + " / " + rate(all()) + ") > " + threshold.toPlainString();
        return share.replace("%s", window)
                + " and "
                + share.replace("%s", now)
                + " and "
                + enough(least);
    }

    /** Looked at after seven hours. */
    List<Objective.Case> smoking(BigDecimal threshold) {
        BigDecimal twice = threshold.add(BigDecimal.ONE).min(threshold.multiply(BigDecimal.TWO));
        BigDecimal many = MINUTE.multiply(twice).setScale(0, RoundingMode.CEILING).min(MINUTE);
        BigDecimal some = MINUTE.multiply(threshold).divide(BigDecimal.TWO, 0, RoundingMode.FLOOR);
        return List.of(
                mixed("six hours of twice as many errors as it tolerates", many, true, 420),
                mixed("six hours of half as many errors as it tolerates", some, false, 420));
    }

    /** For what hardly ever happens: each error counts. */
    String any() {
        return "sum(increase(" + failed() + "[1h])) > 0";
    }

    List<Objective.Case> once() {
        return List.of(
                new Objective.Case(
                        "one error in an hour",
                        List.of(grows(failed(), new BigDecimal("0.02"))),
                        75,
                        true),
                new Objective.Case(
                        "no error",
                        List.of(
                                grows(succeeded(), BigDecimal.ONE),
                                grows(failed(), BigDecimal.ZERO)),
                        75,
                        false));
    }

    List<Objective.Case> failing(BigDecimal threshold, long least) {
        BigDecimal twice = threshold.add(BigDecimal.ONE).min(threshold.multiply(BigDecimal.TWO));
        BigDecimal many = MINUTE.multiply(twice).setScale(0, RoundingMode.CEILING).min(MINUTE);
        BigDecimal some = MINUTE.multiply(threshold).divide(BigDecimal.TWO, 0, RoundingMode.FLOOR);
        return List.of(
                mixed("twice as many errors as it tolerates", many, true),
                mixed("half as many errors as it tolerates", some, false),
                new Objective.Case(
                        "errors only, but fewer than " + least + " requests an hour",
                        List.of(grows(failed(), new BigDecimal("0.2"))),
                        75,
                        false));
    }

    private Objective.Case mixed(String what, BigDecimal failed, boolean speaks) {
        return mixed(what, failed, speaks, 75);
    }

    private Objective.Case mixed(String what, BigDecimal failed, boolean speaks, long minutes) {
        return new Objective.Case(
                what,
                List.of(grows(succeeded(), MINUTE.subtract(failed)), grows(failed(), failed)),
                minutes,
                speaks);
    }

    /**
     * @param limit share of slow answers from which it speaks
     * @param allowed share of slow answers that the brief allows
     */
    List<Objective.Case> slow(String fast, BigDecimal limit, BigDecimal allowed) {
        BigDecimal most = limit.add(BigDecimal.ONE).divide(BigDecimal.TWO);
        return List.of(
                late("far more slow answers than allowed", fast, most, true),
                late("as many slow answers as allowed", fast, allowed, false));
    }

    private Objective.Case late(String what, String fast, BigDecimal slow, boolean speaks) {
        return new Objective.Case(
                what,
                List.of(
                        grows(all(), MINUTE),
                        grows(fast, MINUTE.multiply(BigDecimal.ONE.subtract(slow)))),
                75,
                speaks);
    }

    private static Objective.Series grows(String series, BigDecimal perMinute) {
        return new Objective.Series(series, BigDecimal.ZERO, perMinute.stripTrailingZeros());
    }
}

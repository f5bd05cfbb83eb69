package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision;
import org.groundplan.model.Decision.Candidate;
import org.groundplan.model.Decision.Criterion;
import org.groundplan.model.Decision.Score;

/**
 * One question of the closed list: its candidates under given facts. Pure, so that re-deciding
 * costs microseconds.
 */
interface Choice {
    /** Name in the closed list. */
    String name();

    /** The requirement it answers, with its numbers. */
    String answers(Facts facts);

    /** Candidates with what rules them out and their scores. */
    List<Candidate> candidates(Facts facts, Catalog catalog);

    /** Facts over which the answer is tried again. */
    List<Dial> dials();

    /** What is given up with the answer. */
    List<String> tradeOffs(String chosen, Facts facts);

    /**
     * A fact that can be turned.
     *
     * @param low and high end of the range in which a flip is sought
     */
    record Dial(
            String words,
            ToDoubleFunction<Facts> read,
            BiFunction<Facts, Double, Facts> turn,
            double low,
            double high,
            java.util.function.DoubleFunction<String> show) {}

    /** The candidate that stays and is better in the first criterion in which they differ. */
    static Candidate best(List<Candidate> candidates) {
        Comparator<Candidate> order =
                Comparator.comparingInt((Candidate c) -> points(c, Criterion.TESTABILITY));
        for (Criterion criterion : Criterion.values()) {
            order = order.thenComparingInt(c -> points(c, criterion));
        }
        List<Candidate> staying = candidates.stream().filter(Candidate::stays).toList();
        List<Candidate> among = staying.isEmpty() ? candidates : staying;
        return among.stream()
                .max(order.thenComparing(Comparator.comparing(Candidate::name).reversed()))
                .orElseThrow();
    }

    private static int points(Candidate candidate, Criterion criterion) {
        return candidate.scores().stream()
                .filter(s -> s.criterion() == criterion)
                .mapToInt(Score::points)
                .sum();
    }

    /** The first criterion in which the winner is better than the next best, with both reasons. */
    static String why(Candidate winner, List<Candidate> candidates) {
        List<Candidate> others =
                candidates.stream()
                        .filter(c -> c.stays() && !c.name().equals(winner.name()))
                        .toList();
        if (others.isEmpty()) {
            return "It is the only candidate that no requirement rules out.";
        }
        Candidate next = best(others);
        for (Criterion criterion : Criterion.values()) {
            int difference = points(winner, criterion) - points(next, criterion);
            if (difference != 0) {
                String mine = reason(winner, criterion);
                return "Decided by "
                        + criterion.name().toLowerCase(java.util.Locale.ROOT)
                        + ": "
                        + mine;
            }
        }
        return "Nothing in the comparison separates it from "
                + next.name()
                + "; the order of names decides.";
    }

    private static String reason(Candidate candidate, Criterion criterion) {
        return candidate.scores().stream()
                .filter(s -> s.criterion() == criterion)
                .map(Score::reason)
                .findFirst()
                .orElse("no reason against it");
    }

    /** Re-decides over each dial's range and bisects to the value at which the answer changes. */
    default List<Decision.Flip> flips(Facts facts, Catalog catalog, String chosen) {
        List<Decision.Flip> flips = new ArrayList<>();
        for (Dial dial : dials()) {
            double now = dial.read().applyAsDouble(facts);
            for (double end : new double[] {dial.low(), dial.high()}) {
                String there = best(candidates(dial.turn().apply(facts, end), catalog)).name();
                if (!there.equals(chosen)) {
                    double value = bisect(dial, facts, catalog, chosen, now, end);
                    String to = best(candidates(dial.turn().apply(facts, value), catalog)).name();
                    flips.add(
                            new Decision.Flip(
                                    dial.words() + (end > now ? " above" : " below"),
                                    dial.show().apply(rounded(value)),
                                    to));
                }
            }
        }
        return flips;
    }

    /** Two significant digits: the bisection is no more exact than the facts. */
    private static double rounded(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(2)).doubleValue();
    }

    private double bisect(
            Dial dial, Facts facts, Catalog catalog, String chosen, double now, double end) {
        double same = now;
        double other = end;
        for (int i = 0; i < 60 && Math.abs(other - same) > Math.abs(other) * 0.005; i++) {
            double middle = same > 0 && other > 0 ? Math.sqrt(same * other) : (same + other) / 2;
            boolean changed =
                    !best(candidates(dial.turn().apply(facts, middle), catalog))
                            .name()
                            .equals(chosen);
            if (changed) {
                other = middle;
            } else {
                same = middle;
            }
        }
        return other;
    }

    static Candidate candidate(String name, String ruledOutBy, Score... scores) {
        return new Candidate(name, ruledOutBy, List.of(scores));
    }

    static Score score(Criterion criterion, int points, String reason) {
        return new Score(criterion, points, reason);
    }
}

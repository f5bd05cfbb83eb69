package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** Whether this brief raises the question at all. */
    default boolean asked(Facts facts) {
        return true;
    }

    /** Facts over which the answer is tried again. */
    List<Fact> dials();

    /** What is given up with the answer. */
    List<String> tradeOffs(String chosen, Facts facts);

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

    /** What is said when every candidate breaks a requirement. */
    String NOTHING = org.groundplan.model.Decision.NOTHING;

    private static String answer(List<Candidate> candidates) {
        return candidates.stream().anyMatch(Candidate::stays) ? best(candidates).name() : NOTHING;
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
        if (!winner.stays()) {
            return "Every candidate breaks a requirement; this one, among others: "
                    + winner.ruledOutBy()
                    + ".";
        }
        if (others.isEmpty()) {
            return candidates.stream()
                    .filter(c -> !c.name().equals(winner.name()))
                    .limit(2)
                    .map(c -> c.name() + " is out, because " + c.ruledOutBy())
                    .collect(java.util.stream.Collectors.joining("; ", "What is left: ", "."));
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

    /**
     * Re-decides over each fact's range, outward from what it is now, and bisects to the first
     * value at which the answer changes. What nobody limited counts as the end of its range.
     */
    default List<Decision.Flip> flips(Facts facts, Catalog catalog) {
        String chosen = answer(candidates(facts, catalog));
        List<Decision.Flip> flips = new ArrayList<>();
        for (Fact dial : dials()) {
            double now = facts.of(dial) < 0 ? dial.high : facts.of(dial);
            if (now == 0) {
                continue; // what is not there does not grow
            }
            for (double end : new double[] {dial.low, dial.high}) {
                double same = now;
                for (int i = 1; i <= STEPS; i++) {
                    double next = between(now, end, (double) i / STEPS);
                    if (!answer(candidates(facts.with(dial, next), catalog)).equals(chosen)) {
                        double value = bisect(dial, facts, catalog, chosen, same, next);
                        flips.add(
                                new Decision.Flip(
                                        dial.words + dial.side(end > now),
                                        dial.show(rounded(value)),
                                        answer(candidates(facts.with(dial, value), catalog)),
                                        dial.words,
                                        rounded(value),
                                        facts.of(dial)));
                        break;
                    }
                    same = next;
                }
            }
        }
        return flips;
    }

    /** Points at which a range is tried before bisecting. */
    int STEPS = 48;

    /** Geometric where both ends are positive. */
    private static double between(double from, double to, double share) {
        return from > 0 && to > 0 ? from * Math.pow(to / from, share) : from + (to - from) * share;
    }

    /** Two significant digits: the bisection is no more exact than the facts. */
    private static double rounded(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(2)).doubleValue();
    }

    private double bisect(
            Fact dial, Facts facts, Catalog catalog, String chosen, double from, double to) {
        double same = from;
        double other = to;
        for (int i = 0; i < 60 && Math.abs(other - same) > Math.abs(other) * 0.005; i++) {
            double middle = between(same, other, 0.5);
            if (answer(candidates(facts.with(dial, middle), catalog)).equals(chosen)) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return other;
    }

    /** The first reason that is one; empty when none is. */
    static String first(String... reasons) {
        return java.util.Arrays.stream(reasons).filter(r -> !r.isEmpty()).findFirst().orElse("");
    }

    static Candidate candidate(String name, String ruledOutBy, Score... scores) {
        return new Candidate(name, ruledOutBy, List.of(scores));
    }

    static Score score(Criterion criterion, int points, String reason) {
        return new Score(criterion, points, reason, false);
    }

    /** What is so whatever the brief. */
    static Score trait(Criterion criterion, int points, String reason) {
        return new Score(criterion, points, reason, true);
    }
}

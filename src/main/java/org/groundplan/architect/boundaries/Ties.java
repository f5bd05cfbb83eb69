package org.groundplan.architect.boundaries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groundplan.model.Crossing;
import org.groundplan.model.Design;
import org.groundplan.model.Module;
import org.groundplan.model.Quantity;
import org.groundplan.model.Staff;

/** How tightly groups of modules hang together; kept up while they are joined. */
final class Ties {
    /**
     * @param transactions that change both
     * @param rate times a second that something passes
     * @param references rows that name one of the other
     */
    private record Tie(int transactions, BigDecimal rate, int references) {
        static final Tie NONE = new Tie(0, BigDecimal.ZERO, 0);

        Tie and(Tie other) {
            return new Tie(
                    transactions + other.transactions,
                    rate.add(other.rate),
                    references + other.references);
        }

        int compare(Tie other) {
            if (transactions != other.transactions) {
                return Integer.compare(transactions, other.transactions);
            }
            int byRate = rate.compareTo(other.rate);
            return byRate != 0 ? byRate : Integer.compare(references, other.references);
        }
    }

    private record Size(int useCases, int entities) {
        Size and(Size other) {
            return new Size(useCases + other.useCases, entities + other.entities);
        }
    }

    private final List<List<Tie>> ties = new ArrayList<>();
    private final List<Size> sizes = new ArrayList<>();
    private final double most;

    /** Use cases below which a service would not keep a team of six busy. */
    private final double least;

    private static final double TEAM = 6;

    Ties(Design design, List<Set<String>> groups) {
        Map<String, Integer> place = new HashMap<>();
        int all = 0;
        for (int i = 0; i < groups.size(); i++) {
            int uses = 0;
            int owned = 0;
            for (String id : groups.get(i)) {
                Module module = design.get(Module.class, id);
                place.put(id, i);
                uses += module.useCases().size();
                owned += module.owns().size();
            }
            sizes.add(new Size(uses, owned));
            all += uses;
            List<Tie> row = new ArrayList<>();
            groups.forEach(_ -> row.add(Tie.NONE));
            ties.add(row);
        }
        double each = Math.max(1, all) / Math.max(1, Staff.all(design));
        most = each * ServiceGroups.ONE_LINE;
        least = each * TEAM;
        for (Crossing crossing : design.all(Crossing.class)) {
            Integer from = place.get(crossing.from());
            Integer to = place.get(crossing.to());
            if (from != null && to != null && !from.equals(to)) {
                Tie tie =
                        new Tie(
                                count(crossing, Crossing.Kind.TRANSACTION),
                                design.findQuantity(crossing.rate())
                                        .map(Quantity::value)
                                        .orElse(BigDecimal.ZERO),
                                count(crossing, Crossing.Kind.REFERENCE));
                add(from, to, tie);
                add(to, from, tie);
            }
        }
    }

    private void add(int i, int j, Tie tie) {
        ties.get(i).set(j, ties.get(i).get(j).and(tie));
    }

    private static int count(Crossing crossing, Crossing.Kind kind) {
        return (int) crossing.spans().stream().filter(s -> s.kind() == kind).count();
    }

    private boolean fits(int i, int j) {
        return sizes.get(i).and(sizes.get(j)).useCases() <= most;
    }

    /**
     * The two to join next, the smaller index first: two that are too little for a team before one
     * that is, and that before the rest; then those that together are not too much for one line of
     * releases, by transactions, rate, references and at last the smallest.
     */
    int[] tightest() {
        int[] best = {0, 1};
        for (int i = 0; i < ties.size(); i++) {
            for (int j = i + 1; j < ties.size(); j++) {
                if (compare(i, j, best[0], best[1]) > 0) {
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    private int small(int i, int j) {
        return (sizes.get(i).useCases() < least ? 1 : 0)
                + (sizes.get(j).useCases() < least ? 1 : 0);
    }

    private int compare(int i, int j, int x, int y) {
        if (small(i, j) != small(x, y)) {
            return Integer.compare(small(i, j), small(x, y));
        }
        if (fits(i, j) != fits(x, y)) {
            return fits(i, j) ? 1 : -1;
        }
        int byTie = ties.get(i).get(j).compare(ties.get(x).get(y));
        return byTie != 0
                ? byTie
                : Integer.compare(
                        sizes.get(x).and(sizes.get(y)).entities(),
                        sizes.get(i).and(sizes.get(j)).entities());
    }

    /** Puts the second into the first. */
    void join(int one, int other) {
        for (int k = 0; k < ties.size(); k++) {
            if (k != one && k != other) {
                Tie both = ties.get(k).get(one).and(ties.get(k).get(other));
                ties.get(k).set(one, both);
                ties.get(one).set(k, both);
            }
        }
        sizes.set(one, sizes.get(one).and(sizes.get(other)));
        sizes.remove(other);
        ties.remove(other);
        ties.forEach(row -> row.remove(other));
    }
}

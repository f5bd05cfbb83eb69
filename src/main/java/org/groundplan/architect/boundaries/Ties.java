package org.groundplan.architect.boundaries;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** Groups by a number that stays. */
    private final Map<Integer, Set<String>> members = new TreeMap<>();

    private final Map<Integer, Size> sizes = new HashMap<>();
    private final Map<Integer, Map<Integer, Tie>> ties = new TreeMap<>();
    private final double most;

    /** Use cases below which a service would not keep a team of six busy. */
    private final double least;

    private static final double TEAM = 6;

    Ties(Design design, List<Set<String>> groups) {
        Map<String, Integer> place = new HashMap<>();
        int all = 0;
        for (int i = 0; i < groups.size(); i++) {
            Size size = new Size(0, 0);
            for (String id : groups.get(i)) {
                Module module = design.get(Module.class, id);
                place.put(id, i);
                size = size.and(new Size(module.useCases().size(), module.owns().size()));
            }
            members.put(i, new TreeSet<>(groups.get(i)));
            sizes.put(i, size);
            ties.put(i, new TreeMap<>());
            all += size.useCases();
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

    /** Joins until so many are left. */
    List<Set<String>> joined(int wanted) {
        while (members.size() > Math.max(1, wanted)) {
            int[] next = tightest();
            join(next[0], next[1]);
        }
        return List.copyOf(members.values());
    }

    private void add(int i, int j, Tie tie) {
        ties.computeIfAbsent(i, _ -> new TreeMap<>()).merge(j, tie, Tie::and);
    }

    private static int count(Crossing crossing, Crossing.Kind kind) {
        return (int) crossing.spans().stream().filter(s -> s.kind() == kind).count();
    }

    private Size size(int group) {
        return sizes.getOrDefault(group, new Size(0, 0));
    }

    private Tie tie(int i, int j) {
        return ties.getOrDefault(i, Map.of()).getOrDefault(j, Tie.NONE);
    }

    private boolean fits(int i, int j) {
        return size(i).and(size(j)).useCases() <= most;
    }

    /**
     * The two to join next, the smaller number first: two that are too little for a team before one
     * that is, and that before the rest; then those that together are not too much for one line of
     * releases, by transactions, rate, references and at last the smallest. Where nothing passes
     * any more, the two smallest.
     */
    private int[] tightest() {
        int[] best = {};
        for (Map.Entry<Integer, Map<Integer, Tie>> row : ties.entrySet()) {
            for (int j : row.getValue().keySet()) {
                int i = row.getKey();
                if (i < j && (best.length == 0 || compare(i, j, best[0], best[1]) > 0)) {
                    best = new int[] {i, j};
                }
            }
        }
        if (best.length == 0) {
            List<Integer> smallest =
                    members.keySet().stream()
                            .sorted(
                                    Comparator.comparingInt((Integer g) -> size(g).entities())
                                            .thenComparing(Comparator.naturalOrder()))
                            .limit(2)
                            .sorted()
                            .toList();
            best = new int[] {smallest.get(0), smallest.get(1)};
        }
        return best;
    }

    private int small(int i, int j) {
        return (size(i).useCases() < least ? 1 : 0) + (size(j).useCases() < least ? 1 : 0);
    }

    private int compare(int i, int j, int x, int y) {
        if (small(i, j) != small(x, y)) {
            return Integer.compare(small(i, j), small(x, y));
        }
        if (fits(i, j) != fits(x, y)) {
            return fits(i, j) ? 1 : -1;
        }
        int byTie = tie(i, j).compare(tie(x, y));
        return byTie != 0
                ? byTie
                : Integer.compare(size(x).and(size(y)).entities(), size(i).and(size(j)).entities());
    }

    /** Puts the second into the first. */
    private void join(int one, int other) {
        members.getOrDefault(one, Set.of()).addAll(members.getOrDefault(other, Set.of()));
        members.remove(other);
        sizes.put(one, size(one).and(size(other)));
        sizes.remove(other);
        Map<Integer, Tie> row = ties.getOrDefault(other, Map.of());
        ties.remove(other);
        row.forEach((k, tie) -> {
            ties.getOrDefault(k, new TreeMap<>()).remove(other);
            if (k != one) {
                add(one, k, tie);
                add(k, one, tie);
            }
        });
    }
}

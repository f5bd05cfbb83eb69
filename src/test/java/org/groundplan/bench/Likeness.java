package org.groundplan.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.model.Names;

/**
 * What goes together, from who uses what with what. Each thing is a vector over the uses that touch
 * it; a use that touches many things says little about each, so it counts by one over their number.
 * Two things are as alike as the cosine of their vectors (0 to 1). The two most alike groups are
 * joined, by the mean likeness of their members, until none are alike enough: average linkage
 * (Sokal and Michener 1958), in which no order of the input and no name matters. Measured here
 * before it decides anything: modules of a design still follow transactions and rules.
 */
public final class Likeness {
    /**
     * Below this mean likeness two groups stay apart: of five uses of one, one touches the other.
     */
    public static final double ENOUGH = 0.2;

    /** Part and whole, whatever the uses say. */
    private static final double PART = 0.9;

    /** A use case and the things it touches. */
    public record Use(Set<String> things) {
        public Use {
            things = Set.copyOf(things);
        }
    }

    /** Two things of which one is part of the other. */
    public record Whole(String part, String of) {}

    /**
     * @param groups sorted, each sorted
     * @param nearest mean likeness to the group that came nearest to being joined, by group
     */
    public record Partition(List<Set<String>> groups, Map<Set<String>, Near> nearest) {
        public Partition {
            groups = List.copyOf(groups);
            nearest = Map.copyOf(nearest);
        }
    }

    /** Another group, and how alike it is. */
    public record Near(Set<String> group, double likeness) {}

    private final Map<String, Map<Integer, Double>> uses = new TreeMap<>();
    private final Set<Whole> wholes;

    private Likeness(Collection<String> things, List<Use> all, Collection<Whole> wholes) {
        things.forEach(t -> uses.put(t, new HashMap<>()));
        for (int i = 0; i < all.size(); i++) {
            for (String thing : all.get(i).things()) {
                Map<Integer, Double> vector = uses.get(thing);
                if (vector != null) {
                    vector.put(i, 1.0 / all.get(i).things().size());
                }
            }
        }
        this.wholes = new HashSet<>(wholes);
    }

    /**
     * @param fixed groups that are never cut; what is in none stands alone at first
     */
    public static Partition partition(
            Collection<String> things,
            List<Use> uses,
            Collection<Whole> wholes,
            Collection<? extends Set<String>> fixed) {
        return new Likeness(things, uses, wholes).joined(fixed);
    }

    /**
     * What names say: a thing whose name begins with the whole name of another is a part of it
     * ({@code OrderLine} of {@code Order}).
     */
    public static List<Whole> named(Collection<String> things) {
        List<Whole> result = new ArrayList<>();
        for (String thing : new TreeSet<>(things)) {
            for (String other : new TreeSet<>(things)) {
                if (Names.words(thing).startsWith(Names.words(other) + " ")) {
                    result.add(new Whole(thing, other));
                }
            }
        }
        return result;
    }

    /** How alike two things are, 0 to 1. */
    private double of(String a, String b) {
        if (wholes.contains(new Whole(a, b)) || wholes.contains(new Whole(b, a))) {
            return Math.max(PART, cosine(a, b));
        }
        return cosine(a, b);
    }

    private double cosine(String a, String b) {
        Map<Integer, Double> x = uses.getOrDefault(a, Map.of());
        Map<Integer, Double> y = uses.getOrDefault(b, Map.of());
        double dot = 0;
        for (Map.Entry<Integer, Double> e : new TreeMap<>(x).entrySet()) {
            dot += e.getValue() * y.getOrDefault(e.getKey(), 0.0);
        }
        return dot == 0 ? 0 : dot / (length(x) * length(y));
    }

    private static double length(Map<Integer, Double> x) {
        return Math.sqrt(new TreeMap<>(x).values().stream().mapToDouble(v -> v * v).sum());
    }

    private Partition joined(Collection<? extends Set<String>> fixed) {
        List<TreeSet<String>> groups = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Set<String> group : fixed) {
            TreeSet<String> known = new TreeSet<>(group);
            known.retainAll(uses.keySet());
            if (!known.isEmpty()) {
                groups.add(known);
                placed.addAll(known);
            }
        }
        uses.keySet().stream()
                .filter(t -> !placed.contains(t))
                .forEach(t -> groups.add(new TreeSet<>(Set.of(t))));
        double[][] sums = sums(groups);
        while (true) {
            int[] best = best(groups, sums);
            if (best.length == 0) {
                return new Partition(sorted(groups), nearest(groups, sums));
            }
            join(groups, sums, best[0], best[1]);
        }
    }

    private double[][] sums(List<TreeSet<String>> groups) {
        int n = groups.size();
        double[][] sums = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double sum = 0;
                for (String a : groups.get(i)) {
                    for (String b : groups.get(j)) {
                        sum += of(a, b);
                    }
                }
                sums[i][j] = sum;
                sums[j][i] = sum;
            }
        }
        return sums;
    }

    /** The two most alike; among equals the smaller pair, then whose members are touched less. */
    private int[] best(List<TreeSet<String>> groups, double[][] sums) {
        int[] found = {};
        double most = ENOUGH;
        int size = Integer.MAX_VALUE;
        double touched = Double.MAX_VALUE;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                int of = groups.get(i).size() * groups.get(j).size();
                double mean = round(sums[i][j] / of);
                int together = groups.get(i).size() + groups.get(j).size();
                double weight = round(weight(groups.get(i)) + weight(groups.get(j)));
                boolean better =
                        mean > most
                                || mean == most
                                        && (together < size
                                                || together == size && weight < touched);
                if (mean >= ENOUGH && better) {
                    found = new int[] {i, j};
                    most = mean;
                    size = together;
                    touched = weight;
                }
            }
        }
        return found;
    }

    private double weight(Set<String> group) {
        return group.stream().mapToDouble(t -> length(uses.getOrDefault(t, Map.of()))).sum();
    }

    /** So that the order in which doubles are added never decides. */
    private static double round(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    private static void join(List<TreeSet<String>> groups, double[][] sums, int i, int j) {
        groups.get(i).addAll(groups.get(j));
        int last = groups.size() - 1;
        for (int k = 0; k <= last; k++) {
            sums[i][k] += sums[j][k];
            sums[k][i] = sums[i][k];
        }
        groups.set(j, groups.get(last));
        groups.remove(last);
        for (int k = 0; k <= last; k++) {
            sums[j][k] = sums[last][k];
            sums[k][j] = sums[k][last];
        }
    }

    private static List<Set<String>> sorted(List<TreeSet<String>> groups) {
        return groups.stream()
                .map(g -> (Set<String>) g)
                .sorted(java.util.Comparator.comparing(g -> g.iterator().next()))
                .toList();
    }

    private static Map<Set<String>, Near> nearest(List<TreeSet<String>> groups, double[][] sums) {
        Map<Set<String>, Near> result = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            double most = 0;
            Set<String> who = Set.of();
            for (int j = 0; j < groups.size(); j++) {
                double mean =
                        i == j
                                ? 0
                                : round(sums[i][j] / (groups.get(i).size() * groups.get(j).size()));
                boolean first =
                        mean == most
                                && mean > 0
                                && groups.get(j).first().compareTo(who.iterator().next()) < 0;
                if (mean > most || first) {
                    most = mean;
                    who = groups.get(j);
                }
            }
            if (most > 0) {
                result.put(groups.get(i), new Near(who, most));
            }
        }
        return result;
    }
}

package org.groundplan.architect.boundaries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What goes together, from who uses what with what. Each thing is a vector over the uses that touch
 * it; a use that touches much says little about each, so its share is divided among what it
 * touches. Two things are as alike as the cosine of their vectors (0 to 1), times what speaks
 * against them. The most alike groups are joined, by the mean likeness of their members, until none
 * are alike enough: average linkage (Sokal and Michener 1958). All pairs that are equally near are
 * joined at once, so neither the order of the input nor any name decides.
 */
final class Likeness {
    /**
     * Below this mean likeness two groups stay apart: of five uses of one, one touches the other.
     */
    static final double ENOUGH = 0.2;

    /**
     * A use and what it touches.
     *
     * @param touched how strongly, by thing: 1 changes it, less reads it or refers to it
     * @param weight 1 for an ordinary use, more when it runs more often
     */
    record Use(String name, Map<String, Double> touched, double weight) {
        Use {
            touched = Map.copyOf(touched);
        }
    }

    /** Two things, sorted by name. */
    record Pair(String a, String b) implements Comparable<Pair> {
        static Pair of(String x, String y) {
            return x.compareTo(y) <= 0 ? new Pair(x, y) : new Pair(y, x);
        }

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::a).thenComparing(Pair::b).compare(this, other);
        }
    }

    /** Groups of things, and how alike they are to one another. */
    record Partition(List<Set<String>> groups, Map<Pair, Double> likeness) {
        /** Mean likeness of the members of two groups, 0 to 1. */
        double between(Set<String> one, Set<String> other) {
            double sum = 0;
            for (String a : one) {
                for (String b : other) {
                    sum += likeness.getOrDefault(Pair.of(a, b), 0.0);
                }
            }
            return round(sum / (one.size() * other.size()));
        }
    }

    private final Map<String, Map<Integer, Double>> vectors = new TreeMap<>();
    private final Map<Pair, Double> likeness = new TreeMap<>();

    private Likeness(Collection<String> things, List<Use> uses, Map<Pair, Double> factors) {
        things.forEach(t -> vectors.put(t, new TreeMap<>()));
        for (int i = 0; i < uses.size(); i++) {
            Use use = uses.get(i);
            double all =
                    use.touched().values().stream().sorted().mapToDouble(Double::doubleValue).sum();
            for (Map.Entry<String, Double> e : use.touched().entrySet()) {
                Map<Integer, Double> vector = vectors.get(e.getKey());
                if (vector != null) {
                    vector.put(i, use.weight() * e.getValue() / all);
                }
            }
        }
        List<String> sorted = List.copyOf(vectors.keySet());
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                Pair pair = new Pair(sorted.get(i), sorted.get(j));
                double value = cosine(pair) * factors.getOrDefault(pair, 1.0);
                if (value > 0) {
                    likeness.put(pair, round(value));
                }
            }
        }
    }

    /**
     * @param factors what speaks against two things, 0 to 1; 1 when a pair is not named
     * @param alone things that are never joined with others
     */
    static Partition partition(
            Collection<String> things,
            List<Use> uses,
            Map<Pair, Double> factors,
            Collection<String> alone) {
        Likeness all = new Likeness(things, uses, factors);
        List<Set<String>> open = new ArrayList<>();
        List<Set<String>> closed = new ArrayList<>();
        for (String thing : all.vectors.keySet()) {
            (alone.contains(thing) ? closed : open).add(new TreeSet<>(Set.of(thing)));
        }
        List<Set<String>> joined = all.joined(open);
        joined.addAll(closed);
        joined.sort(Comparator.comparing(g -> g.iterator().next()));
        return new Partition(List.copyOf(joined), Map.copyOf(all.likeness));
    }

    private double cosine(Pair pair) {
        Map<Integer, Double> x = vectors.getOrDefault(pair.a, Map.of());
        Map<Integer, Double> y = vectors.getOrDefault(pair.b, Map.of());
        List<Double> products = new ArrayList<>();
        for (Map.Entry<Integer, Double> e : x.entrySet()) {
            Double other = y.get(e.getKey());
            if (other != null) {
                products.add(e.getValue() * other);
            }
        }
        return products.isEmpty() ? 0 : sum(products) / (length(x) * length(y));
    }

    private static double length(Map<Integer, Double> x) {
        return Math.sqrt(sum(x.values().stream().map(v -> v * v).toList()));
    }

    /** Adds the smallest first, so that the order of the input does not. */
    private static double sum(List<Double> values) {
        return values.stream().sorted().mapToDouble(Double::doubleValue).sum();
    }

    /** So that the last digits of doubles never decide. */
    private static double round(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    /** Likeness in billionths, so that sums are exact whatever their order. */
    private long[][] sums(List<Set<String>> groups) {
        int n = groups.size();
        long[][] sums = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Pair pair =
                        Pair.of(groups.get(i).iterator().next(), groups.get(j).iterator().next());
                sums[i][j] = Math.round(likeness.getOrDefault(pair, 0.0) * 1e9);
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    private List<Set<String>> joined(List<Set<String>> single) {
        List<Set<String>> groups = single;
        long[][] sums = sums(groups);
        while (true) {
            int[] into = best(groups, sums);
            int left = (int) java.util.Arrays.stream(into).distinct().count();
            if (left == groups.size()) {
                return new ArrayList<>(groups);
            }
            List<Set<String>> joined = new ArrayList<>();
            Map<Integer, Integer> place = new HashMap<>();
            for (int i = 0; i < into.length; i++) {
                place.computeIfAbsent(
                        into[i],
                        _ -> {
                            joined.add(new TreeSet<>());
                            return joined.size() - 1;
                        });
                joined.get(place.getOrDefault(into[i], 0)).addAll(groups.get(i));
            }
            long[][] added = new long[left][left];
            for (int i = 0; i < into.length; i++) {
                int to = place.getOrDefault(into[i], 0);
                for (int j = 0; j < into.length; j++) {
                    added[to][place.getOrDefault(into[j], 0)] += sums[i][j];
                }
            }
            groups = joined;
            sums = added;
        }
    }

    /**
     * Where each group goes: the most alike are joined; among equals those that make the smallest
     * group, and all of them at once.
     */
    private static int[] best(List<Set<String>> groups, long[][] sums) {
        List<int[]> found = new ArrayList<>();
        double most = ENOUGH * 1e9;
        int size = Integer.MAX_VALUE;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                double mean = (double) sums[i][j] / (groups.get(i).size() * groups.get(j).size());
                int together = groups.get(i).size() + groups.get(j).size();
                if (mean > most || mean == most && together < size) {
                    found.clear();
                    most = mean;
                    size = together;
                }
                if (mean == most && together == size) {
                    found.add(new int[] {i, j});
                }
            }
        }
        int[] into = java.util.stream.IntStream.range(0, groups.size()).toArray();
        for (int[] pair : found) {
            int from = into[pair[1]];
            int to = into[pair[0]];
            for (int i = 0; i < into.length; i++) {
                into[i] = into[i] == from ? to : into[i];
            }
        }
        return into;
    }
}

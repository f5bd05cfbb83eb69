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
        for (Pair pair : together(uses)) {
            double value = cosine(pair) * factors.getOrDefault(pair, 1.0);
            if (value > 0 && vectors.containsKey(pair.a) && vectors.containsKey(pair.b)) {
                likeness.put(pair, round(value));
            }
        }
    }

    /** Pairs that some use touches both of; all others are not alike at all. */
    static Set<Pair> together(List<Use> uses) {
        Set<Pair> pairs = new TreeSet<>();
        for (Use use : uses) {
            List<String> touched = use.touched().keySet().stream().sorted().toList();
            for (int i = 0; i < touched.size(); i++) {
                for (int j = i + 1; j < touched.size(); j++) {
                    pairs.add(new Pair(touched.get(i), touched.get(j)));
                }
            }
        }
        return pairs;
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

    /** Groups by a number, and how alike two are in billionths, so that sums are exact. */
    private static final class Joining {
        private final Map<Integer, Set<String>> members = new TreeMap<>();
        private final Map<Integer, Map<Integer, Long>> sums = new TreeMap<>();

        Joining(List<Set<String>> single, Map<Pair, Double> likeness) {
            Map<String, Integer> place = new HashMap<>();
            for (int i = 0; i < single.size(); i++) {
                members.put(i, new TreeSet<>(single.get(i)));
                sums.put(i, new TreeMap<>());
                place.put(single.get(i).iterator().next(), i);
            }
            likeness.forEach((pair, value) -> {
                Integer i = place.get(pair.a);
                Integer j = place.get(pair.b);
                if (i != null && j != null) {
                    add(i, j, Math.round(value * 1e9));
                    add(j, i, Math.round(value * 1e9));
                }
            });
        }

        private void add(int i, int j, long value) {
            sums.computeIfAbsent(i, _ -> new TreeMap<>()).merge(j, value, Long::sum);
        }

        private int size(int group) {
            return members.getOrDefault(group, Set.of()).size();
        }

        /** The most alike; among equals those that make the smallest group, all of them. */
        List<int[]> nearest() {
            List<int[]> found = new ArrayList<>();
            double most = ENOUGH * 1e9;
            int smallest = Integer.MAX_VALUE;
            for (Map.Entry<Integer, Map<Integer, Long>> row : sums.entrySet()) {
                int i = row.getKey();
                for (Map.Entry<Integer, Long> cell : row.getValue().entrySet()) {
                    int j = cell.getKey();
                    if (j <= i) {
                        continue;
                    }
                    double mean = (double) cell.getValue() / ((long) size(i) * size(j));
                    int together = size(i) + size(j);
                    if (mean > most || mean == most && together < smallest) {
                        found.clear();
                        most = mean;
                        smallest = together;
                    }
                    if (mean == most && together == smallest) {
                        found.add(new int[] {i, j});
                    }
                }
            }
            return found;
        }

        void join(List<int[]> pairs) {
            Map<Integer, Integer> into = new TreeMap<>();
            for (int[] pair : pairs) {
                int one = into.getOrDefault(pair[0], pair[0]);
                int other = into.getOrDefault(pair[1], pair[1]);
                if (one != other) {
                    int low = Math.min(one, other);
                    int high = Math.max(one, other);
                    merge(low, high);
                    into.replaceAll((_, g) -> g == high ? low : g);
                    into.put(high, low);
                    into.put(low, low);
                }
            }
        }

        private void merge(int one, int other) {
            members.getOrDefault(one, Set.of()).addAll(members.getOrDefault(other, Set.of()));
            members.remove(other);
            Map<Integer, Long> row = sums.getOrDefault(other, Map.of());
            sums.remove(other);
            row.forEach((k, value) -> {
                sums.getOrDefault(k, new TreeMap<>()).remove(other);
                if (k != one) {
                    add(one, k, value);
                    add(k, one, value);
                }
            });
        }
    }

    private List<Set<String>> joined(List<Set<String>> single) {
        Joining joining = new Joining(single, likeness);
        for (List<int[]> next = joining.nearest(); !next.isEmpty(); next = joining.nearest()) {
            joining.join(next);
        }
        return new ArrayList<>(joining.members.values());
    }
}

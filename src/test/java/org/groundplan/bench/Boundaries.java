package org.groundplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published systems whose boundaries their authors drew: how like them are ours? Adjusted Rand
 * index (Hubert and Arabie 1985): 1 the same, 0 as by chance. Beside it the greedy baseline: join
 * whatever is written together. Not a test: {@code bench/boundaries.sh FOLDER}; nothing of the
 * cases is in this repository.
 */
public final class Boundaries {
    private Boundaries() {}

    /**
     * @param truth name of the real service, by entity
     */
    private record Case(
            String name,
            List<String> entities,
            List<Likeness.Use> uses,
            List<Set<String>> written,
            List<Likeness.Whole> wholes,
            Map<String, String> truth) {}

    public static void main(String[] arguments) throws IOException {
        String cases = System.getProperty("cases", "");
        if (cases.isEmpty() || !Files.isDirectory(Path.of(cases))) {
            System.out.println("skipped: no folder of cases; give one: -Dcases=FOLDER");
            return;
        }
        List<Path> files;
        try (var list = Files.list(Path.of(cases))) {
            files = list.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        double total = 0;
        double totalBase = 0;
        double totalNamed = 0;
        System.out.printf(
                Locale.ROOT,
                "%-18s %6s %8s %8s %8s%n",
                "case",
                "ARI",
                "renamed",
                "baseline",
                "+ names");
        for (Path file : files) {
            Case one = read(file);
            Map<String, Integer> ours = ours(one);
            double ari = rand(one, ours);
            double base = rand(one, baseline(one));
            double named = rand(one, named(one));
            total += ari;
            totalNamed += named;
            totalBase += base;
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %6.2f %8s %8.2f %8.2f%n",
                    one.name,
                    ari,
                    rand(one, renamed(one)) == ari ? "same" : "differs",
                    base,
                    named);
        }
        System.out.printf(
                Locale.ROOT,
                "%-18s %6.2f %8s %8.2f %8.2f%n",
                "mean",
                total / files.size(),
                "",
                totalBase / files.size(),
                totalNamed / files.size());
    }

    private static Case read(Path file) throws IOException {
        JsonNode root = JsonMapper.builder().build().readTree(Files.readString(file));
        List<String> entities = new ArrayList<>();
        root.path("entities").forEach(e -> entities.add(e.asString()));
        List<Likeness.Use> uses = new ArrayList<>();
        List<Set<String>> written = new ArrayList<>();
        for (JsonNode useCase : root.path("useCases")) {
            Set<String> writes = new TreeSet<>();
            useCase.path("writes").forEach(e -> writes.add(e.asString()));
            Set<String> all = new TreeSet<>(writes);
            useCase.path("reads").forEach(e -> all.add(e.asString()));
            uses.add(new Likeness.Use(all));
            written.add(writes);
        }
        List<Likeness.Whole> wholes = new ArrayList<>();
        for (JsonNode relation : root.path("relations")) {
            if (relation.path("type").asString().equals("COMPOSITION")) {
                wholes.add(
                        new Likeness.Whole(
                                relation.path("destination").asString(),
                                relation.path("origin").asString()));
            }
        }
        Map<String, String> truth = new TreeMap<>();
        root.path("reference")
                .properties()
                .forEach(s -> s.getValue().forEach(e -> truth.put(e.asString(), s.getKey())));
        return new Case(
                file.getFileName().toString().replace(".json", ""),
                entities,
                uses,
                written,
                wholes,
                truth);
    }

    private static Map<String, Integer> labels(List<Set<String>> groups) {
        Map<String, Integer> labels = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (String entity : groups.get(i)) {
                labels.put(entity, i);
            }
        }
        return labels;
    }

    private static Map<String, Integer> ours(Case one) {
        return labels(Likeness.partition(one.entities, one.uses, one.wholes, List.of()).groups());
    }

    /** With what names say beside it. */
    private static Map<String, Integer> named(Case one) {
        List<Likeness.Whole> wholes = new ArrayList<>(one.wholes);
        wholes.addAll(Likeness.named(one.entities));
        return labels(Likeness.partition(one.entities, one.uses, wholes, List.of()).groups());
    }

    /** Every name replaced by a word that says nothing, in another order. */
    private static Map<String, Integer> renamed(Case one) {
        Map<String, String> words = new TreeMap<>();
        one.entities.forEach(
                e -> words.put(e, Integer.toHexString(e.hashCode() * 31 + 7) + words.size()));
        Map<String, Integer> labels =
                labels(
                        Likeness.partition(
                                        words.values(),
                                        one.uses.stream()
                                                .map(u -> new Likeness.Use(map(u.things(), words)))
                                                .toList()
                                                .reversed(),
                                        one.wholes.stream()
                                                .map(w ->
                                                        new Likeness.Whole(
                                                                words.getOrDefault(w.part(), ""),
                                                                words.getOrDefault(w.of(), "")))
                                                .toList(),
                                        List.of())
                                .groups());
        Map<String, Integer> back = new HashMap<>();
        words.forEach((name, word) -> back.put(name, labels.getOrDefault(word, -1)));
        return back;
    }

    private static Set<String> map(Set<String> things, Map<String, String> words) {
        Set<String> result = new TreeSet<>();
        things.forEach(t -> result.add(words.getOrDefault(t, t)));
        return result;
    }

    /** What one use case writes goes together. */
    private static Map<String, Integer> baseline(Case one) {
        Map<String, Integer> labels = new HashMap<>();
        for (int i = 0; i < one.entities.size(); i++) {
            labels.put(one.entities.get(i), i);
        }
        for (Set<String> written : one.written) {
            Integer first = null;
            for (String entity : written) {
                Integer label = labels.get(entity);
                if (first == null) {
                    first = label;
                } else if (label != null) {
                    int from = label;
                    int to = first;
                    labels.replaceAll((_, l) -> l == from ? to : l);
                }
            }
        }
        return labels;
    }

    private static double rand(Case one, Map<String, Integer> labels) {
        Map<String, Integer> both = new HashMap<>();
        Map<String, Integer> mine = new HashMap<>();
        Map<String, Integer> theirs = new HashMap<>();
        int n = 0;
        for (Map.Entry<String, String> e : one.truth.entrySet()) {
            Integer label = labels.get(e.getKey());
            if (label != null) {
                both.merge(label + "|" + e.getValue(), 1, Integer::sum);
                mine.merge(String.valueOf(label), 1, Integer::sum);
                theirs.merge(e.getValue(), 1, Integer::sum);
                n++;
            }
        }
        double together = pairs(both);
        double a = pairs(mine);
        double b = pairs(theirs);
        double expected = a * b / (n * (n - 1) / 2.0);
        double most = (a + b) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(Map<String, Integer> counts) {
        return counts.values().stream().mapToDouble(c -> c * (c - 1) / 2.0).sum();
    }
}

package org.groundplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.Groundplan;
import org.groundplan.brief.Reading;
import org.groundplan.model.Design;
import org.groundplan.model.Module;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published systems whose boundaries their authors drew: how like them are ours? Each case is
 * written as a brief and designed like any other. Adjusted Rand index (Hubert and Arabie 1985): 1
 * the same, 0 as by chance. Beside it the greedy baseline: join whatever is written together. Not a
 * test: {@code bench/boundaries.sh FOLDER}; nothing of the cases is in this repository.
 */
public final class Boundaries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Boundaries() {}

    private record Use(String name, Set<String> reads, Set<String> writes) {}

    /**
     * @param wholes whole by part
     * @param truth name of the real service, by entity
     */
    private record Case(
            String name,
            List<String> entities,
            List<Use> uses,
            Map<String, String> wholes,
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
        System.out.printf(Locale.ROOT, "%-18s %6s %8s %8s%n", "case", "ARI", "baseline", "renamed");
        for (Path file : files) {
            Case one = read(file);
            Map<String, Integer> ours = labels(design(brief(one)));
            double ari = rand(one.truth, ours);
            double base = rand(one.truth, baseline(one));
            total += ari;
            totalBase += base;
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %6.2f %8.2f %8s%n",
                    one.name,
                    ari,
                    base,
                    renamed(one, ours) ? "same" : "differs");
        }
        System.out.printf(
                Locale.ROOT,
                "%-18s %6.2f %8.2f%n",
                "mean",
                total / files.size(),
                totalBase / files.size());
    }

    private static Case read(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readString(file));
        List<String> entities = new ArrayList<>();
        root.path("entities").forEach(e -> entities.add(e.asString()));
        List<Use> uses = new ArrayList<>();
        for (JsonNode useCase : root.path("useCases")) {
            Set<String> writes = new TreeSet<>();
            useCase.path("writes").forEach(e -> writes.add(e.asString()));
            Set<String> reads = new TreeSet<>();
            useCase.path("reads").forEach(e -> reads.add(e.asString()));
            uses.add(new Use(useCase.path("name").asString(), reads, writes));
        }
        Map<String, String> wholes = new TreeMap<>();
        for (JsonNode relation : root.path("relations")) {
            if (relation.path("type").asString().equals("COMPOSITION")) {
                wholes.put(
                        relation.path("destination").asString(),
                        relation.path("origin").asString());
            }
        }
        Map<String, String> truth = new TreeMap<>();
        root.path("reference")
                .properties()
                .forEach(s -> s.getValue().forEach(e -> truth.put(e.asString(), s.getKey())));
        return new Case(
                file.getFileName().toString().replace(".json", ""), entities, uses, wholes, truth);
    }

    /** The case as somebody would write it down; JSON is YAML, too. */
    private static String brief(Case one) {
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("name", one.name);
        Map<String, Object> entities = new LinkedHashMap<>();
        for (String entity : one.entities) {
            String whole = one.wholes.get(entity);
            entities.put(entity, whole == null ? Map.of() : Map.of("partOf", whole));
        }
        brief.put("entities", entities);
        List<Object> uses = new ArrayList<>();
        for (Use use : one.uses) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("name", use.name);
            written.put("reads", List.copyOf(use.reads));
            written.put("writes", List.copyOf(use.writes));
            uses.add(written);
        }
        brief.put("useCases", uses);
        return JSON.writeValueAsString(brief);
    }

    static Design design(String brief) {
        Groundplan groundplan = new Groundplan();
        Reading reading = groundplan.read("brief.yaml", brief);
        if (!reading.usable()) {
            throw new IllegalStateException(reading.diagnostics().toString());
        }
        return groundplan.derive(reading.brief(), reading.diagnostics());
    }

    static Map<String, Integer> labels(Design design) {
        Map<String, Integer> labels = new HashMap<>();
        int i = 0;
        for (Module module : design.all(Module.class)) {
            for (String entity : module.owns()) {
                labels.put(entity, i);
            }
            i++;
        }
        return labels;
    }

    /**
     * Whether every name replaced by a word that says nothing, in another order, gives the same;
     * but for what no use touches, which only its name can place.
     */
    private static boolean renamed(Case one, Map<String, Integer> ours) {
        Map<String, String> words = new TreeMap<>();
        one.entities.forEach(e -> words.put(e, word(e.hashCode() * 31 + words.size())));
        List<Use> uses = new ArrayList<>();
        for (Use use : one.uses.reversed()) {
            uses.add(
                    new Use(
                            "handle " + word(use.name.hashCode()),
                            map(use.reads, words),
                            map(use.writes, words)));
        }
        Map<String, String> wholes = new TreeMap<>();
        one.wholes.forEach((part, whole) ->
                wholes.put(words.getOrDefault(part, part), words.getOrDefault(whole, whole)));
        Map<String, Integer> labels =
                labels(
                        design(
                                brief(
                                        new Case(
                                                one.name,
                                                List.copyOf(new TreeSet<>(words.values())),
                                                uses,
                                                wholes,
                                                Map.of()))));
        Set<String> touched = new TreeSet<>();
        one.uses.forEach(u -> {
            touched.addAll(u.reads);
            touched.addAll(u.writes);
        });
        return one.entities.stream()
                .filter(touched::contains)
                .allMatch(a ->
                        one.entities.stream()
                                .filter(touched::contains)
                                .allMatch(b ->
                                        same(ours, a, b)
                                                == same(
                                                        labels,
                                                        words.getOrDefault(a, ""),
                                                        words.getOrDefault(b, ""))));
    }

    private static boolean same(Map<String, Integer> labels, String a, String b) {
        return labels.getOrDefault(a, -1).equals(labels.getOrDefault(b, -2));
    }

    /** A word of consonants and vowels that means nothing. */
    private static String word(int seed) {
        StringBuilder word = new StringBuilder();
        int left = seed & 0x7fffffff;
        for (int i = 0; i < 5; i++) {
            word.append("bdfgklmnprtvz".charAt(left % 13)).append("aeiou".charAt(left / 13 % 5));
            left = left / 65 + 7919 * (i + 1);
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
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
        for (Use use : one.uses) {
            Integer first = null;
            for (String entity : use.writes) {
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

    static double rand(Map<String, String> truth, Map<String, Integer> labels) {
        Map<String, Integer> both = new HashMap<>();
        Map<String, Integer> mine = new HashMap<>();
        Map<String, Integer> theirs = new HashMap<>();
        int n = 0;
        for (Map.Entry<String, String> e : truth.entrySet()) {
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

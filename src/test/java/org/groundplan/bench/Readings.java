package org.groundplan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groundplan.Groundplan;
import org.groundplan.brief.prose.Fact;
import org.groundplan.brief.prose.ProseReading;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.UseCase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well prose is read, on a folder given by {@code -Dcases=}:
 *
 * <ul>
 *   <li>{@code NAME.txt} with {@code NAME.json}: entities and references of the brief that is made,
 *       against classes and associations that annotators agreed on;
 *   <li>{@code NAME.md} with {@code NAME.key}: facts, against a key written by hand;
 *   <li>{@code NAME.txt} alone: share of sentences that led to a fact.
 * </ul>
 */
public final class Readings {
    private static final Groundplan GROUNDPLAN = new Groundplan();

    private Readings() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(System.getProperty("cases", "."));
        Path texts = Path.of(System.getProperty("texts", folder.toString()));
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        models(files);
        keys(files, texts);
        stories(files);
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static ProseReading prose(Path file) throws IOException {
        return GROUNDPLAN.prose(file.getFileName().toString(), read(file));
    }

    // ---- classes and associations ----

    private static void models(List<Path> files) throws IOException {
        double classes = 0;
        double associations = 0;
        int n = 0;
        for (Path file : files) {
            Path text = file.resolveSibling(file.getFileName().toString().replace(".json", ".txt"));
            if (!file.toString().endsWith(".json") || !Files.exists(text)) {
                continue;
            }
            JsonNode gold = JsonMapper.shared().readTree(read(file));
            if (gold.path("goldClasses").isMissingNode()) {
                continue;
            }
            ProseReading reading = prose(text);
            Design brief = GROUNDPLAN.read(reading, reading.yaml(), Map.of()).brief();
            Set<String> got = new LinkedHashSet<>();
            Set<String> pairs = new LinkedHashSet<>();
            if (brief != null) {
                for (Entity e : brief.all(Entity.class)) {
                    got.add(plain(e.name()));
                    e.parents().forEach(p -> pairs.add(pair(plain(e.name()), plain(p))));
                }
                // who works on what is an association as well, where both are remembered
                for (UseCase u : brief.all(UseCase.class)) {
                    String actor = plain(u.actor() == null ? "" : u.actor());
                    Set<String> things = new LinkedHashSet<>(u.writes());
                    u.effects().forEach(x -> things.add(x.entity()));
                    for (String thing : things) {
                        if (got.contains(actor)
                                && got.contains(plain(thing))
                                && !actor.equals(plain(thing))) {
                            pairs.add(pair(actor, plain(thing)));
                        }
                    }
                }
            }
            Score best = new Score(0, 0);
            for (String key : List.of("goldClasses", "goldClassesRevised2025")) {
                Set<String> wanted = new TreeSet<>();
                gold.path(key).forEach(x -> wanted.add(plain(x.asString(""))));
                Score score = Score.of(got, wanted);
                best = score.f1() > best.f1() ? score : best;
            }
            Set<String> wanted = new TreeSet<>();
            gold.path("goldAssociations")
                    .forEach(x ->
                            wanted.add(
                                    pair(
                                            plain(x.get(0).asString("")),
                                            plain(x.get(1).asString("")))));
            Score association = Score.of(pairs, wanted);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s classes P %.2f R %.2f F1 %.2f   associations P %.2f R %.2f F1 %.2f%n",
                    text.getFileName(),
                    best.precision,
                    best.recall,
                    best.f1(),
                    association.precision,
                    association.recall,
                    association.f1());
            classes += best.f1();
            associations += association.f1();
            n++;
        }
        if (n > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "mean of %d            classes F1 %.2f   associations F1 %.2f   (published: machine 0.55, chat model 0.53, people 0.76)%n",
                    n,
                    classes / n,
                    associations / n);
        }
    }

    private record Score(double precision, double recall) {
        static Score of(Set<String> got, Set<String> wanted) {
            long hit = wanted.stream().filter(got::contains).count();
            return new Score(
                    hit / (double) Math.max(1, got.size()),
                    hit / (double) Math.max(1, wanted.size()));
        }

        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + "~" + b : b + "~" + a;
    }

    /** Lower case, words apart, each singular. */
    private static String plain(String name) {
        List<String> words = new ArrayList<>();
        for (String w :
                name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .toLowerCase(Locale.ROOT)
                        .strip()
                        .split("[ _-]+")) {
            words.add(
                    w.endsWith("ies") && w.length() > 4
                            ? w.substring(0, w.length() - 3) + "y"
                            : w.matches(".*(ss|us)") || !w.endsWith("s")
                                    ? w
                                    : w.substring(0, w.length() - 1));
        }
        return String.join(" ", words);
    }

    // ---- keys ----

    /**
     * Facts of the texts against their keys.
     *
     * @return lines of the keys, how many were found, facts read, how many of them are in a key
     */
    static int[] keys(List<Path> files, Path texts) throws IOException {
        Map<String, int[]> byKind = new TreeMap<>();
        for (Path key : files) {
            if (!key.toString().endsWith(".key")) {
                continue;
            }
            ProseReading reading =
                    prose(texts.resolve(key.getFileName().toString().replace(".key", ".md")));
            Set<Fact> used = new LinkedHashSet<>();
            for (String line : Files.readAllLines(key)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.split(" \\| ");
                int[] counts = byKind.computeIfAbsent(parts[0], _ -> new int[4]);
                counts[0]++;
                List<Fact> hits =
                        reading.facts().stream().filter(f -> Keyed.fits(f, parts, used)).toList();
                if (hits.isEmpty()) {
                    System.out.println("  missed in " + key.getFileName() + ": " + line);
                } else {
                    counts[1]++;
                    used.addAll(parts[0].equals("number") ? hits.subList(0, 1) : hits);
                }
            }
            for (Fact f : reading.facts()) {
                String kind = Keyed.kind(f);
                if (!kind.isEmpty()) {
                    int[] counts = byKind.computeIfAbsent(kind, _ -> new int[4]);
                    counts[2]++;
                    counts[3] += used.contains(f) ? 1 : 0;
                }
            }
        }
        int[] sum = new int[4];
        byKind.forEach((kind, c) -> {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s in the key %3d, found %.2f   read %3d, right %.2f%n",
                    kind,
                    c[0],
                    c[1] / (double) Math.max(1, c[0]),
                    c[2],
                    c[3] / (double) Math.max(1, c[2]));
            for (int i = 0; i < 4; i++) {
                sum[i] += c[i];
            }
        });
        if (sum[0] > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "all          in the key %3d, recall %.3f   read %3d, precision %.3f%n",
                    sum[0],
                    sum[1] / (double) sum[0],
                    sum[2],
                    sum[3] / (double) Math.max(1, sum[2]));
        }
        return sum;
    }

    /** When a fact is what a line of a key says. */
    private static final class Keyed {
        static String kind(Fact f) {
            return switch (f.kind()) {
                case NUMBER -> "number";
                case ACTOR -> "actor";
                case RULE -> "rule";
                case ACCESS -> "access";
                case INTEGRATION -> "integration";
                case CONSTRAINT -> "constraint";
                default -> "";
            };
        }

        static boolean fits(Fact f, String[] key, Set<Fact> used) {
            if (!sameKind(f, key[0])) {
                return false;
            }
            if (key[0].equals("actor")) {
                String name = key[2].strip().replace('-', ' ');
                String own = f.name().replace('-', ' ');
                return own.equals(name) || own.endsWith(" " + name) || name.endsWith(" " + own);
            }
            int at =
                    f.text()
                            .toLowerCase(Locale.ROOT)
                            .indexOf(key[1].toLowerCase(Locale.ROOT).replace('\u2019', '\''));
            if (at < 0 || f.start() > at + key[1].length() || f.end() < at) {
                return false;
            }
            if (!key[0].equals("number")) {
                return f.start() < at + key[1].length() && f.end() > at;
            }
            boolean role =
                    f.words().getFirst().equals(key[3])
                            || Set.of("count", "sites")
                                    .containsAll(List.of(f.words().getFirst(), key[3]));
            return !used.contains(f)
                    && role
                    && new java.math.BigDecimal(f.words().get(1))
                                    .compareTo(new java.math.BigDecimal(key[2].strip()))
                            == 0;
        }

        private static boolean sameKind(Fact f, String kind) {
            boolean number = f.kind() == Fact.Kind.NUMBER;
            String role = number ? f.words().getFirst() : "";
            return switch (kind) {
                case "rule" ->
                        f.kind() == Fact.Kind.RULE
                                || f.kind() == Fact.Kind.ACCESS
                                || role.matches("limit|term|retention|interval");
                case "access" ->
                        f.kind() == Fact.Kind.ACCESS
                                || f.kind() == Fact.Kind.USE_CASE
                                || f.kind() == Fact.Kind.RULE;
                case "constraint" ->
                        f.kind() == Fact.Kind.CONSTRAINT
                                || role.matches("budget|team|sites|growth");
                default -> kind(f).equals(kind);
            };
        }
    }

    // ---- backlogs ----

    private static void stories(List<Path> files) throws IOException {
        for (Path file : files) {
            boolean alone =
                    !Files.exists(
                            file.resolveSibling(
                                    file.getFileName().toString().replace(".txt", ".json")));
            if (file.toString().endsWith(".txt") && alone) {
                ProseReading r = prose(file);
                System.out.printf(
                        Locale.ROOT,
                        "%-28s %3d of %3d sentences led to a fact%s%n",
                        file.getFileName(),
                        r.understood(),
                        r.sentences(),
                        r.refused().isEmpty() ? "" : ": " + r.refused());
            }
        }
    }
}

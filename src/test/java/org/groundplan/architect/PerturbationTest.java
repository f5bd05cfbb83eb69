package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.Examples;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One thing of a brief changed at a time: what else changes, and why. Refresh the table with {@code
 * ./build test -Dgolden=update}, then read it line by line.
 */
class PerturbationTest {
    private static final Path TABLE = Path.of("docs/perturbations.md");

    /** Texts of the brief by what they become; a regular expression on the left. */
    private record Change(String example, String words, List<String> edits) {}

    private static final String TEAMS = "(?s)  teams:\\n.*?(?=\\n\\S|\\z)";

    private static List<Change> changes() {
        String teams = "  teams: [{ name: all, engineers: %s, knows: [java] }]";
        return List.of(
                new Change("food-delivery", "2 engineers", List.of(TEAMS, teams.formatted("2"))),
                new Change("food-delivery", "40 engineers", List.of(TEAMS, teams.formatted("40"))),
                new Change(
                        "food-delivery",
                        "1,000 times the load",
                        List.of("22_000 per day", "22M per day", "700 in 4 s", "700k in 4 s")),
                new Change(
                        "food-delivery",
                        "two sites",
                        List.of("constraints:\n", "constraints:\n  sites: 2\n")),
                new Change(
                        "food-delivery",
                        "a budget of a tenth of the bill, 30 EUR a month",
                        List.of("constraints:\n", "constraints:\n  budget: 30 EUR per month\n")),
                new Change(
                        "food-delivery",
                        "we run MySQL and PHP",
                        List.of(
                                "constraints:\n",
                                "constraints:\n  uses: [MySQL, PHP]\n",
                                "knows: \\[[^]]*\\]",
                                "knows: [php]")),
                new Change(
                        "food-delivery", "no cloud", List.of("runsOn: gcp", "runsOn: on-premises")),
                new Change("food-delivery", "AWS only", List.of("runsOn: gcp", "runsOn: aws")),
                new Change(
                        "helpdesk",
                        "one company instead of 1,500",
                        List.of("count: 1500\n    tenant: true", "count: 1\n    tenant: false")));
    }

    private static String changed(Change change) {
        String text = Examples.text(change.example);
        for (int i = 0; i < change.edits.size(); i += 2) {
            String next = text.replaceAll(change.edits.get(i), change.edits.get(i + 1));
            assertThat(next).as(change.words + ": " + change.edits.get(i)).isNotEqualTo(text);
            text = next;
        }
        return text;
    }

    private static Map<String, String> shape(Design design) {
        Map<String, String> shape = new TreeMap<>();
        for (Decision d : design.all(Decision.class)) {
            shape.put("decision: " + d.question(), d.chosen());
        }
        shape.put(
                "services",
                design.all(Service.class).stream()
                        .map(s -> s.name() + " × " + s.instances())
                        .collect(Collectors.joining(", ")));
        shape.put(
                "stores",
                design.all(Store.class).stream()
                        .map(s -> s.technology() + (s.rented() ? ", rented" : ", our own"))
                        .collect(Collectors.joining(", ")));
        shape.put(
                "modules",
                design.all(Module.class).stream()
                        .map(m -> m.name() + " (" + String.join(", ", m.owns()) + ")")
                        .collect(Collectors.joining("; ")));
        shape.put(
                "bill",
                design.all(Quantity.class).stream()
                                .noneMatch(q ->
                                        q.id().matches(
                                                        "quantity:price.(machine|containers|database)"))
                        ? "own machines, not priced"
                        : Numbers.print(
                                design.quantity("quantity:system.cost").value(),
                                design.quantity("quantity:system.cost").unit()));
        return shape;
    }

    private static String why(Design design, String key) {
        return design.all(Decision.class).stream()
                .filter(d -> key.equals("decision: " + d.question()))
                .map(Decision::why)
                .findFirst()
                .orElse("");
    }

    private static String table() {
        StringBuilder out =
                new StringBuilder(
                        """
                        # What changes when one thing changes

                        Each part changes one thing of an example and lists everything that changed with it in decisions, modules, services, stores, edge and bill, with the reason. What is not listed stayed.
                        """);
        for (Change change : changes()) {
            Design before = Examples.derive(Examples.text(change.example));
            Design after = Examples.derive(changed(change));
            Map<String, String> was = shape(before);
            Map<String, String> is = shape(after);
            out.append("\n## ").append(change.example).append(": ").append(change.words);
            out.append("\n\n");
            List<String> lines = new ArrayList<>();
            TreeMap<String, String> keys = new TreeMap<>(was);
            keys.putAll(is);
            for (String key : keys.keySet()) {
                String from = was.getOrDefault(key, "not asked");
                String to = is.getOrDefault(key, "not asked");
                if (!from.equals(to)) {
                    String why = why(after, key);
                    lines.add(
                            "- **"
                                    + key.replaceFirst("decision: ", "")
                                    + "**: "
                                    + from
                                    + " → "
                                    + to
                                    + (why.isEmpty() ? "" : ". " + why));
                }
            }
            after.all(Finding.class).stream()
                    .filter(f -> f.kind().equals("decision.nothing-left"))
                    .forEach(f -> lines.add("- *" + f.message() + "*"));
            out.append(lines.isEmpty() ? "Nothing." : String.join("\n", lines)).append("\n");
        }
        return out.toString();
    }

    @Test
    void what_changes_is_what_stands_in_the_table() throws IOException {
        String written = table();
        if (System.getProperty("golden", "check").equals("update")) {
            Files.writeString(TABLE, written);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(written);
    }

    /** Flips of the wallet, and the design on both sides of each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    architecture style | people who build it | name: risk, engineers: 5 | name: risk, engineers: 28 | name: risk, engineers: 29
                    cache | requests that read | rate: 12 per | rate: 33 per | rate: 34 per
                    identity | accounts | count: 900k | count: 590k | count: 610k
                    """)
    void a_flip_is_where_the_design_changes(
            String question, String fact, String now, String below, String above) {
        String brief = Examples.text("wallet");
        Decision today = decision(brief, question);
        Decision.Flip flip =
                today.flips().stream().filter(f -> f.fact().equals(fact)).findFirst().orElseThrow();
        assertThat(brief).contains(now);
        Decision lower = decision(brief.replace(now, below), question);
        Decision upper = decision(brief.replace(now, above), question);
        boolean grows = flip.at() > flip.now();
        assertThat((grows ? lower : upper).chosen()).isEqualTo(today.chosen());
        assertThat((grows ? upper : lower).chosen()).isEqualTo(flip.to());
    }

    private static Decision decision(String brief, String question) {
        return Examples.derive(brief)
                .get(Decision.class, "decision:" + org.groundplan.model.Names.slug(question));
    }
}

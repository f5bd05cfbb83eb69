package org.groundplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.groundplan.Examples;
import org.groundplan.architect.PracticeCatalogue;
import org.groundplan.architect.practice.Practice;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Noticed;
import org.junit.jupiter.api.Test;

/** {@code docs/practices}: a page for each family, made of the cards and of what they say. */
class PracticePagesTest {
    private static final Path PAGES = Path.of("docs/practices");

    @Test
    void each_family_has_its_page_as_the_cards_say() throws IOException {
        Map<String, Shown> shown = shown();
        Map<String, List<Card>> families = new TreeMap<>();
        for (Practice practice : PracticeCatalogue.ALL) {
            String name = practice.getClass().getPackageName();
            families.computeIfAbsent(
                            name.substring(name.lastIndexOf('.') + 1), _ -> new ArrayList<>())
                    .add(practice.card());
        }
        for (Map.Entry<String, List<Card>> family : families.entrySet()) {
            String page = page(family.getKey(), family.getValue(), shown);
            Path file = PAGES.resolve(family.getKey() + ".md");
            if ("update".equals(System.getProperty("golden"))) {
                Files.createDirectories(PAGES);
                Files.writeString(file, page);
            }
            assertThat(page).isEqualTo(Files.readString(file));
        }
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName()).replace(".md", "")))
                    .as("a page without a family")
                    .allMatch(f -> f.equals("README") || families.containsKey(f));
        }
    }

    private record Shown(String where, Noticed noticed) {}

    /** What each says first, in the order of names of examples and test briefs. */
    private static Map<String, Shown> shown() throws IOException {
        Map<String, Path> briefs = new TreeMap<>();
        Examples.ALL.forEach(e -> briefs.put("the example " + e, Examples.brief(e)));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/practices"))) {
            files.filter(f -> f.toString().endsWith(".yaml"))
                    .forEach(f ->
                            briefs.put(
                                    "the test brief "
                                            + String.valueOf(f.getFileName()).replace(".yaml", ""),
                                    f));
        }
        Map<String, Shown> result = new TreeMap<>();
        for (Map.Entry<String, Path> brief : briefs.entrySet()) {
            Design design = Examples.derive(Files.readString(brief.getValue()));
            for (Noticed n : Noticed.of(design)) {
                result.putIfAbsent(n.kind(), new Shown(brief.getKey(), n));
            }
        }
        return result;
    }

    private static String page(String family, List<Card> cards, Map<String, Shown> shown) {
        StringBuilder out = new StringBuilder("# Practices: " + family + "\n");
        cards.stream()
                .sorted(Comparator.comparing(Card::id))
                .forEach(c -> {
                    out.append("\n### `").append(c.id()).append("`\n\n**").append(c.title());
                    out.append("**\n\n- When: ").append(c.when());
                    out.append("\n- Numbers: ").append(c.numbers());
                    out.append("\n- Source: ").append(c.source());
                    out.append("\n- Wrong when: ").append(c.wrong()).append("\n");
                    Shown s = shown.get(c.id());
                    if (s != null) {
                        out.append("\nOn ").append(s.where).append(":\n\n> ");
                        out.append(s.noticed.said()).append(" *");
                        out.append(s.noticed.advice()).append("*\n");
                    }
                });
        return out.toString();
    }
}

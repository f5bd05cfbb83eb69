package org.groundplan.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every bad brief with the message it gets: one file of cases, the brief above {@code >>>} and the
 * message below. Refresh with {@code -Dgolden=update}, then read the change.
 */
class BadBriefsTest {
    private static final Path CASES = Path.of("src/test/resources/bad-briefs/cases.txt");

    private record Case(String brief, String expected) {}

    private static Map<String, Case> cases() throws IOException {
        Map<String, Case> result = new LinkedHashMap<>();
        for (String part : Files.readString(CASES).split("(?m)^### ")) {
            if (!part.isBlank()) {
                String title = part.lines().findFirst().orElseThrow();
                String rest = part.substring(part.indexOf('\n') + 1);
                int at = rest.startsWith(">>>\n") ? 0 : rest.indexOf("\n>>>\n") + 1;
                result.put(title, new Case(rest.substring(0, at), rest.substring(at + 4).strip()));
            }
        }
        return result;
    }

    private static String message(String brief) {
        List<String> printed = new ArrayList<>();
        Reading reading = BriefReader.read("brief.yaml", brief);
        if (reading.usable()) {
            return "USABLE";
        }
        reading.diagnostics().forEach(d -> printed.add(d.print()));
        return String.join("\n", printed).strip();
    }

    @Test
    void every_bad_brief_gets_its_message() throws IOException {
        Map<String, Case> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
        Map<String, String> got = new LinkedHashMap<>();
        cases.forEach((title, c) -> got.put(title, message(c.brief)));
        if (System.getProperty("golden", "check").equals("update")) {
            StringBuilder text = new StringBuilder();
            cases.forEach((title, c) ->
                    text.append("### ")
                            .append(title)
                            .append("\n")
                            .append(c.brief)
                            .append(">>>\n")
                            .append(got.get(title))
                            .append("\n\n"));
            Files.writeString(CASES, text.toString());
            return;
        }
        Map<String, String> expected = new LinkedHashMap<>();
        cases.forEach((title, c) -> expected.put(title, c.expected));
        assertThat(got).isEqualTo(expected);
    }

    @Test
    void each_message_says_where_what_and_what_to_write() throws IOException {
        cases().forEach((title, c) ->
                assertThat(message(c.brief))
                        .as(title)
                        .matches("(?s).*brief\\.yaml:\\d+:\\d+: error: .*")
                        .contains("expected: ")
                        .doesNotContain("Exception")
                        .doesNotContain("null")
                        .doesNotContain("USABLE"));
    }
}

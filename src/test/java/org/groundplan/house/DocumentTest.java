package org.groundplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.groundplan.Library;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The document has seven sections and a length; the model has its schema. */
class DocumentTest {
    @Test
    void exactly_the_seven_sections_in_order_and_at_most_four_thousand_words() {
        String document = Library.tried().files().text("ARCHITECTURE.md");
        List<String> sections = document.lines().filter(l -> l.startsWith("## ")).toList();
        assertThat(sections)
                .containsExactly(
                        "## 1. Executive summary",
                        "## 2. Architecture overview",
                        "## 3. Service definitions",
                        "## 4. API contracts",
                        "## 5. Data schema",
                        "## 6. Technology stack rationale",
                        "## 7. Key considerations");
        long words =
                Arrays.stream(document.split("\\s+"))
                        .filter(w -> w.matches("(?U).*[\\p{L}\\p{N}].*"))
                        .count();
        assertThat(words).as("words, code and diagrams included").isBetween(2000L, 4000L);
    }

    @Test
    void wordings_that_claim_too_much_do_not_appear() {
        String document = Library.tried().files().text("ARCHITECTURE.md");
        assertThat(document)
                .doesNotContainIgnoringCase("proven")
                .doesNotContain("null")
                .doesNotContain("unknown")
                .doesNotContain("BROKEN");
    }

    @Test
    void design_json_fits_its_published_schema() throws Exception {
        String schema = Files.readString(Path.of("docs/schema/design.schema.json"));
        var judge =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JsonMapper.builder().build().readTree(schema));
        assertThat(
                        judge.validate(
                                JsonMapper.builder()
                                        .build()
                                        .readTree(Library.tried().files().text("design.json"))))
                .isEmpty();
        assertThat(judge.validate(JsonMapper.builder().build().readTree("{\"name\": \"x\"}")))
                .isNotEmpty();
    }
}

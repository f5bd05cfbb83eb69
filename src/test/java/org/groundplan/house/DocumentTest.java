package org.groundplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.groundplan.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The document has seven sections and a length; the model has its schema. */
class DocumentTest {
    @ParameterizedTest
    @CsvSource({
        "library, 4500",
        "greenhouse, 5600",
        "community-chat, 6200",
        "courts, 6200",
        "wallet, 7200",
        "helpdesk, 7800",
        "food-delivery, 9300"
    })
    void exactly_the_seven_sections_in_order_and_within_its_length(String example, long most) {
        String document = Examples.tried(example).files().text("ARCHITECTURE.md");
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
        assertThat(words).as("words, code and diagrams included").isBetween(2000L, most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "community-chat",
                "courts",
                "food-delivery",
                "greenhouse",
                "helpdesk",
                "library",
                "wallet"
            })
    void wordings_that_claim_too_much_do_not_appear(String example) {
        String document = Examples.tried(example).files().text("ARCHITECTURE.md");
        assertThat(document)
                .doesNotContainIgnoringCase("proven")
                .doesNotContain("null")
                .doesNotContain("unknown")
                .doesNotContain("BROKEN");
        assertThat(document.contains("**ERROR:**"))
                .as("an error, in the one example whose budget does not hold what it asks for")
                .isEqualTo(example.equals("greenhouse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "community-chat",
                "courts",
                "food-delivery",
                "greenhouse",
                "helpdesk",
                "library",
                "wallet"
            })
    void design_json_fits_its_published_schema(String example) throws Exception {
        String schema = Files.readString(Path.of("docs/schema/design.schema.json"));
        var judge =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JsonMapper.builder().build().readTree(schema));
        assertThat(
                        judge.validate(
                                JsonMapper.builder()
                                        .build()
                                        .readTree(
                                                Examples.tried(example)
                                                        .files()
                                                        .text("design.json"))))
                .isEmpty();
        assertThat(judge.validate(JsonMapper.builder().build().readTree("{\"name\": \"x\"}")))
                .isNotEmpty();
    }
}

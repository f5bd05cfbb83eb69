package org.groundplan.brief;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.groundplan.Examples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema and the reader know the same keys, and judge briefs alike. */
class SchemaTest {
    private static JsonNode text() throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/brief.schema.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text());
    }

    private static Set<String> keys(JsonNode object) {
        return Set.copyOf(object.path("properties").propertyNames());
    }

    @Test
    void keys_are_those_of_the_reader() throws IOException {
        JsonNode brief = text();
        JsonNode p = brief.path("properties");
        assertThat(keys(brief)).isEqualTo(BriefReader.KEYS);
        assertThat(keys(p.path("qualities"))).isEqualTo(LimitReader.QUALITIES);
        assertThat(keys(p.path("constraints"))).isEqualTo(LimitReader.constraints());
        assertThat(keys(p.path("design"))).isEqualTo(DesignReader.KEYS);
        assertThat(keys(p.path("useCases").path("anyOf").path(1).path("additionalProperties")))
                .isEqualTo(UseCaseReader.KEYS);
        assertThat(keys(p.path("integrations").path("anyOf").path(0).path("additionalProperties")))
                .isEqualTo(PartyReader.INTEGRATION_KEYS);
    }

    @Test
    void decisions_that_a_brief_may_take_are_those_that_are_taken() throws IOException {
        List<String> enumerated = new ArrayList<>();
        text().path("properties")
                .path("design")
                .path("properties")
                .path("decisions")
                .path("propertyNames")
                .path("enum")
                .forEach(n -> enumerated.add(n.asString()));
        assertThat(DecisionNames.ALL)
                .containsExactlyInAnyOrderElementsOf(org.groundplan.Groundplan.questions());
        assertThat(enumerated).containsExactlyElementsOf(DecisionNames.ALL);
    }

    @Test
    void good_briefs_fit_and_misspelt_keys_do_not() throws IOException {
        Schema schema = schema();
        YAMLMapper yaml = YAMLMapper.builder().build();
        List<String> texts = new ArrayList<>();
        Examples.ALL.forEach(e -> texts.add(Examples.text(e)));
        for (String name : List.of("clinic", "greenhouse", "helpdesk", "community-chat", "beds")) {
            texts.add(Files.readString(Path.of("src/test/resources/briefs/" + name + ".yaml")));
        }
        for (String text : texts) {
            assertThat(schema.validate(yaml.readTree(text)))
                    .as(text.lines().findFirst().orElse(""))
                    .isEmpty();
        }
        assertThat(schema.validate(yaml.readTree("name: X\nuseCase: [a]\n"))).isNotEmpty();
        assertThat(
                        schema.validate(
                                yaml.readTree("name: X\nuseCases: [{ name: a, latencey: 1 s }]\n")))
                .isNotEmpty();
    }
}

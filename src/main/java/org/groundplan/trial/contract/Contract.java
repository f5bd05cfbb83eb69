package org.groundplan.trial.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.groundplan.model.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published OpenAPI document as a judge of recorded answers. */
final class Contract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Contract(String openapi) {
        this.document = YAMLMapper.builder().build().readTree(openapi);
    }

    /** What of a recorded answer the contract does not allow. */
    List<String> breaches(Operation operation, int status, Map<String, Object> exchange) {
        JsonNode responses =
                document.path("paths")
                        .path(operation.path())
                        .path(operation.method().toLowerCase(Locale.ROOT))
                        .path("responses");
        JsonNode response = responses.path(String.valueOf(status));
        if (response.isMissingNode()) {
            return List.of(
                    "the contract of "
                            + operation.method()
                            + " "
                            + operation.path()
                            + " has no "
                            + status);
        }
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asString("").substring(1));
        }
        Map<?, ?> answer = (Map<?, ?>) exchange.get("response");
        Object body = answer == null ? null : answer.get("body");
        JsonNode schema =
                response.path("content").isEmpty()
                        ? null
                        : response.path("content").iterator().next().path("schema");
        if (body == null || schema == null) {
            return body == null && schema == null
                    ? List.of()
                    : List.of(status + ": body and contract disagree on whether there is one");
        }
        ObjectNode root = JSON.createObjectNode();
        root.set("components", document.path("components"));
        root.set("allOf", JSON.createArrayNode().add(schema));
        Schema judge = registry.getSchema(root);
        List<String> result = new ArrayList<>();
        for (Error error : judge.validate(JSON.valueToTree(body))) {
            result.add(status + ": " + error.getInstanceLocation() + " " + error.getMessage());
        }
        return result;
    }
}

package org.groundplan.trial.plan;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the planner would do, in short.
 *
 * @param cost the planner's own unit: page reads, not time
 * @param access scans as {@code Index Scan loan_pkey}, outermost first
 * @param wholeTables tables read from end to end
 */
record Plan(double cost, double rows, List<String> access, List<String> wholeTables) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Plan {
        access = List.copyOf(access);
        wholeTables = List.copyOf(wholeTables);
    }

    static Plan parse(String explained) {
        JsonNode plan = JSON.readTree(explained).get(0).get("Plan");
        List<String> access = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        walk(plan, access, whole);
        return new Plan(
                plan.path("Total Cost").asDouble(),
                plan.path("Plan Rows").asDouble(),
                access,
                whole);
    }

    private static void walk(JsonNode node, List<String> access, List<String> whole) {
        String type = node.path("Node Type").asString("");
        String relation = node.path("Relation Name").asString("");
        String index = node.path("Index Name").asString("");
        if (type.equals("Seq Scan")) {
            whole.add(relation);
            access.add("Seq Scan " + relation);
        } else if (!index.isEmpty()) {
            access.add(type + " " + index);
        }
        for (JsonNode child : node.path("Plans")) {
            walk(child, access, whole);
        }
    }

    String describe() {
        return access.isEmpty()
                ? "no table read"
                : String.join(", ", access.stream().distinct().toList());
    }
}

package org.groundplan.trial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the planner would do, in short.
 *
 * @param cost the planner's own unit: page reads, not time
 * @param access scans as {@code Index Scan loan_pkey}, outermost first
 * @param wholeTables tables read from end to end
 * @param scans each access to a table that throws away some of what it reads
 */
record Plan(
        double cost, double rows, List<String> access, List<String> wholeTables, List<Scan> scans) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param condition what the index is asked, with tables in place of short names; empty for all
     *     of it
     * @param rows the rows that are kept
     * @param fetched the rows that are read; negative when only another question can tell
     */
    record Scan(String table, String index, String condition, double rows, double fetched) {}

    Plan {
        access = List.copyOf(access);
        wholeTables = List.copyOf(wholeTables);
        scans = List.copyOf(scans);
    }

    static Plan parse(String explained) {
        JsonNode plan = JSON.readTree(explained).get(0).get("Plan");
        Map<String, String> names = new TreeMap<>();
        names(plan, names);
        List<String> access = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        List<Scan> scans = new ArrayList<>();
        walk(plan, access, whole, scans, names);
        return new Plan(
                plan.path("Total Cost").asDouble(),
                plan.path("Plan Rows").asDouble(),
                access,
                whole,
                scans);
    }

    /** Milliseconds that an explained and executed statement took. */
    static double executionTime(String explained) {
        return JSON.readTree(explained).get(0).path("Execution Time").asDouble();
    }

    private static void names(JsonNode node, Map<String, String> names) {
        if (node.has("Alias") && node.has("Relation Name")) {
            names.put(text(node, "Alias"), text(node, "Relation Name"));
        }
        for (JsonNode child : node.path("Plans")) {
            names(child, names);
        }
    }

    private static void walk(
            JsonNode node,
            List<String> access,
            List<String> whole,
            List<Scan> scans,
            Map<String, String> names) {
        String type = text(node, "Node Type");
        String relation = text(node, "Relation Name");
        String index = text(node, "Index Name");
        boolean filtered = node.has("Filter") && !relation.isEmpty();
        double rows = node.path("Plan Rows").asDouble();
        if (type.equals("Seq Scan")) {
            whole.add(relation);
            access.add("Seq Scan " + relation);
            if (filtered) {
                scans.add(new Scan(relation, "", "", rows, -1));
            }
        } else if (!index.isEmpty()) {
            access.add(type + " " + index);
            if (filtered) {
                scans.add(new Scan(relation, index, condition(node, names), rows, -1));
            }
        } else if (filtered && type.equals("Bitmap Heap Scan")) {
            double read = node.path("Plans").get(0).path("Plan Rows").asDouble();
            scans.add(new Scan(relation, "", "", rows, read));
        }
        for (JsonNode child : node.path("Plans")) {
            walk(child, access, whole, scans, names);
        }
    }

    /** A value of another table, or of a query before, becomes any value of the same kind. */
    private static String condition(JsonNode node, Map<String, String> names) {
        String condition = text(node, "Index Cond");
        String own = text(node, "Relation Name");
        for (Map.Entry<String, String> e : names.entrySet()) {
            condition =
                    condition.replaceAll(
                            "(?<![\\w.\"'])\"?"
                                    + java.util.regex.Pattern.quote(e.getKey())
                                    + "\"?\\.(\"[^\"]+\"|\\w+)",
                            "(SELECT $1 FROM \"" + e.getValue() + "\" LIMIT 1)");
        }
        return condition.replaceAll(
                "\\((\"[^\"]+\"|\\w+) = (?:\\$\\d+|\\(InitPlan [^)]*\\)\\.col\\d+)\\)",
                "($1 = (SELECT $1 FROM \"" + own + "\" LIMIT 1))");
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    Plan withScans(List<Scan> known) {
        return new Plan(cost, rows, access, wholeTables, known);
    }

    /** Rows read for one that is kept, where it is worst; 1 where nothing is thrown away. */
    double waste() {
        return scans.stream().mapToDouble(s -> s.fetched() / Math.max(1, s.rows())).max().orElse(1);
    }

    String describe() {
        return access.isEmpty()
                ? "no table read"
                : String.join(", ", access.stream().distinct().toList());
    }
}

package org.groundplan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groundplan.model.Numbers;
import org.groundplan.model.Unit;
import tools.jackson.databind.JsonNode;

/** Why two entities of a {@code design.json} are in one module, or in two. */
final class Boundary {
    private final JsonNode root;
    private final String a;
    private final String b;

    private Boundary(JsonNode root, String a, String b) {
        this.root = root;
        this.a = a;
        this.b = b;
    }

    /** When the words name exactly two entities: {@code why are Order and Delivery apart}. */
    static Optional<Boundary> of(JsonNode root, String words) {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode entity : root.path("entities")) {
            String name = entity.path("name").asString("");
            names.put(name.toLowerCase(Locale.ROOT), name);
        }
        List<String> found = new ArrayList<>();
        for (String word : words.split("[^\\p{L}\\p{N}_]+")) {
            String name = names.get(word.toLowerCase(Locale.ROOT));
            if (name != null && !found.contains(name)) {
                found.add(name);
            }
        }
        return found.size() == 2
                ? Optional.of(new Boundary(root, found.get(0), found.get(1)))
                : Optional.empty();
    }

    private JsonNode module(String entity) {
        for (JsonNode module : root.path("modules")) {
            for (JsonNode owned : module.path("owns")) {
                if (owned.asString("").equals(entity)) {
                    return module;
                }
            }
        }
        return root.path("nowhere");
    }

    /** The entity that stands for the aggregate. */
    private String aggregate(String entity) {
        for (JsonNode aggregate : module(entity).path("aggregates")) {
            for (JsonNode member : aggregate) {
                if (member.asString("").equals(entity)) {
                    return aggregate.path(0).asString("");
                }
            }
        }
        return entity;
    }

    private JsonNode affinity() {
        String x = aggregate(a);
        String y = aggregate(b);
        for (JsonNode affinity : root.path("affinities")) {
            String first = affinity.path("a").asString("");
            String second = affinity.path("b").asString("");
            if (first.equals(x) && second.equals(y) || first.equals(y) && second.equals(x)) {
                return affinity;
            }
        }
        return root.path("nowhere");
    }

    private List<JsonNode> crossings() {
        String one = module(a).path("id").asString("");
        String other = module(b).path("id").asString("");
        List<JsonNode> result = new ArrayList<>();
        for (JsonNode crossing : root.path("crossings")) {
            String from = crossing.path("from").asString("");
            String to = crossing.path("to").asString("");
            if (from.equals(one) && to.equals(other) || from.equals(other) && to.equals(one)) {
                result.add(crossing);
            }
        }
        return result;
    }

    boolean together() {
        return module(a).path("id").equals(module(b).path("id"));
    }

    private static String because(JsonNode element) {
        return element.path("because").path("sentence").asString("");
    }

    private String likeness() {
        String x = aggregate(a);
        String y = aggregate(b);
        String pair = x.equals(a) && y.equals(b) ? "" : " of " + x + " and " + y;
        JsonNode affinity = affinity();
        return affinity.isMissingNode()
                ? "likeness" + pair + ": 0.00, no use case touches both"
                : "likeness"
                        + pair
                        + ": "
                        + String.format(Locale.ROOT, "%.2f", affinity.path("likeness").asDouble(0))
                        + "; "
                        + because(affinity);
    }

    private String rate(JsonNode crossing) {
        String id = "quantity:" + crossing.path("id").asString("").replace(':', '.') + ".rate-peak";
        for (JsonNode q : root.path("quantities")) {
            if (q.path("id").asString("").equals(id)) {
                BigDecimal value = q.path("value").decimalValue();
                return Numbers.print(value, Unit.PER_SECOND) + " at the peak";
            }
        }
        return "by reference only";
    }

    private String name(String module) {
        for (JsonNode m : root.path("modules")) {
            if (m.path("id").asString("").equals(module)) {
                return m.path("name").asString("");
            }
        }
        return module;
    }

    String print() {
        StringBuilder out = new StringBuilder();
        String one = module(a).path("name").asString("");
        String other = module(b).path("name").asString("");
        if (together()) {
            out.append(a).append(" and ").append(b).append(" are together, in “");
            out.append(one).append("”.\n");
            if (aggregate(a).equals(aggregate(b))) {
                out.append("    They are one aggregate, that of ");
                out.append(aggregate(a)).append(", and never cut.\n");
            } else {
                out.append("    ").append(likeness()).append("\n");
            }
            out.append("    ").append(because(module(a))).append("\n");
            return out.toString();
        }
        out.append(a).append(" and ").append(b).append(" are apart: ").append(a);
        out.append(" in “").append(one).append("”, ").append(b);
        out.append(" in “").append(other).append("”.\n    ").append(likeness()).append("\n");
        for (JsonNode module : List.of(module(a), module(b))) {
            out.append("    ").append(module.path("name").asString("")).append(": ");
            out.append(because(module)).append("\n");
        }
        for (JsonNode crossing : crossings()) {
            out.append("    from ").append(name(crossing.path("from").asString("")));
            out.append(" to ").append(name(crossing.path("to").asString("")));
            out.append(", ").append(rate(crossing)).append(":\n");
            for (JsonNode span : crossing.path("spans")) {
                out.append("        ").append(span.path("kind").asString("")).append(" ");
                out.append(span.path("says").asString("")).append("  (");
                out.append(span.path("subject").asString("")).append(")\n");
            }
            out.append("        Were they parted: ");
            out.append(crossing.path("parted").asString("")).append("\n");
        }
        return out.toString();
    }

    Map<String, Object> json() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("entities", List.of(a, b));
        result.put("together", together());
        result.put(
                "modules",
                List.of(module(a).path("id").asString(""), module(b).path("id").asString("")));
        result.put("likeness", affinity().path("likeness").asDouble(0));
        result.put("why", print());
        return result;
    }
}

package org.groundplan;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Numbers;
import org.groundplan.model.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A walk over the reasons in {@code design.json}, from an element or a printed number to the lines
 * of the brief.
 */
public final class Explanation {
    private static final int DEPTH = 12;
    private static final int MOST = 5;

    private final Map<String, JsonNode> elements = new TreeMap<>();
    private final List<String> found = new ArrayList<>();
    private final List<String> near = new ArrayList<>();
    private java.util.Optional<Boundary> boundary = java.util.Optional.empty();

    private Explanation() {}

    /**
     * @param name an id, a name, or a number as printed
     * @throws NoSuchFileException when the folder has no design.json
     */
    public static Explanation of(Path folder, String name) throws IOException {
        Path file = folder.resolve("design.json");
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file + " (run `groundplan design` first)");
        }
        return of(Files.readString(file), name);
    }

    /**
     * @param design text of a design.json
     * @param name an id, a name, or a number as printed
     */
    public static Explanation of(String design, String name) {
        Explanation explanation = new Explanation();
        JsonNode root = JsonMapper.builder().build().readTree(design);
        for (JsonNode array : root) {
            if (array.isArray()) {
                array.forEach(e -> explanation.elements.put(e.path("id").asString(""), e));
            }
        }
        explanation.search(name.strip());
        if (explanation.found.isEmpty()) {
            explanation.boundary = Boundary.of(root, name);
        }
        return explanation;
    }

    private void search(String name) {
        String wanted = fold(name);
        if (elements.containsKey(name)) {
            found.add(name);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : elements.entrySet()) {
            JsonNode e = entry.getValue();
            boolean named =
                    List.of("name", "question", "problem", "path", "text").stream()
                            .anyMatch(k -> fold(e.path(k).asString("")).equals(wanted));
            boolean tail =
                    fold(entry.getKey().substring(entry.getKey().indexOf(':') + 1)).equals(wanted);
            if (named || tail || printed(e).contains(wanted)) {
                found.add(entry.getKey());
            } else if (!wanted.isEmpty() && fold(entry.getKey()).contains(wanted)) {
                near.add(entry.getKey());
            }
        }
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-,]", "");
    }

    /** The ways a quantity is printed in the document. */
    private static Set<String> printed(JsonNode e) {
        Set<String> result = new HashSet<>();
        if (e.has("value") && e.has("unit") && e.path("value").isNumber()) {
            BigDecimal value = e.path("value").decimalValue();
            Unit unit = unit(e.path("unit").asString(""));
            result.add(fold(Numbers.print(value, unit)));
            result.add(fold(Numbers.percent(value)));
            if (value.precision() <= 12) {
                result.add(fold(e.path("formula").asString("")));
            }
        }
        return result;
    }

    private static Unit unit(String symbol) {
        return switch (symbol) {
            case "s" -> Unit.SECOND;
            case "1/s" -> Unit.PER_SECOND;
            case "byte" -> Unit.BYTE;
            case "EUR/month" -> Unit.EURO_PER_MONTH;
            default -> Unit.ONE;
        };
    }

    /** Ids that fit the name, at most five. */
    public List<String> trees() {
        return found.stream().limit(MOST).toList();
    }

    /** Ids that contain the name, when none fits it. */
    public List<String> near() {
        return near.stream().limit(MOST).toList();
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return found.isEmpty() && boundary.isEmpty();
    }

    /** As text: each reason indented under what it is a reason for. */
    public String print() {
        StringBuilder out = new StringBuilder();
        boundary.ifPresent(b -> out.append(b.print()));
        for (String id : trees()) {
            print(id, 0, new HashSet<>(), out);
            out.append("\n");
        }
        if (found.size() > MOST) {
            out.append("… and ")
                    .append(found.size() - MOST)
                    .append(" more with that name or value\n");
        }
        return out.toString().stripTrailing();
    }

    private void print(String id, int depth, Set<String> seen, StringBuilder out) {
        JsonNode e = elements.get(id);
        if (e == null) {
            return;
        }
        String indent = "  ".repeat(depth);
        out.append(indent)
                .append(id)
                .append(value(e))
                .append("  [")
                .append(e.path("origin").asString(""))
                .append("]\n");
        if (!seen.add(id) || depth > DEPTH) {
            out.append(indent).append("    (see above)\n");
            return;
        }
        JsonNode because = e.path("because");
        String sentence = because.path("sentence").asString("");
        JsonNode at = because.path("at");
        if (at.isMissingNode()) {
            out.append(indent).append("    ").append(sentence).append("\n");
        } else {
            out.append(indent)
                    .append("    ")
                    .append(at.path("file").asString(""))
                    .append(":")
                    .append(at.path("line").asInt())
                    .append("  ")
                    .append(at.path("text").asString(""))
                    .append("\n");
            if (!sentence.equals(at.path("text").asString("")) && !sentence.isBlank()) {
                out.append(indent).append("    ").append(sentence).append("\n");
            }
        }
        because.path("from").forEach(f -> print(f.asString(""), depth + 1, seen, out));
    }

    private static String value(JsonNode e) {
        if (!e.has("formula")) {
            return "";
        }
        String printed =
                Numbers.print(e.path("value").decimalValue(), unit(e.path("unit").asString("")));
        String formula = e.path("formula").asString("");
        return " = " + printed + (formula.equals(printed) ? "" : "   (" + formula + ")");
    }

    /** The same as data. */
    public List<Map<String, Object>> json() {
        return boundary.map(b -> List.of(b.json()))
                .orElseGet(() -> trees().stream().map(id -> json(id, 0, new HashSet<>())).toList());
    }

    private Map<String, Object> json(String id, int depth, Set<String> seen) {
        Map<String, Object> result = new LinkedHashMap<>();
        JsonNode e = elements.get(id);
        result.put("id", id);
        if (e == null || !seen.add(id) || depth > DEPTH) {
            return result;
        }
        result.put("origin", e.path("origin").asString(""));
        result.put("sentence", e.path("because").path("sentence").asString(""));
        if (e.has("formula")) {
            result.put("formula", e.path("formula").asString(""));
            result.put("value", e.path("value").decimalValue());
            result.put("unit", e.path("unit").asString(""));
        }
        JsonNode at = e.path("because").path("at");
        if (!at.isMissingNode()) {
            result.put(
                    "at",
                    at.path("file").asString("")
                            + ":"
                            + at.path("line").asInt()
                            + ":"
                            + at.path("column").asInt());
            result.put("text", at.path("text").asString(""));
        }
        List<Map<String, Object>> from = new ArrayList<>();
        e.path("because")
                .path("from")
                .forEach(f -> from.add(json(f.asString(""), depth + 1, seen)));
        result.put("from", from);
        return result;
    }
}

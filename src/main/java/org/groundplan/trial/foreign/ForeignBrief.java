package org.groundplan.trial.foreign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A schema as a brief, so that a rule over tables and columns is read like any other. */
final class ForeignBrief {
    private ForeignBrief() {}

    static String of(Catalogue catalogue, List<ForeignScript> scripts, String rule) {
        StringBuilder out = new StringBuilder("name: foreign\nentities:\n");
        for (Catalogue.Table table : catalogue.tables()) {
            Set<String> parents = new LinkedHashSet<>();
            table.references().stream()
                    .map(Catalogue.Reference::table)
                    .filter(t -> !t.equals(table.name()))
                    .forEach(parents::add);
            out.append("  ").append(quoted(table.name())).append(":\n");
            if (!parents.isEmpty()) {
                out.append("    belongsTo: [")
                        .append(
                                String.join(
                                        ", ", parents.stream().map(ForeignBrief::quoted).toList()))
                        .append("]\n");
            }
            out.append("    fields:\n");
            table.columns()
                    .values()
                    .forEach(c ->
                            out.append("      ")
                                    .append(quoted(c.name()))
                                    .append(": ")
                                    .append(type(c))
                                    .append("\n"));
        }
        out.append("useCases:\n");
        for (ForeignScript script : scripts) {
            out.append("  - { name: ")
                    .append(quoted(words(script.name())))
                    .append(", writes: [")
                    .append(quoted(catalogue.tables().getFirst().name()))
                    .append("] }\n");
        }
        String said = rule;
        for (ForeignScript script : scripts) {
            if (said.startsWith(script.name() + " ")) {
                said = words(script.name()) + said.substring(script.name().length());
            }
        }
        return out + "rules:\n  - " + quoted(said) + "\n";
    }

    static String words(String script) {
        return script.replaceAll("[_-]+", " ").strip();
    }

    private static String type(Catalogue.Column column) {
        if (!column.values().isEmpty()) {
            return "["
                    + String.join(", ", column.values().stream().map(ForeignBrief::quoted).toList())
                    + "]";
        }
        String type = column.type().toLowerCase(Locale.ROOT);
        if (type.matches("smallint|integer|bigint")) {
            return "integer";
        }
        if (column.number()) {
            return "decimal";
        }
        if (type.equals("date") || type.equals("boolean") || type.equals("uuid")) {
            return type;
        }
        return type.startsWith("timestamp") || type.startsWith("time ") ? "instant" : "text";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

package org.groundplan.publish;

import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Actor;
import org.groundplan.model.Component;
import org.groundplan.model.Design;
import org.groundplan.model.Integration;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.groundplan.model.Table;

/** Mermaid: the system, the data, the life cycles. */
final class DiagramPublisher {
    private DiagramPublisher() {}

    static Map<String, String> render(Design design) {
        Map<String, String> files = new TreeMap<>();
        files.put("diagrams/system.mmd", system(design));
        files.put("diagrams/data.mmd", data(design));
        for (Rule.Transitions rule : design.all(Rule.Transitions.class)) {
            files.put("diagrams/states-" + Names.slug(rule.entity()) + ".mmd", states(rule));
        }
        return files;
    }

    static String system(Design design) {
        StringBuilder out = new StringBuilder("flowchart LR\n");
        design.all(Actor.class)
                .forEach(a ->
                        out.append("  ")
                                .append(key(a.id()))
                                .append("([")
                                .append(text(a.name()))
                                .append("])\n"));
        out.append("  edge[edge]\n");
        for (Service service : design.all(Service.class)) {
            out.append("  subgraph ")
                    .append(key(service.id()))
                    .append("[")
                    .append(text(service.name()))
                    .append("]\n");
            service.modules()
                    .forEach(m ->
                            out.append("    ")
                                    .append(key(m))
                                    .append("[")
                                    .append(text(design.get(Module.class, m).name()))
                                    .append("]\n"));
            out.append("  end\n");
        }
        design.all(Store.class)
                .forEach(s ->
                        out.append("  ")
                                .append(key(s.id()))
                                .append("[(")
                                .append(text(s.technology() + " " + s.version()))
                                .append(")]\n"));
        design.all(Integration.class)
                .forEach(i ->
                        out.append("  ")
                                .append(key(i.id()))
                                .append("{{")
                                .append(text(i.name()))
                                .append("}}\n"));
        design.all(Actor.class)
                .forEach(a -> out.append("  ").append(key(a.id())).append(" -->|HTTPS| edge\n"));
        for (Service service : design.all(Service.class)) {
            out.append("  edge --> ").append(key(service.id())).append("\n");
            design.all(Store.class)
                    .forEach(s ->
                            out.append("  ")
                                    .append(key(service.id()))
                                    .append(" -->|one transaction per use case| ")
                                    .append(key(s.id()))
                                    .append("\n"));
            design.all(Integration.class)
                    .forEach(i ->
                            out.append("  ")
                                    .append(key(service.id()))
                                    .append(" -.->|after commit| ")
                                    .append(key(i.id()))
                                    .append("\n"));
            design.all(Component.class).stream()
                    .filter(c -> c.name().equals("metrics"))
                    .forEach(c ->
                            out.append("  metrics[metrics] -.-> ")
                                    .append(key(service.id()))
                                    .append("\n"));
        }
        return out.toString();
    }

    static String data(Design design) {
        StringBuilder out = new StringBuilder("erDiagram\n");
        for (Table table : design.all(Table.class)) {
            out.append("  ").append(table.name()).append(" {\n");
            table.columns()
                    .forEach(c ->
                            out.append("    ")
                                    .append(c.sqlType().replaceAll("[^a-z]", ""))
                                    .append(" ")
                                    .append(c.name())
                                    .append("\n"));
            out.append("  }\n");
        }
        for (Table table : design.all(Table.class)) {
            table.foreignKeys()
                    .forEach(k ->
                            out.append("  ")
                                    .append(k.references())
                                    .append(" ||--o{ ")
                                    .append(table.name())
                                    .append(" : \"\"\n"));
        }
        return out.toString();
    }

    static String states(Rule.Transitions rule) {
        StringBuilder out = new StringBuilder("stateDiagram-v2\n");
        java.util.Set<String> reached = new java.util.TreeSet<>();
        rule.moves().values().forEach(reached::addAll);
        rule.moves().keySet().stream()
                .filter(s -> !reached.contains(s))
                .forEach(s -> out.append("  [*] --> ").append(s).append("\n"));
        rule.moves()
                .forEach((from, to) ->
                        to.forEach(t ->
                                out.append("  ")
                                        .append(from)
                                        .append(" --> ")
                                        .append(t)
                                        .append("\n")));
        reached.stream()
                .filter(rule::isFinal)
                .forEach(s -> out.append("  ").append(s).append(" --> [*]\n"));
        return out.toString();
    }

    private static String key(String id) {
        return id.replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private static String text(String words) {
        return "\"" + words.replace("\"", "'") + "\"";
    }
}

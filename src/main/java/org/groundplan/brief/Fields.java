package org.groundplan.brief;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundplan.model.Location;
import org.snakeyaml.engine.v2.nodes.Node;

/** The keys of one mapping of the brief: asks for known ones, reports the others. */
final class Fields {
    private final YamlDoc doc;
    private final Problems problems;
    private final String where;
    private final Map<String, YamlDoc.Entry> entries;

    /**
     * @param known keys that are read
     * @param later keys of the format that this version does not carry through yet
     */
    Fields(
            YamlDoc doc,
            Problems problems,
            Node node,
            String where,
            Collection<String> known,
            Collection<String> later) {
        this.doc = doc;
        this.problems = problems;
        this.where = where;
        this.entries =
                new LinkedHashMap<>(YamlDoc.isNothing(node) ? Map.of() : doc.entries(node, where));
        for (YamlDoc.Entry entry : entries.values()) {
            if (later.contains(entry.key())) {
                problems.warning(
                        doc.at(entry.keyNode()),
                        "“"
                                + entry.key()
                                + "” of "
                                + where
                                + " is not carried through by this version",
                        "",
                        "");
            } else if (!known.contains(entry.key())) {
                unknown(entry, known);
            }
        }
    }

    /** An empty mapping in place of a bare word. */
    static Node nothing(Node bareWord) {
        return new org.snakeyaml.engine.v2.nodes.MappingNode(
                bareWord.getTag(), List.of(), org.snakeyaml.engine.v2.common.FlowStyle.BLOCK);
    }

    private void unknown(YamlDoc.Entry entry, Collection<String> known) {
        Location at = doc.at(entry.keyNode());
        if (entry.key().matches("\\d{3}\\b.*")) {
            problems.error(
                    at,
                    "“" + entry.key() + "” as a key: YAML splits a flow mapping at every comma",
                    "a number without a comma inside { }",
                    "1200 per day or 1_200 per day or 1.2k per day");
            return;
        }
        Optional<String> near = Nearest.of(entry.key(), known);
        problems.error(
                at,
                "unknown key “" + entry.key() + "” in " + where,
                near.map(n -> "“" + n + "”?")
                        .orElse("one of " + String.join(", ", known.stream().sorted().toList())),
                near.map(n -> n + ": …").orElse(""));
    }

    Optional<Node> node(String key) {
        YamlDoc.Entry entry = entries.get(key);
        return entry == null || entry.value() == null || YamlDoc.isNothing(entry.value())
                ? Optional.empty()
                : Optional.of(entry.value());
    }

    Optional<String> text(String key) {
        return node(key)
                .flatMap(node -> {
                    Optional<String> text = doc.text(node);
                    if (text.isEmpty()) {
                        problems.error(
                                doc.at(node),
                                "a list or mapping as “" + key + "” of " + where,
                                "one value",
                                key + ": …");
                    }
                    return text;
                });
    }

    List<YamlDoc.Entry> words(String key) {
        return node(key).map(doc::words).orElse(List.of());
    }

    List<String> wordList(String key) {
        return words(key).stream().map(YamlDoc.Entry::key).filter(w -> !w.isEmpty()).toList();
    }

    Location at(String key) {
        YamlDoc.Entry entry = entries.get(key);
        return entry == null
                ? doc.place(1, 1)
                : doc.at(entry.value() == null ? entry.keyNode() : entry.value());
    }
}

package org.groundplan.brief;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.groundplan.model.Location;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML text as a tree of nodes that know where they stand. Scalars stay as written: no type
 * guessing.
 */
final class YamlDoc {
    static final int MAX_BYTES = 2_000_000;
    static final int MAX_DEPTH = 30;
    static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setCodePointLimit(MAX_BYTES)
                    .setMaxAliasesForCollections(20)
                    .setAllowDuplicateKeys(true)
                    .build();

    private final String file;
    private final List<String> lines;
    private final Map<Integer, Location> sources;
    private final Problems problems;

    YamlDoc(String file, String text, Map<Integer, Location> sources, Problems problems) {
        this.file = file;
        this.sources = sources;
        this.lines = text.lines().toList();
        this.problems = problems;
    }

    /** Null when the text is no YAML or too much of it; the problem is then reported. */
    @Nullable Node root(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            problems.error(
                    place(1, 1), "the brief is larger than 2 MB", "a brief of a few pages", "");
            return null;
        }
        int half = Unicode.half(text);
        if (half >= 0) {
            String before = text.substring(0, half);
            problems.error(
                    place(
                            (int) before.chars().filter(c -> c == '\n').count() + 1,
                            half - before.lastIndexOf('\n')),
                    String.format(
                            Locale.ROOT, "half a character (U+%04X)", (int) text.charAt(half)),
                    "whole characters, as UTF-8",
                    "take it out; an emoji that was cut in two leaves one behind");
            return null;
        }
        try {
            Node root = new Compose(SETTINGS).composeString(text).orElse(null);
            if (root == null) {
                problems.error(
                        place(1, 1),
                        "the brief is empty",
                        "at least a name and one use case",
                        "name: My system");
                return null;
            }
            return depth(root, new IdentityHashMap<>()) > MAX_DEPTH ? tooDeep(root) : root;
        } catch (StackOverflowError e) {
            problems.error(
                    place(1, 1),
                    "nested more than " + MAX_DEPTH + " levels deep",
                    "at most six levels",
                    "");
            return null;
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(null);
            Location at =
                    mark == null ? place(1, 1) : place(mark.getLine() + 1, mark.getColumn() + 1);
            problems.error(
                    at,
                    "this is not YAML: " + e.getProblem(),
                    "keys and values as in `groundplan init`",
                    "put a text with “: ”, “#” or a leading “\"” into double quotes");
            return null;
        } catch (YamlEngineException e) {
            problems.error(place(1, 1), "this is not YAML: " + firstLine(e), "a YAML mapping", "");
            return null;
        }
    }

    private @Nullable Node tooDeep(Node root) {
        problems.error(
                at(root),
                "nested more than " + MAX_DEPTH + " levels deep",
                "at most six levels",
                "");
        return null;
    }

    /** Levels below a node, each node looked at once; one that contains itself is endless. */
    private static int depth(Node node, Map<Node, Integer> known) {
        Integer before = known.get(node);
        if (before != null) {
            return before;
        }
        known.put(node, MAX_DEPTH + 1);
        int deepest = 0;
        switch (node) {
            case MappingNode m -> {
                for (NodeTuple t : m.getValue()) {
                    deepest = Math.max(deepest, depth(t.getKeyNode(), known));
                    deepest = Math.max(deepest, depth(t.getValueNode(), known));
                }
            }
            case SequenceNode s -> {
                for (Node n : s.getValue()) {
                    deepest = Math.max(deepest, depth(n, known));
                }
            }
            default -> {}
        }
        known.put(node, deepest + 1);
        return deepest + 1;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }

    Location place(int line, int column) {
        return new Location(file, line, column, line <= lines.size() ? lines.get(line - 1) : "");
    }

    /** The sentence that a line was made of, where prose was read; else the line. */
    private Location said(int line, int column) {
        Location source = sources.get(line);
        return source == null ? place(line, column) : source;
    }

    Location at(Node node) {
        return node.getStartMark()
                .map(m -> said(m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> place(1, 1));
    }

    /**
     * Entries of a mapping in order; a list of one-entry mappings or of words is taken as a mapping
     * too.
     */
    Map<String, Entry> entries(Node node, String what) {
        Map<String, Entry> result = new LinkedHashMap<>();
        switch (node) {
            case MappingNode m -> {
                for (NodeTuple tuple : m.getValue()) {
                    String key = text(tuple.getKeyNode()).orElse("");
                    Entry entry = new Entry(key, tuple.getKeyNode(), tuple.getValueNode());
                    if (result.putIfAbsent(key, entry) != null) {
                        problems.error(
                                at(tuple.getKeyNode()),
                                "“" + key + "” stands here twice",
                                "each name once in " + what,
                                "merge the two, or rename one");
                    }
                }
            }
            case SequenceNode s -> {
                for (Node item : s.getValue()) {
                    if (item instanceof MappingNode) {
                        result.putAll(entries(item, what));
                    } else {
                        text(item).ifPresent(word -> result.put(word, new Entry(word, item, null)));
                    }
                }
            }
            default -> {
                if (!isNothing(node)) {
                    problems.error(
                            at(node),
                            "a single value as " + what,
                            "a list or a mapping of names",
                            "");
                }
            }
        }
        return result;
    }

    /** A word, or a list of words; “a, b” in one scalar counts as two. */
    List<Entry> words(Node node) {
        List<Entry> result = new ArrayList<>();
        if (node instanceof SequenceNode s) {
            for (Node item : s.getValue()) {
                result.add(new Entry(sentence(item), item, null));
            }
        } else {
            for (String word : sentence(node).split(",")) {
                if (!word.isBlank()) {
                    result.add(new Entry(word.strip(), node, null));
                }
            }
        }
        return result;
    }

    Optional<String> text(Node node) {
        return node instanceof ScalarNode s ? Optional.of(s.getValue().strip()) : Optional.empty();
    }

    /**
     * A scalar, or a mapping that YAML made of a sentence with a colon, put together again: {@code
     * Order.status: placed -> paid}, also with a list on the right.
     */
    String sentence(Node node) {
        return switch (node) {
            case ScalarNode s -> s.getValue().strip();
            case MappingNode m when m.getValue().size() == 1 -> {
                NodeTuple only = m.getValue().getFirst();
                yield text(only.getKeyNode()).orElse("") + ": " + right(only.getValueNode());
            }
            default -> "";
        };
    }

    private String right(Node node) {
        return node instanceof SequenceNode s
                ? String.join("; ", s.getValue().stream().map(this::sentence).toList())
                : text(node).orElse("");
    }

    static boolean isNothing(Node node) {
        return node instanceof ScalarNode s
                && (s.getValue().isBlank() || s.getValue().equals("null"));
    }

    /**
     * @param value null when the entry is a bare word
     */
    record Entry(String key, Node keyNode, @Nullable Node value) {}
}

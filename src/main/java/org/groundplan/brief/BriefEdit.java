package org.groundplan.brief;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes one fact of a brief and leaves every other character where it is: comments, order,
 * spaces.
 */
public final class BriefEdit {
    private final String text;

    private BriefEdit(String text) {
        this.text = text;
    }

    /**
     * @param path keys from the root: {@code entities, Order, count}; below {@code useCases} the
     *     name of one
     * @param value YAML on one line
     * @return the changed text; empty when the path does not fit the brief
     */
    public static Optional<String> set(String text, List<String> path, String value) {
        return root(text).flatMap(root -> new BriefEdit(text).put(root, path, value, 0));
    }

    /**
     * The text with another rule in place of one that stands as a sentence, {@code - text: …}.
     *
     * @param sentence the sentence, or its beginning followed by {@code …}
     * @return the changed text; empty when no rule is this sentence
     */
    public static Optional<String> rule(String text, String sentence, String value) {
        BriefEdit edit = new BriefEdit(text);
        boolean cut = sentence.endsWith(" …");
        String begin = cut ? sentence.substring(0, sentence.length() - 2) : sentence;
        NodeTuple rules = root(text).map(root -> entry(root, "rules")).orElse(null);
        if (rules == null || !(rules.getValueNode() instanceof SequenceNode list)) {
            return Optional.empty();
        }
        for (Node node : list.getValue()) {
            NodeTuple words = node instanceof MappingNode m ? entry(m, "text") : null;
            if (words != null
                    && words.getValueNode() instanceof ScalarNode s
                    && (cut ? s.getValue().startsWith(begin) : s.getValue().equals(begin))) {
                return Optional.of(
                        text.substring(0, edit.start(node))
                                + value
                                + text.substring(edit.lastEnd(node)));
            }
        }
        return Optional.empty();
    }

    /** The text without one line of a list, e.g. under {@code reading, confirm}. */
    public static Optional<String> remove(String text, List<String> path, String item) {
        Optional<MappingNode> root = root(text);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        BriefEdit edit = new BriefEdit(text);
        Node node = root.get();
        @Nullable NodeTuple holder = null;
        for (String key : path) {
            holder = node instanceof MappingNode m ? entry(m, key) : null;
            if (holder == null) {
                return Optional.empty();
            }
            node = holder.getValueNode();
        }
        if (!(node instanceof SequenceNode list) || list.getFlowStyle() == FlowStyle.FLOW) {
            return Optional.empty();
        }
        for (Node n : list.getValue()) {
            if (n instanceof ScalarNode s && s.getValue().equals(item)) {
                int from =
                        list.getValue().size() == 1 && holder != null
                                ? edit.lineStart(edit.start(holder.getKeyNode()))
                                : edit.lineStart(edit.start(n));
                int to = edit.lineEnd(edit.end(n));
                return Optional.of(
                        text.substring(0, from) + text.substring(Math.min(text.length(), to + 1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<MappingNode> root(String text) {
        try {
            return new Compose(YamlDoc.SETTINGS)
                    .composeString(text)
                    .filter(MappingNode.class::isInstance)
                    .map(MappingNode.class::cast);
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private Optional<String> put(Node node, List<String> path, String value, int depth) {
        String key = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .filter(MappingNode.class::isInstance)
                    .map(MappingNode.class::cast)
                    .filter(m -> named(m, key))
                    .findFirst()
                    .flatMap(m ->
                            rest.isEmpty() ? Optional.empty() : put(m, rest, value, depth + 1));
        }
        if (!(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        NodeTuple entry = entry(map, key);
        if (entry == null) {
            return insert(map, path, value, depth);
        }
        Node old = entry.getValueNode();
        if (rest.isEmpty()) {
            return Optional.of(replace(entry.getKeyNode(), old, value));
        }
        if (old instanceof MappingNode || old instanceof SequenceNode) {
            return put(old, rest, value, depth + 1);
        }
        // a name without anything, or a shorthand that cannot take another key
        boolean empty = old instanceof ScalarNode s && s.getValue().isBlank();
        return empty
                ? Optional.of(replace(entry.getKeyNode(), old, "{ " + flow(rest, value) + " }"))
                : Optional.empty();
    }

    private static boolean named(MappingNode map, String name) {
        NodeTuple entry = entry(map, "name");
        return entry != null
                && entry.getValueNode() instanceof ScalarNode s
                && s.getValue().strip().equals(name);
    }

    private static @Nullable NodeTuple entry(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(t -> t.getKeyNode() instanceof ScalarNode s && s.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String flow(List<String> path, String value) {
        return path.size() == 1
                ? path.getFirst() + ": " + value
                : path.getFirst() + ": { " + flow(path.subList(1, path.size()), value) + " }";
    }

    private String replace(Node key, Node old, String value) {
        boolean empty =
                old instanceof ScalarNode s && s.getValue().isEmpty() && start(old) >= end(old);
        if (empty) {
            int colon = text.indexOf(':', end(key));
            return text.substring(0, colon + 1) + " " + value + text.substring(colon + 1);
        }
        int from = start(old);
        int to = lastEnd(old);
        return text.substring(0, from) + value + text.substring(to);
    }

    private Optional<String> insert(MappingNode map, List<String> path, String value, int depth) {
        if (map.getFlowStyle() == FlowStyle.FLOW) {
            int brace = text.lastIndexOf('}', end(map) - 1);
            int at = brace;
            while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
                at--;
            }
            String before = map.getValue().isEmpty() ? " " : ", ";
            return Optional.of(
                    text.substring(0, at)
                            + before
                            + flow(path, value)
                            + " "
                            + text.substring(brace));
        }
        if (map.getValue().isEmpty()) {
            return Optional.empty();
        }
        if (depth == 0) {
            String lines =
                    path.size() == 1
                            ? path.getFirst() + ": " + value + "\n"
                            : path.getFirst()
                                    + ":\n  "
                                    + flow(path.subList(1, path.size()), value)
                                    + "\n";
            return Optional.of(text + (text.endsWith("\n") ? "" : "\n") + "\n" + lines);
        }
        Node first = map.getValue().getFirst().getKeyNode();
        int column = first.getStartMark().map(Mark::getColumn).orElse(0);
        NodeTuple last = map.getValue().getLast();
        int at = lineEnd(Math.max(end(last.getKeyNode()), lastEnd(last.getValueNode())));
        return Optional.of(
                text.substring(0, at)
                        + "\n"
                        + " ".repeat(column)
                        + flow(path, value)
                        + text.substring(at));
    }

    private int start(Node node) {
        return node.getStartMark().map(m -> offset(m.getIndex())).orElse(0);
    }

    private int end(Node node) {
        return node.getEndMark().map(m -> offset(m.getIndex())).orElse(0);
    }

    private int offset(int codePoints) {
        return text.offsetByCodePoints(
                0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    /** Where the last thing in a node ends: a block mapping's own mark lies further on. */
    private int lastEnd(Node node) {
        return switch (node) {
            case MappingNode m
                    when m.getFlowStyle() != FlowStyle.FLOW && !m.getValue().isEmpty() -> {
                NodeTuple last = m.getValue().getLast();
                yield Math.max(end(last.getKeyNode()), lastEnd(last.getValueNode()));
            }
            case SequenceNode s
                    when s.getFlowStyle() != FlowStyle.FLOW && !s.getValue().isEmpty() ->
                    lastEnd(s.getValue().getLast());
            default -> end(node);
        };
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', Math.max(0, at));
        return end < 0 ? text.length() : end;
    }
}

package org.groundplan.brief;

import java.util.List;
import java.util.Set;
import org.groundplan.model.Constraint;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code reading:}, which the reader of prose leaves in a brief: what somebody still has to
 * confirm, what was not read, what was read and has no effect. Whoever has dealt with a line takes
 * it out.
 */
final class ReadingReader {
    private static final List<String> LISTS = List.of("confirm", "unread", "unused");

    private final Facts facts;

    ReadingReader(Facts facts) {
        this.facts = facts;
    }

    void read(Node node) {
        Fields keys =
                new Fields(
                        facts.doc,
                        facts.problems,
                        node,
                        "reading",
                        Set.of("of", "confirm", "unread", "unused"),
                        Set.of());
        for (String list : LISTS) {
            List<String> lines = keys.wordList(list);
            keys.node(list)
                    .filter(_ -> !lines.isEmpty())
                    .ifPresent(n ->
                            facts.add(
                                    new Constraint(
                                            "reading:" + list, list, lines, facts.stated(n))));
        }
    }
}

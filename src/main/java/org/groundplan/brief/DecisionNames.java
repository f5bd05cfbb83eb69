package org.groundplan.brief;

import java.util.List;

/** The closed list of decisions that a brief may take in advance. */
final class DecisionNames {
    static final List<String> ALL =
            List.of(
                    "architecture style",
                    "api style",
                    "background work",
                    "cache",
                    "deployment target",
                    "identity",
                    "primary store",
                    "runtime",
                    "text search");

    private DecisionNames() {}
}

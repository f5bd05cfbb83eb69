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
                    "e-mail",
                    "file storage",
                    "gateway",
                    "identity",
                    "live updates",
                    "messaging",
                    "payment",
                    "primary store",
                    "regions",
                    "runtime",
                    "stream store",
                    "text search");

    private DecisionNames() {}
}

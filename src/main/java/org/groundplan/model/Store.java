package org.groundplan.model;

import java.util.List;

/** Where data lives. */
public record Store(
        String id,
        String name,
        String technology,
        String version,
        List<String> holds,
        String backup,
        Origin origin)
        implements Element {
    public Store {
        holds = List.copyOf(holds);
    }
}

package org.groundplan.model;

import java.util.List;

/**
 * Where data lives.
 *
 * @param rented somebody else runs it: updates, recovery to a point in time
 * @param dumped a nightly logical dump leaves for another provider
 */
public record Store(
        String id,
        String name,
        String technology,
        String version,
        List<String> holds,
        boolean rented,
        boolean dumped,
        String backup,
        Origin origin)
        implements Element {
    public Store {
        holds = List.copyOf(holds);
    }
}

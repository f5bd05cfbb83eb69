package org.groundplan.model;

import java.util.List;

/**
 * A part of the code with its own tables; what must change together is never cut.
 *
 * @param aggregates what changes as one, the root of each first
 */
public record Module(
        String id,
        String name,
        List<String> owns,
        List<List<String>> aggregates,
        List<String> useCases,
        String team,
        Origin origin)
        implements Element {
    public Module {
        owns = List.copyOf(owns);
        aggregates = aggregates.stream().map(List::copyOf).toList();
        useCases = List.copyOf(useCases);
    }

    /** Whether it only holds messages that wait: no part of the business, but of the plumbing. */
    public boolean technical() {
        return owns.equals(List.of(Effect.Emit.MESSAGE));
    }
}

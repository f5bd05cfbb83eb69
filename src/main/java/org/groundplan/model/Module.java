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
}

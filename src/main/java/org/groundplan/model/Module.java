package org.groundplan.model;

import java.util.List;

/** A part of the code with its own tables; what must change together is never cut. */
public record Module(
        String id,
        String name,
        List<String> owns,
        List<String> useCases,
        String team,
        Origin origin)
        implements Element {
    public Module {
        owns = List.copyOf(owns);
        useCases = List.copyOf(useCases);
    }
}

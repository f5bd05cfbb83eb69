package org.groundplan.model;

import java.util.List;

/** Something that is deployed and restarted as one. */
public record Service(
        String id,
        String name,
        List<String> modules,
        String responsibility,
        int instances,
        int instancesAt10x,
        List<String> needs,
        List<Failure> failure,
        Origin origin)
        implements Element {
    /** What happens when a dependency misbehaves. */
    public record Failure(
            String dependency,
            String timeout,
            String retry,
            String breaker,
            String fallback,
            String seen) {}

    public Service {
        modules = List.copyOf(modules);
        needs = List.copyOf(needs);
        failure = List.copyOf(failure);
    }
}

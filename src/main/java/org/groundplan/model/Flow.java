package org.groundplan.model;

import java.util.List;

/** How a use case passes through the system, with a budget per step. */
public record Flow(
        String id, String name, String useCase, List<Step> steps, String objective, Origin origin)
        implements Element {
    /**
     * @param budget id of a latency quantity
     */
    public record Step(String what, String where, String budget) {}

    public Flow {
        steps = List.copyOf(steps);
    }
}

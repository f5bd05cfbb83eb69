package org.groundplan.model;

import java.util.List;

/** A service level objective with its alerts. */
public record Objective(
        String id,
        String useCase,
        String indicator,
        String target,
        String window,
        List<Alert> alerts,
        Origin origin)
        implements Element {
    public record Alert(
            String name, String expression, String hold, String severity, String lookFirst) {}

    public Objective {
        alerts = List.copyOf(alerts);
    }
}

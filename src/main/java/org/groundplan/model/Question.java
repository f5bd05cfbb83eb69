package org.groundplan.model;

import java.util.List;

/** Something only the customer can say. */
public record Question(
        String id,
        String text,
        String why,
        List<String> changes,
        String defaultAnswer,
        Origin origin)
        implements Element {
    public Question {
        changes = List.copyOf(changes);
    }
}

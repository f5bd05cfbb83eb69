package org.groundplan.model;

import java.util.List;

/** People who build and run it. Head counts are quantities of this element. */
public record Team(String id, String name, List<String> knows, Origin origin) implements Element {
    public Team {
        knows = List.copyOf(knows);
    }
}

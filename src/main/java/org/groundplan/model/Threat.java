package org.groundplan.model;

import java.util.List;

/**
 * @param element id of what is threatened
 * @param category STRIDE name
 * @param mitigations ids of the elements that stand against it
 * @param status mitigated, open or accepted
 */
public record Threat(
        String id,
        String element,
        String category,
        String title,
        String cwe,
        String likelihood,
        String impact,
        List<String> mitigations,
        String how,
        String status,
        Origin origin)
        implements Element {
    public Threat {
        mitigations = List.copyOf(mitigations);
    }
}

package org.groundplan.model;

import java.util.List;

/** Utilisation of every station at one load. */
public record Capacity(
        String id,
        String load,
        List<Station> stations,
        String firstBottleneck,
        String change,
        Origin origin)
        implements Element {
    /**
     * @param utilisation id of a quantity
     */
    public record Station(String name, String utilisation, int servers) {}

    public Capacity {
        stations = List.copyOf(stations);
    }
}

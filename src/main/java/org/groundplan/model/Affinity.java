package org.groundplan.model;

import java.util.List;

/**
 * How alike two aggregates are by who uses them: why they are in one module, or in two.
 *
 * @param a root of one aggregate, the smaller name
 * @param b root of the other
 * @param likeness 0 (no use touches both) to 1 (every use touches both)
 * @param shared use cases that touch both, the weightiest first
 * @param against what speaks against it, empty when nothing does
 */
public record Affinity(
        String id,
        String a,
        String b,
        double likeness,
        List<String> shared,
        String against,
        Origin origin)
        implements Element {
    public Affinity {
        shared = List.copyOf(shared);
    }

    public static String id(String x, String y) {
        return x.compareTo(y) <= 0
                ? "affinity:" + Names.slug(x) + "." + Names.slug(y)
                : "affinity:" + Names.slug(y) + "." + Names.slug(x);
    }
}

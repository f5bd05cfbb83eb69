package org.groundplan.architect.practice.cache;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class CachePractices {
    public static final List<Practice> ALL = List.of(new NoSecondTruth(), new StaticAndLive());

    private CachePractices() {}
}

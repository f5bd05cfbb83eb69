package org.groundplan.architect.practice.search;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class SearchPractices {
    public static final List<Practice> ALL = List.of(new NearbyIsSmall());

    private SearchPractices() {}
}

package org.groundplan.architect.practice.api;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class ApiPractices {
    public static final List<Practice> ALL = List.of(new OfflineMerge(), new ManyInOne());

    private ApiPractices() {}
}

package org.groundplan.architect.practice.data;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class DataPractices {
    public static final List<Practice> ALL =
            List.of(new NoWayIn(), new RetentionBatches(), new SearchLanguage());

    private DataPractices() {}
}

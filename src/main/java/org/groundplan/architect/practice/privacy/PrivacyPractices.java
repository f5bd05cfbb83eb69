package org.groundplan.architect.practice.privacy;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class PrivacyPractices {
    public static final List<Practice> ALL =
            List.of(
                    new PartOutlived(),
                    new LivePosition(),
                    new Outflows(),
                    new Anchor(),
                    new TextInFrozenRows(),
                    new PrivacyReport());

    private PrivacyPractices() {}
}

package org.groundplan.architect.practice.load;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class LoadPractices {
    public static final List<Practice> ALL =
            List.of(
                    new BudgetOverLatency(),
                    new LoadBeyondOne(),
                    new Bunching(),
                    new PerHead(),
                    new LoadShare(),
                    new LoadSmall());

    private LoadPractices() {}
}

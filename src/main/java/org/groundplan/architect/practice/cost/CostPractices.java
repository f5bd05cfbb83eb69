package org.groundplan.architect.practice.cost;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class CostPractices {
    public static final List<Practice> ALL =
            List.of(new MessagesOverBudget(), new ThirdPartyFirst());

    private CostPractices() {}
}

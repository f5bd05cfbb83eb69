package org.groundplan.review;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;

/** All rules of the review, listed by hand, sorted by id. */
public final class Review {
    private static final List<ReviewRule> ALL =
            List.of(
                    new BudgetExceeded(),
                    new ChoiceNotWritten(),
                    new EntityWithoutOwner(),
                    new ReadingNotConfirmed(),
                    new RuleNotEnforced(),
                    new UseCaseNotServed());

    private Review() {}

    public static List<Finding> of(Design design) {
        List<Finding> found = new ArrayList<>();
        ALL.forEach(r -> found.addAll(r.look(design)));
        return found;
    }

    /** Ids, sorted. */
    public static List<String> ids() {
        return ALL.stream().map(ReviewRule::id).sorted().toList();
    }
}

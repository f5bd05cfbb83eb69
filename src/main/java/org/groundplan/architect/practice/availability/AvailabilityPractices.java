package org.groundplan.architect.practice.availability;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class AvailabilityPractices {
    public static final List<Practice> ALL =
            List.of(
                    new ReleasesAgainstPromise(),
                    new RestoreTime(),
                    new AsyncLoss(),
                    new CoreCommandObjective(),
                    new HumanBudget(),
                    new MinutesInEvents(),
                    new ChainOfPromises(),
                    new ThirdVoter());

    private AvailabilityPractices() {}
}

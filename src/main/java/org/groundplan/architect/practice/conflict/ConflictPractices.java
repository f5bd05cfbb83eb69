package org.groundplan.architect.practice.conflict;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class ConflictPractices {
    public static final List<Practice> ALL =
            List.of(
                    new AvailabilityStaff(),
                    new ErasureBackup(),
                    new ExactlyOnceNoKey(),
                    new PollAgainstLimit(),
                    new FreshnessAgainstSampling(),
                    new KeyShorterThanRetry(),
                    new KeepAgainstBudget(),
                    new LatencyThroughPartner(),
                    new OfflineHardRule(),
                    new OrderAgainstFresh(),
                    new OrderAgainstPace(),
                    new PeakAgainstLimit(),
                    new TwoHomes(),
                    new RetentionErasure(),
                    new ZeroLossAlone(),
                    new ZeroLossDistance(),
                    new ClosedPartner(),
                    new TooManyServices(),
                    new TwoSitesAlone());

    private ConflictPractices() {}
}

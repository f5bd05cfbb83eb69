package org.groundplan.architect.practice.booking;

import java.util.List;
import org.groundplan.architect.practice.Scarce;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.UseCase;

/** Many people at once for few things. */
final class Rush {
    private static final double FOR_ONE = 10;

    private Rush() {}

    /** Use cases with a stated peak, for which people are at least ten times what is to be had. */
    static List<UseCase> of(Sight sight) {
        return sight.acts().stream()
                .filter(u -> sight.said("quantity:" + u.slug() + ".rate-peak"))
                .filter(u -> sight.changes(u) && sight.peak(u) >= 20)
                .filter(u -> things(sight, u) > 0 && people(sight, u) >= FOR_ONE * things(sight, u))
                .toList();
    }

    static double things(Sight sight, UseCase use) {
        return Scarce.of(sight, use);
    }

    static double people(Sight sight, UseCase use) {
        return sight.count(use.actor());
    }
}

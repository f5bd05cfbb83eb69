package org.groundplan.architect.practice.team;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class TeamPractices {
    public static final List<Practice> ALL = List.of(new OrgHands(), new MoreServicesThanReasons());

    private TeamPractices() {}
}

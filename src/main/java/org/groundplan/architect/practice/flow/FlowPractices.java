package org.groundplan.architect.practice.flow;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class FlowPractices {
    public static final List<Practice> ALL =
            List.of(
                    new RulesAsData(),
                    new CountBeforeLock(),
                    new ServedByPeople(),
                    new SilentMove(),
                    new OneScheduler(),
                    new WaitingAtDeadline(),
                    new RulesChangeUnderway(),
                    new StationPace(),
                    new FlagForDate(),
                    new StateWithoutWay());

    private FlowPractices() {}
}

package org.groundplan.architect.practice.devices;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class DevicesPractices {
    public static final List<Practice> ALL =
            List.of(
                    new OnItsOwn(),
                    new AlarmPath(),
                    new ComesLate(),
                    new Command(),
                    new SameReading(),
                    new FreshnessBudget(),
                    new Batches(),
                    new AllAtOnce(),
                    new Silence(),
                    new RawAndRolled(),
                    new ManyTurnUp());

    private DevicesPractices() {}
}

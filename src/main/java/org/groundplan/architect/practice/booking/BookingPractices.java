package org.groundplan.architect.practice.booking;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class BookingPractices {
    public static final List<Practice> ALL =
            List.of(
                    new OneConstraint(),
                    new Hoarding(),
                    new LocalTime(),
                    new NextInLine(),
                    new HoldAndPay(),
                    new WaitingRoom(),
                    new Draw(),
                    new ComingBack(),
                    new RunningBefore(),
                    new SoldOutAtTheEdge());

    private BookingPractices() {}
}

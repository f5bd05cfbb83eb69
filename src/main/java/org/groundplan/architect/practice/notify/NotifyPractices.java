package org.groundplan.architect.practice.notify;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class NotifyPractices {
    public static final List<Practice> ALL =
            List.of(
                    new AfterTheDeadline(),
                    new DueTogether(),
                    new StillTrue(),
                    new MailRepeats(),
                    new Segments());

    private NotifyPractices() {}
}

package org.groundplan.architect.practice.access;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class AccessPractices {
    public static final List<Practice> ALL =
            List.of(
                    new MembershipNotAsked(),
                    new MineWithoutRule(),
                    new ForeignIssuer(),
                    new ReadLogSize(),
                    new Revocation());

    private AccessPractices() {}
}

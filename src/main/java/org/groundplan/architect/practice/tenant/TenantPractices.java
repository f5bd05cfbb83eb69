package org.groundplan.architect.practice.tenant;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class TenantPractices {
    public static final List<Practice> ALL =
            List.of(
                    new Exit(),
                    new FairQueue(),
                    new OneTenantBack(),
                    new Skew(),
                    new UniqueAcrossTenants());

    private TenantPractices() {}
}

package org.groundplan.review;

import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;

/** One thing that can be wrong with a design. */
interface ReviewRule {
    /** {@code family.name}; has a page in docs/findings. */
    String id();

    List<Finding> look(Design design);

    /** A finding of this rule about one element. */
    default Finding finding(
            Finding.Severity severity, int weight, String element, String message, String advice) {
        return new Finding(
                "finding:" + id().replace('.', '-') + "-" + Names.slug(element),
                id(),
                severity,
                weight,
                element,
                message,
                advice,
                Origin.derived("review " + id(), message, List.of(element)));
    }
}

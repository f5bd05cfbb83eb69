package org.groundplan.architect.practice.schema;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class SchemaPractices {
    public static final List<Practice> ALL =
            List.of(new Currency(), new PromisedPrice(), new OpenOnly());

    private SchemaPractices() {}
}

package org.groundplan.review;

import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;

/** Every entity is owned by exactly one module. */
final class EntityWithoutOwner implements ReviewRule {
    @Override
    public String id() {
        return "integrity.entity-owner";
    }

    @Override
    public List<Finding> look(Design design) {
        return design.all(Entity.class).stream()
                .filter(e ->
                        design.all(Module.class).stream()
                                        .filter(m -> m.owns().contains(e.name()))
                                        .count()
                                != 1)
                .map(e ->
                        finding(
                                Finding.Severity.ERROR,
                                90,
                                e.id(),
                                e.name()
                                        + " is owned by "
                                        + design.all(Module.class).stream()
                                                .filter(m -> m.owns().contains(e.name()))
                                                .count()
                                        + " modules.",
                                "Give it to one."))
                .toList();
    }
}

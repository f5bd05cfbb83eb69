package org.groundplan.review;

import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.UseCase;

/** A use case for which there is no operation. */
final class UseCaseNotServed implements ReviewRule {
    @Override
    public String id() {
        return "coverage.use-case-not-served";
    }

    @Override
    public List<Finding> look(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u -> design.find("operation:" + u.slug()).isEmpty())
                .map(u ->
                        finding(
                                Finding.Severity.WARNING,
                                86,
                                u.id(),
                                "“"
                                        + u.name()
                                        + "” has no operation: the brief does not say what it reads or writes.",
                                "Add reads: or writes: with the entities it is about."))
                .toList();
    }
}

package org.groundplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Evidence;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/**
 * What hangs on a fact that was read with doubt is assumed, however well it held: the trial shows
 * that the design does it, not that the customer meant it.
 */
final class Unconfirmed {
    private static final String DOUBT = "doubtful";

    private Unconfirmed() {}

    static Design lower(Design tried) {
        Set<String> doubtful = doubtful(tried);
        if (doubtful.isEmpty()) {
            return tried;
        }
        List<Element> changed = new ArrayList<>();
        for (Evidence e : tried.all(Evidence.class)) {
            if (e.verdict().compareTo(Evidence.Verdict.ASSUMED) < 0
                    && hangs(tried, e.claim(), doubtful)) {
                changed.add(
                        new Evidence(
                                e.id(),
                                e.claim(),
                                Evidence.Verdict.ASSUMED,
                                e.basis(),
                                e.how() + " Whether it was meant so is not confirmed.",
                                e.file(),
                                e.origin()));
            }
        }
        return tried.with(changed);
    }

    /** Elements that a line under {@code reading: confirm:} names. */
    private static Set<String> doubtful(Design design) {
        Set<String> ids = new HashSet<>();
        List<String> lines =
                design
                        .find(Constraint.class, "reading:confirm")
                        .map(Constraint::values)
                        .orElse(List.of())
                        .stream()
                        .filter(l -> l.contains(DOUBT))
                        .map(l -> l.substring(l.lastIndexOf(DOUBT)))
                        .toList();
        for (String line : lines) {
            design.all(Rule.class).stream()
                    .filter(r -> line.endsWith(": " + r.text()))
                    .forEach(r -> ids.add(r.id()));
            design.all(UseCase.class).stream()
                    .filter(u -> line.endsWith("use case: " + u.name()))
                    .forEach(u -> ids.add(u.id()));
            design.all(Entity.class).stream()
                    .filter(e -> line.equals(DOUBT + ": " + e.name()))
                    .forEach(e -> ids.add(e.id()));
        }
        return ids;
    }

    private static boolean hangs(Design design, String claim, Set<String> doubtful) {
        Deque<String> todo = new ArrayDeque<>(List.of(claim));
        Set<String> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            String id = todo.pop();
            if (doubtful.contains(id)) {
                return true;
            }
            if (seen.add(id)) {
                design.find(id).ifPresent(e -> todo.addAll(e.follows()));
            }
        }
        return false;
    }
}

package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groundplan.model.Location;

/** Collects diagnostics, so that one run reports all of them. */
final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();

    void error(Location at, String what, String expected, String write) {
        found.add(new Diagnostic(at, true, what, expected, write));
    }

    void warning(Location at, String what, String expected, String write) {
        found.add(new Diagnostic(at, false, what, expected, write));
    }

    List<Diagnostic> inOrder() {
        return found.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt((Diagnostic d) -> d.at().line())
                                .thenComparingInt(d -> d.at().column())
                                .thenComparing(Diagnostic::found))
                .toList();
    }
}

package org.groundplan.brief;

import java.util.List;
import org.groundplan.model.Design;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a brief.
 *
 * @param brief the stated and authored elements; null when there are errors
 */
public record Reading(@Nullable Design brief, List<Diagnostic> diagnostics) {
    public Reading {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean usable() {
        return brief != null;
    }
}

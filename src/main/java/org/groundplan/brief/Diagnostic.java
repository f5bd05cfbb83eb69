package org.groundplan.brief;

import org.groundplan.model.Location;

/**
 * Something about an input that its author has to know.
 *
 * @param error false: read on, but say so
 * @param found what stands there
 * @param expected what could stand there
 * @param write an example of what to write, or empty
 */
public record Diagnostic(Location at, boolean error, String found, String expected, String write) {
    /**
     * File, line, column, the line with a caret, what was found, what was expected, what to write.
     */
    public String print() {
        String shown = at.text().replace('\t', ' ');
        int caret = Math.clamp(at.column() - 1, 0, shown.length());
        return at
                + ": "
                + (error ? "error: " : "warning: ")
                + found
                + "\n    "
                + shown
                + "\n    "
                + " ".repeat(caret)
                + "^"
                + (expected.isEmpty() ? "" : "\n  expected: " + expected)
                + (write.isEmpty() ? "" : "\n  write:    " + write);
    }
}

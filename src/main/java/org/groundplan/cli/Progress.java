package org.groundplan.cli;

import java.io.PrintWriter;

/** One line that changes, on a terminal only. */
final class Progress {
    private final PrintWriter err;
    private final boolean shown;
    private int width;

    @SuppressWarnings("SystemConsoleNull") // it is null again where no terminal provider is present
    Progress(PrintWriter err, boolean quiet) {
        this.err = err;
        java.io.Console console = System.console();
        this.shown = !quiet && console != null && console.isTerminal();
    }

    void say(String what) {
        if (shown) {
            err.print("\r" + what + " …" + " ".repeat(Math.max(0, width - what.length())));
            err.flush();
            width = what.length();
        }
    }

    void end() {
        if (shown) {
            err.print("\r" + " ".repeat(width + 2) + "\r");
            err.flush();
        }
    }
}

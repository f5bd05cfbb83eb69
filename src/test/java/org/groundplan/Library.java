package org.groundplan;

import java.nio.file.Path;
import org.groundplan.model.Design;

/** The town library, read and tried once for all tests. */
public final class Library {
    public static final Path BRIEF = Examples.brief("library");

    private Library() {}

    public static String text() {
        return Examples.text("library");
    }

    /** Derived from the brief with one text replaced by another. */
    public static Design derive(String from, String to) {
        String text = text();
        if (!text.contains(from)) {
            throw new IllegalArgumentException("the brief does not contain: " + from);
        }
        return derive(text.replace(from, to));
    }

    public static Design derive(String text) {
        return Examples.derive(text);
    }

    public static Design design() {
        return derive(text());
    }

    /** With all trials on a real PostgreSQL. */
    public static Groundplan.Outcome tried() {
        return Examples.tried("library");
    }
}

package org.groundplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.groundplan.brief.Reading;
import org.groundplan.model.Design;

/** The town library, read and tried once for all tests. */
public final class Library {
    public static final Path BRIEF = Path.of("examples/library/brief.yaml");
    private static Groundplan.Outcome tried;

    private Library() {}

    public static String text() {
        try {
            return Files.readString(BRIEF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Groundplan groundplan = new Groundplan();
        Reading reading = groundplan.read("brief.yaml", text);
        if (reading.brief() == null) {
            throw new IllegalArgumentException(reading.diagnostics().getFirst().print());
        }
        return groundplan.derive(reading.brief(), reading.diagnostics());
    }

    public static Design design() {
        return derive(text());
    }

    /** With all trials on a real PostgreSQL. */
    public static synchronized Groundplan.Outcome tried() {
        if (tried == null) {
            tried = new Groundplan().publish(design(), text(), Map.of(), true, _ -> {});
        }
        return tried;
    }
}

package org.groundplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.brief.Reading;
import org.groundplan.brief.prose.ProseReading;
import org.groundplan.model.Design;

/** The committed examples, each read and tried once for all tests. */
public final class Examples {
    public static final List<String> ALL =
            List.of(
                    "community-chat",
                    "courts",
                    "food-delivery",
                    "greenhouse",
                    "helpdesk",
                    "library",
                    "wallet");
    private static final Map<String, Groundplan.Outcome> TRIED = new TreeMap<>();

    private Examples() {}

    public static Path brief(String example) {
        return Path.of("examples/" + example + "/brief.yaml");
    }

    public static String text(String example) {
        try {
            return Files.readString(brief(example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Design derive(String text) {
        Groundplan groundplan = new Groundplan();
        Reading reading = groundplan.read("brief.yaml", text);
        if (reading.brief() == null) {
            throw new IllegalArgumentException(reading.diagnostics().getFirst().print());
        }
        return groundplan.derive(reading.brief(), reading.diagnostics());
    }

    /** The page of prose of an example that was not written as YAML. */
    public static final String PROSE = "permits";

    public static ProseReading prose() {
        try {
            return new Groundplan()
                    .prose("brief.md", Files.readString(Path.of("examples/permits/brief.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code design} makes of it, with the prose and the brief as it was read beside it. */
    private static Groundplan.Outcome ofProse() {
        Groundplan groundplan = new Groundplan();
        ProseReading prose = prose();
        Reading reading = groundplan.read(prose, prose.yaml(), Map.of());
        Design brief = java.util.Objects.requireNonNull(reading.brief());
        return groundplan.publish(
                groundplan.derive(brief, reading.diagnostics()),
                prose.yaml(),
                Map.of(),
                true,
                _ -> {});
    }

    /** With all trials on a real PostgreSQL. */
    public static synchronized Groundplan.Outcome tried(String example) {
        return TRIED.computeIfAbsent(
                example,
                name ->
                        name.equals(PROSE)
                                ? ofProse()
                                : new Groundplan()
                                        .publish(
                                                derive(text(name)),
                                                text(name),
                                                Map.of(),
                                                true,
                                                _ -> {}));
    }
}

package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groundplan.Folder;
import org.groundplan.Groundplan;
import org.groundplan.Merging;
import org.groundplan.brief.Diagnostic;
import org.groundplan.brief.Reading;
import org.groundplan.brief.prose.ProseReading;
import org.jspecify.annotations.Nullable;

/** Finds and reads the brief a person named, and says what is wrong with it. */
final class Briefs {
    private static final long MOST = 2_000_000;
    private static final int MOST_FILES = 100;
    private static final long MOST_PRACTICE = 64_000;

    private Briefs() {}

    /**
     * @param text the brief: as it stands in the file, or as it was read from prose
     * @param prose what was read, when the file is prose
     * @param page the prose itself, or nothing
     * @param practices the practices beside it, by file name
     */
    record Found(
            Reading reading,
            String text,
            @Nullable ProseReading prose,
            String page,
            Map<String, String> practices) {}

    /** Empty when it cannot be used; what is wrong has been printed. */
    static Optional<Found> read(
            Path path, Groundplan groundplan, PrintWriter out, PrintWriter err, boolean json)
            throws IOException {
        return read(path, null, groundplan, out, err, json);
    }

    /**
     * @param design a folder with an earlier design of the same prose, whose brief somebody may
     *     have changed
     */
    static Optional<Found> read(
            Path path,
            @Nullable Path design,
            Groundplan groundplan,
            PrintWriter out,
            PrintWriter err,
            boolean json)
            throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve("brief.yaml") : path;
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            return refuse(
                    out,
                    err,
                    json,
                    "there is no file "
                            + file
                            + ". `groundplan init` writes a small brief that runs.");
        }
        if (Files.size(file) > MOST) {
            return refuse(out, err, json, name + " is larger than 2 MB; a brief is a few pages.");
        }
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString();
        } catch (CharacterCodingException e) {
            return refuse(out, err, json, name + " is not UTF-8 text.");
        }
        Map<String, String> practices = new TreeMap<>();
        String wrong = practices(file, practices);
        if (!wrong.isEmpty()) {
            return refuse(out, err, json, wrong);
        }
        if (isProse(name)) {
            return prose(name, text, practices, design, groundplan, out, err, json);
        }
        Reading reading = groundplan.read(name, text, practices);
        return found(reading, text, null, "", practices, out, err, json);
    }

    static boolean isProse(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(md|txt|markdown|text)");
    }

    private static Optional<Found> prose(
            String name,
            String text,
            Map<String, String> practices,
            @Nullable Path design,
            Groundplan groundplan,
            PrintWriter out,
            PrintWriter err,
            boolean json)
            throws IOException {
        ProseReading prose = groundplan.prose(name, text);
        if (!prose.refused().isEmpty()) {
            return refuse(out, err, json, name + " is not read: " + prose.refused() + ".");
        }
        if (!json) {
            Understood.print(prose, err);
        }
        if (!prose.usable()) {
            return refuse(
                    out,
                    err,
                    json,
                    "no use case was found in "
                            + name
                            + ", so there is nothing to design. Say who does what, e.g. “Members reserve books” or “As a member, I want to reserve a book”.");
        }
        String yaml = prose.yaml();
        Path base = design == null ? null : design.resolve(Folder.BASE);
        Path mine = design == null ? null : design.resolve(Folder.BRIEF);
        if (base != null
                && mine != null
                && Files.isRegularFile(base, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(mine, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                && Files.size(mine) < MOST) {
            yaml = Merging.merge(Files.readString(base), Files.readString(mine), yaml);
        }
        Reading reading = groundplan.read(prose, yaml, practices);
        if (!json && reading.brief() != null) {
            Understood.rules(reading.brief(), err);
        }
        return found(reading, yaml, prose, text, practices, out, err, json);
    }

    private static Optional<Found> found(
            Reading reading,
            String text,
            @Nullable ProseReading prose,
            String page,
            Map<String, String> practices,
            PrintWriter out,
            PrintWriter err,
            boolean json) {
        List<Diagnostic> diagnostics = reading.diagnostics();
        if (json && !reading.usable()) {
            out.println(
                    Json.write(
                            Map.of(
                                    "ok",
                                    false,
                                    "diagnostics",
                                    diagnostics.stream().map(Briefs::json).toList())));
        } else if (!json) {
            diagnostics.stream()
                    .filter(d -> prose == null || d.error())
                    .forEach(d -> err.println(d.print()));
            long errors = diagnostics.stream().filter(Diagnostic::error).count();
            if (!reading.usable()) {
                err.println(
                        errors + (errors == 1 ? " error" : " errors") + "; nothing was written.");
            }
        }
        return reading.usable()
                ? Optional.of(new Found(reading, text, prose, page, practices))
                : Optional.empty();
    }

    /**
     * The files {@code practices/*.yaml} beside a brief, plain files only.
     *
     * @return what is wrong, or nothing
     */
    private static String practices(Path brief, Map<String, String> into) throws IOException {
        Path folder = brief.resolveSibling("practices");
        if (!Files.isDirectory(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        List<Path> files;
        try (java.util.stream.Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(f -> f.toString().matches(".*\\.ya?ml"))
                            .filter(f ->
                                    Files.isRegularFile(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                            .sorted()
                            .toList();
        }
        if (files.size() > MOST_FILES) {
            return "practices/ has "
                    + files.size()
                    + " files; "
                    + MOST_FILES
                    + " are read at most.";
        }
        for (Path f : files) {
            String name = "practices/" + f.getFileName();
            if (Files.size(f) > MOST_PRACTICE) {
                return name + " is larger than 64 kB; a practice is a few lines.";
            }
            try {
                into.put(
                        name,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(Files.readAllBytes(f)))
                                .toString());
            } catch (CharacterCodingException e) {
                return name + " is not UTF-8 text.";
            }
        }
        return "";
    }

    static Optional<Found> refuse(PrintWriter out, PrintWriter err, boolean json, String why) {
        if (json) {
            out.println(
                    Json.write(Map.of("ok", false, "diagnostics", List.of(Map.of("found", why)))));
        } else {
            err.println("groundplan: " + why);
        }
        return Optional.empty();
    }

    static Map<String, Object> json(Diagnostic d) {
        return Map.of(
                "file",
                d.at().file(),
                "line",
                d.at().line(),
                "column",
                d.at().column(),
                "severity",
                d.error() ? "error" : "warning",
                "found",
                d.found(),
                "expected",
                d.expected(),
                "write",
                d.write());
    }
}

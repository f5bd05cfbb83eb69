package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.groundplan.Groundplan;
import org.groundplan.Merging;
import org.groundplan.brief.prose.ProseReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prose to a brief. */
@Command(
        name = "brief",
        description = {
            "Reads prose (Markdown or text) and writes the brief that it understood, every fact beside its sentence.",
            "What was understood and what was not is printed first. Read the prose again after changing it: what you changed in the brief stays."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  groundplan brief idea.md                  prints the reading, then the brief",
            "  groundplan brief idea.md -o brief.yaml    writes it; groundplan design brief.yaml goes on from there",
            "  groundplan ask -i brief.yaml              asks what is missing, the most consequential first"
        })
final class BriefCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "PROSE", description = "a text in English: .md, .txt")
    Path prose;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write the brief (default: standard output)")
    @Nullable Path output;

    @Option(
            names = "--json",
            description =
                    "one JSON document on standard output, and nothing else there: facts with line, sentence, offsets and confidence")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String name = String.valueOf(prose.getFileName());
        if (!Briefs.isProse(name)) {
            Briefs.refuse(
                    out,
                    err,
                    json,
                    name
                            + " is no prose: this reads .md and .txt; a YAML brief goes to `groundplan design` as it is.");
            return Main.UNUSABLE;
        }
        Optional<Briefs.Found> found = Briefs.read(prose, new Groundplan(), out, err, json);
        ProseReading reading = found.map(Briefs.Found::prose).orElse(null);
        if (found.isEmpty() || reading == null) {
            return Main.UNUSABLE;
        }
        String yaml = reading.yaml();
        boolean merged = false;
        if (output != null) {
            Optional<String> written = write(output, reading.yaml());
            if (written.isEmpty()) {
                Briefs.refuse(
                        out,
                        err,
                        json,
                        output
                                + " exists and was not read from prose by this command; it is left alone. Name another file.");
                return Main.UNUSABLE;
            }
            yaml = written.get();
            merged = !yaml.equals(reading.yaml());
        }
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>(Understood.json(reading));
            result.put("ok", true);
            result.put("brief", yaml);
            if (output != null) {
                result.put("written", output.toString());
            }
            out.println(Json.write(result));
        } else if (output == null) {
            out.print(yaml);
        } else {
            out.println(
                    (merged ? "merged into " : "wrote ")
                            + output
                            + "; next: groundplan ask -i "
                            + output);
        }
        out.flush();
        return 0;
    }

    /**
     * Writes a brief that was read from prose; what somebody changed in an earlier one stays.
     *
     * @return what stands there now; empty when the file is not one that was read from prose
     */
    static Optional<String> write(Path file, String read) throws IOException {
        Path base = base(file);
        String yaml = read;
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(base, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            yaml = Merging.merge(Files.readString(base), Files.readString(file), read);
        }
        Files.createDirectories(base.getParent());
        replace(base, read);
        replace(file, yaml);
        return Optional.of(yaml);
    }

    /** As it was read, for the next merge. */
    static Path base(Path file) {
        return file.toAbsolutePath()
                .resolveSibling(".groundplan")
                .resolve(file.getFileName() + ".read");
    }

    static void replace(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.groundplan.Groundplan;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The same checks and trials on a folder as it is now. */
@Command(
        name = "check",
        description =
                "Tries the files of a design folder as they are now, edited or not. Writes nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  groundplan check out"})
final class CheckCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "a folder that `groundplan design` wrote")
    Path folder;

    @Option(
            names = "--json",
            description = "one JSON document on standard output, and nothing else there")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Groundplan groundplan = new Groundplan();
        Optional<Briefs.Found> found = Briefs.read(folder, groundplan, out, err, json);
        Design stated = found.map(f -> f.reading().brief()).orElse(null);
        if (found.isEmpty() || stated == null) {
            return Main.UNUSABLE;
        }
        Design design = groundplan.derive(stated, found.get().reading().diagnostics());
        Progress progress = new Progress(err, json);
        Groundplan.Outcome outcome =
                groundplan.publish(
                        design,
                        found.get().text(),
                        onDisk(groundplan.publish(design, "", Map.of(), false, _ -> {})),
                        true,
                        progress::say);
        progress.end();
        List<Evidence> broken = outcome.broken();
        if (json) {
            out.println(
                    Json.write(
                            Map.of(
                                    "ok",
                                    broken.isEmpty() && outcome.errors().isEmpty(),
                                    "broken",
                                    broken.stream()
                                            .map(e -> Map.of("claim", e.claim(), "how", e.how()))
                                            .toList(),
                                    "claims",
                                    outcome.design().all(Evidence.class).size())));
        } else {
            broken.forEach(e -> out.println("BROKEN " + e.claim() + ": " + e.how()));
            outcome.errors().forEach(f -> out.println("ERROR " + f.message()));
            out.println(
                    outcome.design().all(Evidence.class).size()
                            + " claims tried, "
                            + broken.size()
                            + " broken");
        }
        return outcome.couldNotTry()
                ? Main.NOT_RUN
                : broken.isEmpty() && outcome.errors().isEmpty() ? 0 : Main.BROKEN;
    }

    /** What stands in the folder in place of what would be rendered. */
    private Map<String, String> onDisk(Groundplan.Outcome rendered) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String path : rendered.files().files().keySet()) {
            Path file = folder.resolve(path);
            if (path.matches("(db|api)/.*")
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= 2_000_000) {
                files.put(path, Files.readString(file));
            }
        }
        return files;
    }
}

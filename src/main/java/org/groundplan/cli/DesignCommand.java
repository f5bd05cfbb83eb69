package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.groundplan.Folder;
import org.groundplan.Groundplan;
import org.groundplan.brief.prose.ProseReading;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brief to design. */
@Command(
        name = "design",
        description =
                "Works out the design of a brief, tries it on a real PostgreSQL, and writes it into a folder.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  groundplan design examples/library/brief.yaml -o out",
            "  groundplan design idea.md -o out          prose: what was understood is printed first; out/brief.yaml is yours to change",
            "  less out/ARCHITECTURE.md"
        })
final class DesignCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(
            paramLabel = "BRIEF",
            description = "prose (.md, .txt), a YAML brief, or a folder with a brief.yaml")
    Path brief;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "where to write (default: ${DEFAULT-VALUE})",
            defaultValue = "design")
    Path output;

    @Option(names = "--no-trial", description = "derive only; every claim is then “not run”")
    boolean noTrial;

    @Option(
            names = "--allow-not-run",
            description = "exit 0 even if PostgreSQL could not be started")
    boolean allowNotRun;

    @Option(names = "--keep-edits", description = "keep files that somebody edited, as overrides")
    boolean keepEdits;

    @Option(names = "--discard-edits", description = "overwrite files that somebody edited")
    boolean discardEdits;

    @Option(
            names = "--json",
            description = "one JSON document on standard output, and nothing else there")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (Files.exists(output) && !Files.isDirectory(output)) {
            err.println("groundplan: " + output + " is a file; -o wants a folder.");
            return Main.UNUSABLE;
        }
        Groundplan groundplan = new Groundplan();
        Optional<Briefs.Found> found = Briefs.read(brief, output, groundplan, out, err, json);
        Design stated = found.map(f -> f.reading().brief()).orElse(null);
        if (found.isEmpty() || stated == null) {
            return Main.UNUSABLE;
        }
        Progress progress = new Progress(err, json);
        progress.say("deriving");
        Design design = groundplan.derive(stated, found.get().reading().diagnostics());
        Groundplan.Outcome outcome =
                groundplan.publish(
                        design,
                        found.get().text(),
                        Folder.overrides(output),
                        !noTrial,
                        progress::say);
        progress.end();
        try {
            Groundplan.write(
                    output,
                    beside(outcome.files(), found.get()),
                    discardEdits
                            ? Folder.Edits.DISCARD
                            : keepEdits ? Folder.Edits.KEEP : Folder.Edits.STOP);
        } catch (Folder.EditedException e) {
            return edited(e, out, err);
        }
        if (json) {
            out.println(Json.write(result(outcome)));
        } else {
            print(outcome, out);
        }
        return exit(outcome);
    }

    /** With the prose and the brief as it was read, when it was. */
    private static Artefacts beside(Artefacts files, Briefs.Found found) {
        ProseReading prose = found.prose();
        return prose == null
                ? files
                : files.with(
                        Map.of(Folder.BASE, prose.yaml(), "reading/" + prose.file(), found.page()));
    }

    private int exit(Groundplan.Outcome outcome) {
        if (outcome.couldNotTry() && !allowNotRun) {
            return Main.NOT_RUN;
        }
        return outcome.broken().isEmpty() && outcome.errors().isEmpty() ? 0 : Main.BROKEN;
    }

    private int edited(Folder.EditedException e, PrintWriter out, PrintWriter err) {
        if (json) {
            out.println(Json.write(Map.of("ok", false, "edited", e.paths())));
            return Main.UNUSABLE;
        }
        err.println(
                "groundplan: somebody edited "
                        + (e.paths().size() == 1 ? "a file" : e.paths().size() + " files")
                        + " that would be overwritten; nothing was changed:");
        e.paths().forEach(p -> err.println("  " + output.resolve(p)));
        err.println(
                "  --keep-edits     keeps them as overrides, which are tried and carried through from now on");
        err.println("  --discard-edits  overwrites them");
        return Main.UNUSABLE;
    }

    private Map<String, Object> result(Groundplan.Outcome outcome) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", exit(outcome) == 0);
        result.put("folder", output.toString());
        result.put("document", output.resolve("ARCHITECTURE.md").toString());
        result.put("evidence", counts(outcome));
        result.put(
                "broken",
                outcome.broken().stream()
                        .map(e -> Map.of("claim", e.claim(), "how", e.how()))
                        .toList());
        result.put(
                "findings",
                outcome.design().all(Finding.class).stream()
                        .sorted(
                                Comparator.comparingInt(Finding::weight)
                                        .reversed()
                                        .thenComparing(Finding::id))
                        .map(f ->
                                Map.of(
                                        "id",
                                        f.kind(),
                                        "severity",
                                        f.severity().word(),
                                        "message",
                                        f.message()))
                        .toList());
        result.put("files", List.copyOf(outcome.files().files().keySet()));
        return result;
    }

    private static Map<String, Integer> counts(Groundplan.Outcome outcome) {
        Map<String, Integer> counts = new TreeMap<>();
        outcome.design()
                .all(Evidence.class)
                .forEach(e -> counts.merge(e.verdict().word(), 1, Integer::sum));
        return counts;
    }

    private void print(Groundplan.Outcome outcome, PrintWriter out) {
        out.println(outcome.design().name() + " → " + output.resolve("ARCHITECTURE.md"));
        Map<String, Integer> counts = counts(outcome);
        out.println(
                counts.isEmpty()
                        ? "  nothing was tried (--no-trial)"
                        : "  "
                                + String.join(
                                        ", ",
                                        counts.entrySet().stream()
                                                .map(e -> e.getValue() + " " + e.getKey())
                                                .toList()));
        outcome.broken().forEach(e -> out.println("  BROKEN " + e.claim() + ": " + e.how()));
        outcome.errors().forEach(f -> out.println("  ERROR " + f.message()));
        outcome.design().all(Finding.class).stream()
                .filter(f -> f.severity() != Finding.Severity.ERROR)
                .sorted(
                        Comparator.comparingInt(Finding::weight)
                                .reversed()
                                .thenComparing(Finding::id))
                .limit(3)
                .forEach(f -> out.println("  · " + f.message()));
    }
}

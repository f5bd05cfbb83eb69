package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A brief to start from. */
@Command(
        name = "init",
        description = "Writes a small brief that runs; change it line by line.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    static final String BRIEF =
            """
            name: Swimming lessons                       # twelve lines that run; docs/brief.md has the rest
            actors: { Parent: { count: 900 }, Coach: {} }
            entities:
              Course: { count: 40, fields: { name: text, startsOn: date } }
              Place:  { belongsTo: [Course, Parent], fields: { child: text, status: [booked, cancelled] } }
            useCases:
              - { name: list courses, reads: [Course], actor: Parent, rate: 2000 per day }
              - { name: book a place, writes: [Place], actor: Parent, rate: { average: 60 per day, peak: 70 % in 1 hour } }
              - { name: cancel a place, writes: [Place], actor: Parent }
            rules:
              - at most 12 Place per Course when status = booked
              - "Place.status: booked -> cancelled"
              - Parent may read own Place
            """;

    @Spec CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "where to write (default: ${DEFAULT-VALUE})",
            defaultValue = "brief.yaml",
            arity = "0..1")
    Path file;

    @Option(
            names = "--json",
            description = "one JSON document on standard output, and nothing else there")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (Files.exists(file)) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "groundplan: "
                                    + file
                                    + " exists and is left alone; name another file: groundplan init my-brief.yaml");
            return Main.UNUSABLE;
        }
        Files.writeString(file, BRIEF);
        out.println(
                json
                        ? Json.write(java.util.Map.of("ok", true, "file", file.toString()))
                        : "wrote " + file + "; next: groundplan design " + file);
        return 0;
    }
}

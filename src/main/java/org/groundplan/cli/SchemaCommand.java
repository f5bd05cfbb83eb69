package org.groundplan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of the brief, from which editors complete. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of the brief.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In an editor with a YAML language server, put this on the first line of a brief:",
            "  # yaml-language-server: $schema=brief.schema.json",
            "",
            "Example:",
            "  groundplan schema > brief.schema.json"
        })
final class SchemaCommand implements Runnable {
    private static final String RESOURCE = "/schema/brief.schema.json";

    @Spec CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(text());
        spec.commandLine().getOut().flush();
    }

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

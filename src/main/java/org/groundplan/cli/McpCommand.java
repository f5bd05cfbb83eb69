package org.groundplan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.groundplan.server.McpStdio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves coding agents on standard input and output. */
@Command(
        name = "mcp",
        description =
                "Serves coding agents: the Model Context Protocol on standard input and output, six tools.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In an agent's configuration:",
            "  { \"mcpServers\": { \"groundplan\": { \"command\": \"groundplan\", \"args\": [\"mcp\"] } } }"
        })
final class McpCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "the only folder below which designs are written (default: ${DEFAULT-VALUE})",
            defaultValue = ".")
    Path home;

    @Override
    public Integer call() throws InterruptedException {
        McpStdio.serve(
                System.in, System.out, home, spec.root().version()[0].replaceFirst("^\\w+ ", ""));
        return 0;
    }
}

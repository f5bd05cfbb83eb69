package org.groundplan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code groundplan}: an architecture compiler. */
@Command(
        name = "groundplan",
        description =
                "Say what you know. Groundplan works out the rest of the backend, and tries what can be tried.",
        subcommands = {
            DesignCommand.class,
            BriefCommand.class,
            AskCommand.class,
            DecideCommand.class,
            PracticesCommand.class,
            CheckCommand.class,
            AttackCommand.class,
            ExplainCommand.class,
            InitCommand.class,
            SchemaCommand.class,
            McpCommand.class,
            picocli.AutoComplete.GenerateCompletion.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "To begin:",
            "  groundplan init                     writes a small brief that runs",
            "  groundplan design brief.yaml        works out the design and tries it, into ./design",
            "  groundplan brief idea.md -o brief.yaml   reads prose, each fact beside its sentence",
            "  groundplan ask brief.yaml           what is missing, the most consequential first (-i: an interview)",
            "  groundplan decide brief.yaml QUESTION   one decision, e.g. do we need Kafka?",
            "  groundplan practices --brief brief.yaml   what an architect would notice",
            "  groundplan explain design NUMBER    where a number or an element comes from",
            "  groundplan attack --help            tries a rule on SQL that is not ours",
            "",
            "Exit codes: 0 fine · 1 findings at error level, or something broken · 2 the input could not be used",
            "            3 an asked-for experiment could not run · 70 a bug of ours"
        })
public final class Main {
    static final int BROKEN = 1;
    static final int UNUSABLE = 2;
    static final int NOT_RUN = 3;
    static final int BUG = 70;

    private Main() {}

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"groundplan " + (version == null ? "development" : version)};
        }
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(
                run(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        arguments));
    }

    /** Runs without ending the process. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((e, _, _) -> {
            if (e instanceof java.io.IOException) {
                err.println(
                        "groundplan: "
                                + (e instanceof java.nio.file.NoSuchFileException
                                        ? "no such file: "
                                        : "")
                                + e.getMessage());
                return UNUSABLE;
            }
            err.println("groundplan: a bug of ours, please report it with the input:");
            e.printStackTrace(err);
            return BUG;
        });
        if (arguments.length == 0) {
            line.usage(out);
            return 0;
        }
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            err.println("groundplan: a bug of ours, please report it with the input:");
            e.printStackTrace(err);
            return BUG;
        }
    }
}

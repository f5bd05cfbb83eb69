package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.groundplan.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From an element or a number back to the lines of the brief. */
@Command(
        name = "explain",
        description = "Why an element, number or decision is there, back to the line of the brief.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  groundplan explain out 0.583/s",
            "  groundplan explain out loan_one_out_per_item",
            "  groundplan explain out decision:primary-store",
            "  groundplan explain out why are Order and Delivery apart"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "a folder that `groundplan design` wrote")
    Path folder;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NAME",
            description =
                    "an id, a name, a number as the document prints it, or two entities: why they are together or apart")
    List<String> words;

    @Option(
            names = "--json",
            description = "one JSON document on standard output, and nothing else there")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String name = String.join(" ", words);
        Explanation explanation = Explanation.of(folder, name);
        if (explanation.isEmpty()) {
            String near =
                    explanation.near().isEmpty()
                            ? ""
                            : " Did you mean " + String.join(", ", explanation.near()) + "?";
            if (json) {
                out.println(Json.write(java.util.Map.of("ok", false, "near", explanation.near())));
            } else {
                spec.commandLine()
                        .getErr()
                        .println(
                                "groundplan: nothing in "
                                        + folder
                                        + " is called “"
                                        + name
                                        + "”."
                                        + near);
            }
            return Main.UNUSABLE;
        }
        out.println(
                json
                        ? Json.write(
                                java.util.Map.of("ok", true, "explanations", explanation.json()))
                        : explanation.print());
        return 0;
    }
}

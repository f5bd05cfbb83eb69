package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.groundplan.Deciding;
import org.groundplan.Groundplan;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One question, answered from a brief without writing anything. */
@Command(
        name = "decide",
        description = {
            "Answers one question from a brief: candidates, what rules them out, how the rest compares,",
            "and what would flip it. Writes nothing."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  groundplan decide brief.yaml do we need Kafka?",
            "  groundplan decide brief.yaml gRPC or REST for couriers?",
            "  groundplan decide brief.yaml architecture style"
        })
final class DecideCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BRIEF", description = "a brief, or a folder with one")
    Path brief;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "QUESTION",
            description = "in words, or the name of a decision")
    List<String> words;

    @Option(
            names = "--json",
            description = "one JSON document on standard output, and nothing else there")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Groundplan groundplan = new Groundplan();
        Optional<Briefs.Found> found = Briefs.read(brief, groundplan, out, err, json);
        if (found.isEmpty()) {
            return Main.UNUSABLE;
        }
        Design read = found.get().reading().brief();
        if (read == null) {
            return Main.UNUSABLE;
        }
        Design design = groundplan.derive(read, found.get().reading().diagnostics());
        String question = String.join(" ", words);
        Groundplan.Answer answer = groundplan.decide(design, question);
        if (answer.decision().isEmpty()) {
            unclear(answer, question, out, err);
            return Main.UNUSABLE;
        }
        Decision decision = answer.decision().get();
        if (json) {
            out.println(Json.write(json(decision, answer.raised())));
        } else {
            out.print(Deciding.print(design, decision, question, answer.raised()));
            out.flush();
        }
        return 0;
    }

    private void unclear(
            Groundplan.Answer answer, String question, PrintWriter out, PrintWriter err) {
        List<String> known = answer.about().isEmpty() ? Groundplan.questions() : answer.about();
        if (json) {
            out.println(Json.write(Map.of("ok", false, "questions", known)));
            return;
        }
        err.println(
                "groundplan: “"
                        + question
                        + (answer.about().isEmpty()
                                ? "” names no decision that it knows. Ask about one of: "
                                : "” could be about several. Which one: ")
                        + String.join(", ", known)
                        + "?");
    }

    private static Map<String, Object> json(Decision d, boolean raised) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", true);
        result.put("question", d.question());
        result.put("requirement", d.answers());
        result.put("raised", raised);
        result.put("chosen", d.chosen());
        result.put("why", d.why());
        result.put(
                "candidates",
                d.candidates().stream()
                        .map(c -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", c.name());
                            one.put("ruledOutBy", c.ruledOutBy());
                            Map<String, Object> scores = new LinkedHashMap<>();
                            c.scores()
                                    .forEach(s ->
                                            scores.put(
                                                    s.criterion().name().toLowerCase(Locale.ROOT),
                                                    Map.of(
                                                            "points",
                                                            s.points(),
                                                            "reason",
                                                            s.reason())));
                            one.put("scores", scores);
                            return one;
                        })
                        .toList());
        result.put(
                "flips",
                d.flips().stream()
                        .map(f -> Map.of("when", f.when(), "value", f.value(), "to", f.to()))
                        .toList());
        result.put("givenUp", d.tradeOffs());
        return result;
    }
}

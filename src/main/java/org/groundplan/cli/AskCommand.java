package org.groundplan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.groundplan.Consultation;
import org.groundplan.Delta;
import org.groundplan.Groundplan;
import org.groundplan.brief.prose.ProseReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The open questions. */
@Command(
        name = "ask",
        description = {
            "The open questions of a brief, the most consequential first: the design is derived again under plausible answers,",
            "and what changes most decisions, money or risk is asked first. What changes nothing is not asked."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  groundplan ask brief.yaml             the list",
            "  groundplan ask -i brief.yaml          an interview; answers are written into the brief",
            "  groundplan ask -i idea.md             prose: its brief is written beside it first",
            "  groundplan ask brief.yaml --json      for agents: answers go to the path in the brief"
        })
final class AskCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(
            paramLabel = "BRIEF",
            description = "a YAML brief, a folder with a brief.yaml, or prose")
    Path brief;

    @Option(
            names = {"-i", "--interactive"},
            description = "ask them one by one and write the answers into the brief")
    boolean interactive;

    @Option(
            names = "--most",
            description = "at most so many (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    int most;

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
        Path file = Files.isDirectory(brief) ? brief.resolve("brief.yaml") : brief;
        String text = found.get().text();
        Map<String, String> practices = found.get().practices();
        ProseReading prose = found.get().prose();
        if (interactive && !json) {
            if (prose != null) {
                file = beside(file);
                Optional<String> written = BriefCommand.write(file, text);
                if (written.isEmpty()) {
                    err.println(
                            "groundplan: "
                                    + file
                                    + " exists and was not read from this prose; ask about that file, or move it away.");
                    return Main.UNUSABLE;
                }
                text = written.get();
                out.println("The brief of " + brief + " is in " + file + "; answers go there.");
            }
            return interview(groundplan, file, text, practices, out);
        }
        Optional<Consultation> consultation = Consultation.of(groundplan, text, practices);
        List<Consultation.Open> open = consultation.map(Consultation::open).orElse(List.of());
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", true);
            result.put("open", open.size());
            result.put("questions", open.stream().limit(most).map(AskCommand::json).toList());
            out.println(Json.write(result));
        } else {
            list(open, out);
        }
        return 0;
    }

    /** {@code idea.md} has its brief in {@code idea.yaml}. */
    private static Path beside(Path prose) {
        String name = String.valueOf(prose.getFileName()).replaceFirst("\\.[^.]*$", "");
        return prose.resolveSibling(name + ".yaml");
    }

    private void list(List<Consultation.Open> open, PrintWriter out) {
        if (open.isEmpty()) {
            out.println("Nothing is open that would change the design.");
            return;
        }
        int n = 0;
        for (Consultation.Open q : open.stream().limit(most).toList()) {
            out.println(++n + ". " + q.text());
            out.println("   taken: " + q.taken() + "   can be: " + q.range());
            out.println("   " + q.hangs());
        }
        if (open.size() > most) {
            out.println("… and " + (open.size() - most) + " more that weigh less (--most).");
        }
    }

    private static Map<String, Object> json(Consultation.Open q) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", q.id());
        result.put("kind", q.kind().name().toLowerCase(Locale.ROOT));
        result.put("question", q.text());
        result.put("taken", q.taken());
        result.put("range", q.range());
        result.put("why", q.why());
        result.put("weight", Math.round(q.weight() * 10) / 10.0);
        result.put("path", q.path());
        List<Map<String, Object>> plausible = new ArrayList<>();
        for (Consultation.Plausible p : q.plausible()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("answer", p.value());
            one.put("decisions", p.changes().decisions());
            one.put("cost", p.changes().cost());
            one.put("risks", p.changes().risks());
            plausible.add(one);
        }
        result.put("plausible", plausible);
        return result;
    }

    /** One question after the other; the order is computed anew after each answer. */
    private static int interview(
            Groundplan groundplan,
            Path file,
            String begin,
            Map<String, String> practices,
            PrintWriter out)
            throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> skipped = new ArrayList<>();
        List<String> before = new ArrayList<>();
        String text = begin;
        int answered = 0;
        out.println(
                "Answer in your words. Enter skips, “why?” explains, “back” takes the last answer back, “stop” ends; what is answered is kept.");
        while (true) {
            Consultation consultation = Consultation.of(groundplan, text, practices).orElse(null);
            if (consultation == null) {
                out.println(
                        "The brief cannot be used as it is: groundplan design "
                                + file
                                + " says why.");
                return Main.UNUSABLE;
            }
            List<Consultation.Open> open =
                    consultation.open().stream().filter(q -> !skipped.contains(q.id())).toList();
            if (open.isEmpty()) {
                out.println();
                out.println(
                        skipped.isEmpty()
                                ? "Nothing is left that would change the design."
                                : "Nothing else is left; skipped: " + skipped.size() + ".");
                break;
            }
            Consultation.Open q = open.getFirst();
            out.println();
            out.println("(" + open.size() + " open) " + q.text());
            out.println("  taken: " + q.taken());
            out.println("  can be: " + q.range());
            out.println("  " + q.hangs());
            String next = dialogue(consultation, q, in, out);
            if (next == null || next.equals("stop")) {
                break;
            }
            if (next.isEmpty()) {
                skipped.add(q.id());
            } else if (next.equals("back")) {
                if (!before.isEmpty()) {
                    text = before.removeLast();
                    BriefCommand.replace(file, text);
                    answered--;
                    out.println("  The last answer is taken back.");
                } else if (!skipped.isEmpty()) {
                    skipped.removeLast();
                }
            } else {
                before.add(text);
                text = next;
                BriefCommand.replace(file, text);
                answered++;
            }
        }
        out.println(
                answered
                        + (answered == 1 ? " answer" : " answers")
                        + " in "
                        + file
                        + "; next: groundplan design "
                        + file);
        out.flush();
        return 0;
    }

    /**
     * @return the brief with the answer, “back”, “stop”, or nothing for a skip; null when the input
     *     ended
     */
    private static @Nullable String dialogue(
            Consultation consultation, Consultation.Open q, BufferedReader in, PrintWriter out)
            throws IOException {
        while (true) {
            out.print("  > ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                return null;
            }
            String words = line.strip();
            switch (words.toLowerCase(Locale.ROOT)) {
                case "", "skip", "s" -> {
                    return "";
                }
                case "back", "b" -> {
                    return "back";
                }
                case "stop", "quit", "exit", "q" -> {
                    return "stop";
                }
                case "why", "why?", "?" -> {
                    out.println("  " + q.why());
                    for (Consultation.Plausible p : q.plausible()) {
                        out.println("  with " + p.value() + ": " + p.changes().print());
                    }
                }
                default -> {
                    Consultation.Answered answer = consultation.answer(q, words);
                    if (!answer.understood()) {
                        out.println(
                                "  “"
                                        + words
                                        + "” was not understood; expected "
                                        + answer.problem()
                                        + ".");
                    } else {
                        Delta changes = answer.changes();
                        out.println(
                                "  noted. It changes "
                                        + (changes == null ? "nothing" : changes.print())
                                        + ".");
                        return answer.brief();
                    }
                }
            }
        }
    }
}

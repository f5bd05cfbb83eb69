package org.groundplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.groundplan.ForeignSql;
import org.groundplan.trial.foreign.ForeignAttack;
import org.groundplan.trial.foreign.ForeignException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The same attacks on SQL that is not ours. */
@Command(
        name = "attack",
        description =
                "Attacks SQL that is not ours: two clients run the statements at once, in chosen orders, until a rule breaks.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A statement file is what one client does: one transaction, unless it says BEGIN and COMMIT itself.",
            "  :name            a parameter; values are made to fit the schema",
            "  -- expect >= 1   after a query: goes on only if its first column satisfies that, else rolls back",
            "  -- into n        after a query: its first column is :n from here on",
            "Rules are those of a brief, over table and column names (docs/rules.md):",
            "  no overlap of appointment per therapist_id over starts_at..ends_at when status = booked",
            "  at most 10 loan per member_id when status = out · account.balance never below 0 · unique invoice.number",
            "  add_item only when order.status is open      (add_item.sql is one of the statement files)",
            "",
            "Example:",
            "  groundplan attack --schema examples/attack/schema.sql --statement examples/attack/book.sql \\",
            "    --rule \"no overlap of appointment per therapist_id over starts_at..ends_at\"",
            "",
            "Exit codes: 0 survived · 1 broken · 2 the input could not be used · 3 could not be tried"
        })
final class AttackCommand implements Callable<Integer> {
    private static final long MOST = 1_000_000;

    @Spec CommandSpec spec;

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "FILE",
            description = "what makes the tables; run by a role that may do nothing else")
    Path schema;

    @Option(
            names = "--statement",
            required = true,
            paramLabel = "FILE",
            description = "what one client does; may be given several times")
    List<Path> statements;

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "RULE",
            description = "what must hold always; may be given several times")
    List<String> rules;

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "a value for a parameter, where none can be made up")
    Map<String, String> params = new LinkedHashMap<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "stop trying after so long, for each rule (default: ${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write the script that replays what was broken")
    @Nullable Path output;

    @Option(
            names = "--json",
            description = "one JSON document on standard output, and nothing else there")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<ForeignAttack.Source> sources = new ArrayList<>();
        String tables;
        try {
            tables = text(schema);
            for (Path file : statements) {
                String name = String.valueOf(file.getFileName());
                sources.add(
                        new ForeignAttack.Source(
                                name.replaceFirst("\\.[^.]*$", ""), name, text(file)));
            }
        } catch (CharacterCodingException e) {
            err.println("groundplan: a file is not UTF-8 text");
            return Main.UNUSABLE;
        } catch (IllegalArgumentException e) {
            err.println("groundplan: " + e.getMessage());
            return Main.UNUSABLE;
        }
        List<Map<String, Object>> told = new ArrayList<>();
        int worst = 0;
        for (String rule : rules) {
            ForeignSql.Outcome outcome =
                    ForeignSql.attack(
                            new ForeignSql.Request(
                                    tables, sources, rule, params, Math.clamp(seconds, 1, 600)));
            int code = code(outcome);
            worst = worse(worst, code);
            told.add(json(outcome, code));
            if (!json) {
                print(out, err, outcome);
            }
            ForeignAttack.Result result = outcome.result();
            if (result != null && !result.script().isEmpty() && output != null) {
                Files.writeString(output, result.script());
                if (!json) {
                    out.println("replay: psql -d scratch -f " + output);
                }
            } else if (result != null && !result.script().isEmpty() && !json) {
                out.println("\n" + result.script());
            }
        }
        if (json) {
            out.println(Json.write(Map.of("ok", worst == 0, "rules", told)));
        }
        return worst;
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MOST) {
            throw new IllegalArgumentException(
                    file + " has " + Files.size(file) + " bytes; at most " + MOST + " are read");
        }
        return Files.readString(file);
    }

    private static int code(ForeignSql.Outcome outcome) {
        ForeignAttack.Result result = outcome.result();
        if (result == null) {
            return Main.NOT_RUN;
        }
        return switch (result.verdict()) {
            case BROKEN -> Main.BROKEN;
            case SURVIVED -> 0;
            case NOT_RUN -> Main.NOT_RUN;
        };
    }

    private static int worse(int a, int b) {
        return a == Main.BROKEN || b == Main.BROKEN ? Main.BROKEN : Math.max(a, b);
    }

    private static void print(PrintWriter out, PrintWriter err, ForeignSql.Outcome outcome) {
        ForeignAttack.Result result = outcome.result();
        ForeignException problem = outcome.problem();
        if (result == null) {
            err.println("NOT TRIED  " + outcome.rule());
            outcome.unread().forEach(u -> err.println("  " + u));
            if (problem != null) {
                err.println("  " + problem.getMessage());
                if (!problem.expected().isEmpty()) {
                    err.println("  expected: " + problem.expected());
                }
                if (!problem.write().isEmpty()) {
                    err.println("  write:    " + problem.write());
                }
            }
            return;
        }
        out.println(
                switch (result.verdict()) {
                            case BROKEN -> "BROKEN     ";
                            case SURVIVED -> "SURVIVED   ";
                            case NOT_RUN -> "NOT TRIED  ";
                        }
                        + outcome.rule());
        out.println("  understood: " + outcome.paraphrase());
        out.println("  " + result.how());
        result.notes().forEach(n -> out.println("  note: " + n));
        if (!result.timeline().isEmpty()) {
            out.println();
            out.print(result.timeline());
        }
    }

    private static Map<String, Object> json(ForeignSql.Outcome outcome, int code) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", outcome.rule());
        map.put("verdict", code == 0 ? "survived" : code == Main.BROKEN ? "broken" : "not run");
        map.put("understood", outcome.paraphrase());
        ForeignAttack.Result result = outcome.result();
        ForeignException problem = outcome.problem();
        if (result != null) {
            map.put("how", result.how());
            map.put("interleavings", result.orders());
            map.put("timeline", result.timeline().lines().toList());
            map.put("script", result.script());
            map.put("notes", result.notes());
        } else if (problem != null) {
            map.put("how", String.valueOf(problem.getMessage()));
            map.put("expected", problem.expected());
        } else {
            map.put("how", String.join("; ", outcome.unread()));
        }
        return map;
    }
}

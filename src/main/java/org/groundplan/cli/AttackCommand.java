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
        List<ForeignSql.Source> sources = new ArrayList<>();
        String tables;
        try {
            tables = text(schema);
            for (Path file : statements) {
                String name = String.valueOf(file.getFileName());
                sources.add(
                        new ForeignSql.Source(
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
            told.add(json(outcome));
            if (!json) {
                print(out, err, outcome);
            }
            if (!outcome.script().isEmpty() && output != null) {
                Files.writeString(output, outcome.script());
                if (!json) {
                    out.println("replay: psql -d scratch -f " + output);
                }
            } else if (!outcome.script().isEmpty() && !json) {
                out.println("\n" + outcome.script());
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
        return switch (outcome.verdict()) {
            case BROKEN -> Main.BROKEN;
            case SURVIVED -> 0;
            case NOT_RUN -> Main.NOT_RUN;
            case UNUSABLE -> Main.UNUSABLE;
        };
    }

    /** Broken says most, then what could not be used, then what could not be tried. */
    private static int worse(int a, int b) {
        List<Integer> order = List.of(0, Main.NOT_RUN, Main.UNUSABLE, Main.BROKEN);
        return order.indexOf(a) > order.indexOf(b) ? a : b;
    }

    private static void print(PrintWriter out, PrintWriter err, ForeignSql.Outcome outcome) {
        boolean tried =
                outcome.verdict() == ForeignSql.Verdict.BROKEN
                        || outcome.verdict() == ForeignSql.Verdict.SURVIVED;
        PrintWriter to = tried ? out : err;
        to.println(
                switch (outcome.verdict()) {
                            case BROKEN -> "BROKEN     ";
                            case SURVIVED -> "SURVIVED   ";
                            case NOT_RUN, UNUSABLE -> "NOT TRIED  ";
                        }
                        + outcome.rule());
        if (!outcome.understood().isEmpty()) {
            to.println("  understood: " + outcome.understood());
        }
        to.println("  " + outcome.how());
        outcome.notes().forEach(n -> to.println("  " + n));
        if (!outcome.timeline().isEmpty()) {
            to.println();
            to.print(outcome.timeline());
        }
    }

    private static Map<String, Object> json(ForeignSql.Outcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", outcome.rule());
        map.put("verdict", outcome.verdict().word());
        map.put("understood", outcome.understood());
        map.put("how", outcome.how());
        map.put("interleavings", outcome.orders());
        map.put("timeline", outcome.timeline().lines().toList());
        map.put("script", outcome.script());
        map.put("notes", outcome.notes());
        return map;
    }
}

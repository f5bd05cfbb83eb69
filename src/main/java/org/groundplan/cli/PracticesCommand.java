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
import org.groundplan.Groundplan;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Noticed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, searches and explains practices; with a brief, what they notice there. */
@Command(
        name = "practices",
        description = {
            "Lists the practices, or those that words are found in, or explains one by its id.",
            "With --brief: what they notice in a brief, strongest first. Writes nothing."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  groundplan practices",
            "  groundplan practices refund",
            "  groundplan practices money.timeout-is-unknown",
            "  groundplan practices --brief examples/wallet"
        })
final class PracticesCommand implements Callable<Integer> {
    private static final int WIDTH = 34;

    @Spec CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORDS",
            description = "an id, a family, or words that have to occur")
    List<String> words = List.of();

    @Option(names = "--brief", paramLabel = "BRIEF", description = "a brief, or a folder with one")
    @Nullable Path brief;

    @Option(
            names = "--json",
            description = "one JSON document on standard output, and nothing else there")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Card> cards = found(Groundplan.practices());
        Path named = brief;
        if (named != null) {
            return noticed(named, cards, out, err);
        }
        if (cards.isEmpty()) {
            err.println(
                    "groundplan: no practice has “"
                            + String.join(" ", words)
                            + "” in it. `groundplan practices` lists all of them.");
            return Main.UNUSABLE;
        }
        if (json) {
            out.println(
                    Json.write(
                            Map.of(
                                    "ok",
                                    true,
                                    "practices",
                                    cards.stream().map(PracticesCommand::json).toList())));
        } else if (cards.size() == 1) {
            explain(cards.getFirst(), out);
        } else {
            list(cards, out);
        }
        return 0;
    }

    private List<Card> found(List<Card> all) {
        String said = String.join(" ", words).toLowerCase(Locale.ROOT);
        List<Card> exact = all.stream().filter(c -> c.id().equals(said)).toList();
        return exact.isEmpty() ? all.stream().filter(this::has).toList() : exact;
    }

    private boolean has(Card card) {
        String text =
                String.join(" ", card.id(), card.title(), card.when(), card.numbers())
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(w -> text.contains(w.toLowerCase(Locale.ROOT)));
    }

    private static void list(List<Card> cards, PrintWriter out) {
        String family = "";
        for (Card card : cards) {
            if (!card.family().equals(family)) {
                out.println((family.isEmpty() ? "" : "\n") + card.family());
                family = card.family();
            }
            String id = "  " + card.id();
            out.println(id + " ".repeat(Math.max(1, WIDTH - id.length())) + card.title());
        }
        out.println("\n" + cards.size() + " practices; one of them: groundplan practices ID");
    }

    private static void explain(Card card, PrintWriter out) {
        out.println(card.id() + "\n\n" + card.title() + "\n");
        out.println("When     " + card.when());
        out.println("Numbers  " + card.numbers());
        out.println("Source   " + card.source());
        out.println("Wrong    when " + card.wrong());
        out.println("Level    " + card.level().word());
    }

    private int noticed(Path named, List<Card> cards, PrintWriter out, PrintWriter err)
            throws IOException {
        Groundplan groundplan = new Groundplan();
        Optional<Briefs.Found> found = Briefs.read(named, groundplan, out, err, json);
        Design read = found.map(f -> f.reading().brief()).orElse(null);
        if (found.isEmpty() || read == null) {
            return Main.UNUSABLE;
        }
        Design design = groundplan.derive(read, found.get().reading().diagnostics());
        List<String> ids = cards.stream().map(Card::id).toList();
        List<Noticed> all =
                Noticed.of(design).stream()
                        .filter(n -> words.isEmpty() || ids.contains(n.kind()))
                        .toList();
        if (json) {
            out.println(Json.write(Map.of("ok", true, "noticed", all)));
            return 0;
        }
        for (Noticed n : all) {
            out.println(
                    n.kind()
                            + " ("
                            + (n.conflict() ? "conflict, " : "")
                            + n.weight()
                            + ")\n  "
                            + n.said()
                            + "\n  → "
                            + n.advice()
                            + "\n");
        }
        out.println(
                all.size()
                        + " noticed by "
                        + all.stream().map(Noticed::kind).distinct().count()
                        + " practices and rules of "
                        + Groundplan.practices().size()
                        + ".");
        return 0;
    }

    private static Map<String, Object> json(Card card) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", card.id());
        one.put("title", card.title());
        one.put("when", card.when());
        one.put("numbers", card.numbers());
        one.put("source", card.source());
        one.put("wrongWhen", card.wrong());
        one.put("level", card.level().word());
        return one;
    }
}

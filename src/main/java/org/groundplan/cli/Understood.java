package org.groundplan.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groundplan.brief.prose.Fact;
import org.groundplan.brief.prose.ProseReading;
import org.groundplan.model.Design;
import org.groundplan.model.Location;
import org.groundplan.model.Rule;

/** Prints what was understood of a text, and what was not, before anything is made of it. */
final class Understood {
    private static final int WIDTH = 110;

    private Understood() {}

    static void print(ProseReading prose, PrintWriter out) {
        out.println(
                prose.file()
                        + ": "
                        + prose.understood()
                        + " of "
                        + prose.sentences()
                        + " sentences led to "
                        + (prose.facts().size() == 1 ? "a fact" : prose.facts().size() + " facts")
                        + ".");
        for (Fact.Kind kind : Fact.Kind.values()) {
            List<Fact> facts = prose.facts().stream().filter(f -> f.kind() == kind).toList();
            if (facts.isEmpty()) {
                continue;
            }
            out.println();
            out.println(kind.title() + " (" + facts.size() + ")");
            for (Fact f : facts) {
                out.println("  " + (f.doubtful() ? "? " : "  ") + line(f));
            }
        }
        list(out, "to confirm", prose.confirm());
        list(out, "not understood", prose.unread());
        list(out, "understood, and nothing is derived from it", prose.unused());
        out.println();
        out.flush();
    }

    /** Each rule with its sentence, in other words, and with one thing it forbids. */
    static void rules(Design brief, PrintWriter out) {
        List<Rule> rules = brief.all(Rule.class);
        if (rules.isEmpty()) {
            return;
        }
        out.println("rules as understood; is that what was meant?");
        for (Rule rule : rules) {
            Location at = rule.origin().at();
            out.println(
                    "  " + (at == null ? "" : "line " + at.line() + " “" + cut(at.text()) + "”"));
            boolean kept = rule instanceof Rule.NotUnderstood;
            out.println(
                    kept
                            ? "      kept as a sentence; nothing enforces it"
                            : "      " + rule.paraphrase());
            if (!kept) {
                out.println("      forbids: " + rule.counterexample());
            }
        }
        out.println();
        out.flush();
    }

    private static String line(Fact f) {
        String said =
                switch (f.kind()) {
                    case ACTOR, ENTITY -> f.name();
                    case USE_CASE ->
                            (f.name().isEmpty() ? "the clock" : f.name()) + ": " + f.says();
                    case NUMBER -> f.says() + (f.name().isEmpty() ? "" : " (" + f.name() + ")");
                    case RULE, ACCESS -> "";
                    case INTEGRATION, CONSTRAINT ->
                            f.name() + (f.says().isEmpty() ? "" : " (" + f.says() + ")");
                };
        String quote = "line " + f.at().line() + " “" + cut(f.quote()) + "”";
        return said.isEmpty()
                ? quote
                : String.format(java.util.Locale.ROOT, "%-42s %s", said, quote);
    }

    private static void list(PrintWriter out, String title, List<ProseReading.Pending> pending) {
        if (pending.isEmpty()) {
            return;
        }
        out.println();
        out.println(title + " (" + pending.size() + ")");
        for (ProseReading.Pending p : pending) {
            out.println(
                    "    line "
                            + p.at().line()
                            + " “"
                            + cut(p.text())
                            + "”"
                            + (p.why().isEmpty() ? "" : " – " + cut(p.why())));
        }
    }

    private static String cut(String words) {
        return words.length() <= WIDTH
                ? words
                : words.substring(
                                0,
                                Character.isHighSurrogate(words.charAt(WIDTH - 2))
                                        ? WIDTH - 2
                                        : WIDTH - 1)
                        + "…";
    }

    static Map<String, Object> json(ProseReading prose) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("file", prose.file());
        result.put("sentences", prose.sentences());
        result.put("understood", prose.understood());
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Fact f : prose.facts()) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("kind", f.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
            fact.put("name", f.name());
            fact.put("says", f.says());
            place(fact, f.at());
            fact.put("sentence", f.text());
            fact.put("start", f.start());
            fact.put("end", f.end());
            fact.put("confidence", f.sure() / 100.0);
            facts.add(fact);
        }
        result.put("facts", facts);
        result.put("confirm", pending(prose.confirm()));
        result.put("unread", pending(prose.unread()));
        result.put("unused", pending(prose.unused()));
        result.put("draft", prose.drafts() > 0);
        return result;
    }

    private static List<Map<String, Object>> pending(List<ProseReading.Pending> all) {
        List<Map<String, Object>> result = new ArrayList<>();
        for (ProseReading.Pending p : all) {
            Map<String, Object> one = new LinkedHashMap<>();
            place(one, p.at());
            one.put("text", p.text());
            one.put("why", p.why());
            result.add(one);
        }
        return result;
    }

    private static void place(Map<String, Object> into, Location at) {
        into.put("line", at.line());
        into.put("column", at.column());
    }
}

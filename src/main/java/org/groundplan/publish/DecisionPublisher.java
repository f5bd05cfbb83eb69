package org.groundplan.publish;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Names;

/** Decision records in the form of MADR. */
final class DecisionPublisher {
    private DecisionPublisher() {}

    static String path(Decision decision) {
        return "decisions/"
                + String.format(Locale.ROOT, "%04d", decision.number())
                + "-"
                + Names.slug(decision.question())
                + ".md";
    }

    static Map<String, String> render(Design design) {
        Map<String, String> files = new TreeMap<>();
        for (Decision decision : design.all(Decision.class)) {
            files.put(path(decision), page(decision));
        }
        return files;
    }

    private static String page(Decision d) {
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(Names.sentence(d.question()))
                .append(": ")
                .append(d.chosen())
                .append("\n\n");
        out.append("Status: ")
                .append(d.origin().kind().name().toLowerCase(Locale.ROOT))
                .append("\n\n");
        out.append("## Context\n\n")
                .append(Names.sentence(d.answers()))
                .append(".\n\n## Considered options\n\n");
        for (Decision.Candidate c : d.candidates()) {
            out.append("- ")
                    .append(c.name())
                    .append(c.stays() ? "" : " – ruled out: " + c.ruledOutBy())
                    .append("\n");
        }
        out.append("\n## Decision\n\n")
                .append(d.chosen())
                .append(". ")
                .append(d.why())
                .append(d.why().endsWith(".") ? "" : ".")
                .append("\n\n## Comparison\n\n");
        out.append(
                "In this order; the first difference decides. From −2 to 2.\n\n| | testability | readability | consistency | simplicity | reversibility |\n| --- | --- | --- | --- | --- | --- |\n");
        for (Decision.Candidate c : d.candidates()) {
            out.append("| ").append(c.name());
            for (Decision.Criterion criterion : Decision.Criterion.values()) {
                out.append(" | ")
                        .append(
                                c.scores().stream()
                                        .filter(s -> s.criterion() == criterion)
                                        .map(s -> s.points() + ": " + s.reason())
                                        .findFirst()
                                        .orElse("0"));
            }
            out.append(" |\n");
        }
        out.append("\n## What would change it\n\n");
        if (d.flips().isEmpty()) {
            out.append("Nothing that is a number in this brief; another requirement would.\n");
        }
        d.flips()
                .forEach(f ->
                        out.append("- ")
                                .append(f.when())
                                .append(" ")
                                .append(f.value())
                                .append(" → ")
                                .append(f.to())
                                .append("\n"));
        if (!d.tradeOffs().isEmpty()) {
            out.append("\n## What is given up\n\n");
            d.tradeOffs().forEach(t -> out.append("- ").append(t).append("\n"));
        }
        return out.toString();
    }
}

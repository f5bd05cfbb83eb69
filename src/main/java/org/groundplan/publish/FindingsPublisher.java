package org.groundplan.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Assumption;
import org.groundplan.model.Conflict;
import org.groundplan.model.Design;
import org.groundplan.model.Location;
import org.groundplan.model.Names;
import org.groundplan.model.Noticed;
import org.groundplan.model.Rule;
import org.groundplan.model.Threat;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is beyond the document's main text: the reading, all findings, all assumptions, the threats
 * as data.
 */
final class FindingsPublisher {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FindingsPublisher() {}

    static Map<String, String> render(Design design) {
        Map<String, String> files = new TreeMap<>();
        files.put("findings.md", findings(design));
        files.put(
                "security/threats.json",
                JSON.writeValueAsString(
                                design.all(Threat.class).stream()
                                        .map(t ->
                                                Yaml.map(
                                                        "id",
                                                        t.id(),
                                                        "element",
                                                        t.element(),
                                                        "category",
                                                        t.category(),
                                                        "title",
                                                        t.title(),
                                                        "cwe",
                                                        t.cwe(),
                                                        "likelihood",
                                                        t.likelihood(),
                                                        "impact",
                                                        t.impact(),
                                                        "mitigations",
                                                        t.mitigations(),
                                                        "how",
                                                        t.how(),
                                                        "status",
                                                        t.status()))
                                        .toList())
                        + "\n");
        return files;
    }

    private static String findings(Design design) {
        StringBuilder out =
                new StringBuilder(
                        "# "
                                + design.name()
                                + ": findings, reading and assumptions\n\n## As understood\n\nEach rule with its sentence, how it was understood, and one thing it forbids. Is that what was meant?\n\n");
        for (Rule rule : design.all(Rule.class)) {
            out.append("- “")
                    .append(rule.text())
                    .append("”")
                    .append(place(rule.origin().at()))
                    .append("\n  - ")
                    .append(rule.paraphrase())
                    .append("\n  - It forbids: ")
                    .append(rule.counterexample())
                    .append("\n");
        }
        out.append("\n## What each use case does\n\n");
        for (UseCase useCase : design.all(UseCase.class)) {
            out.append("- ")
                    .append(useCase.name())
                    .append(place(useCase.origin().at()))
                    .append(": ")
                    .append(useCase.kindOrThrow().word())
                    .append("; ")
                    .append(
                            String.join(
                                    ", ",
                                    useCase.effects().stream().map(e -> e.describe()).toList()))
                    .append("\n");
        }
        conflicts(design, out);
        out.append("\n## What was noticed\n\nStrongest first.\n\n");
        Noticed.of(design).stream()
                .filter(n -> !n.conflict())
                .forEach(n ->
                        out.append("- **")
                                .append(n.kind())
                                .append("** ")
                                .append(n.said())
                                .append(" *")
                                .append(n.advice())
                                .append("*\n"));
        out.append("\n## Questions\n\n");
        design.all(org.groundplan.model.Question.class)
                .forEach(q ->
                        out.append("- ")
                                .append(q.text())
                                .append(" ")
                                .append(q.why())
                                .append(" Until then: ")
                                .append(q.defaultAnswer())
                                .append(".\n"));
        out.append(
                "\n## All assumptions\n\n| assumed | value | if it is wrong |\n| --- | --- | --- |\n");
        design.all(Assumption.class)
                .forEach(a ->
                        out.append("| ")
                                .append(a.text())
                                .append(" | ")
                                .append(a.value())
                                .append(" | ")
                                .append(a.ifWrong())
                                .append(" |\n"));
        return out.toString();
    }

    private static void conflicts(Design design, StringBuilder out) {
        List<Noticed> all = Noticed.of(design).stream().filter(Noticed::conflict).toList();
        if (all.isEmpty()) {
            return;
        }
        out.append("\n## What cannot both hold\n");
        for (Noticed n : all) {
            Conflict c = design.get(Conflict.class, n.id());
            out.append("\n### ").append(Names.sentence(c.title())).append("\n\n**");
            out.append(c.kind()).append("** ");
            if (!c.sentences().isEmpty()) {
                out.append(String.join(" and ", c.sentences())).append(". ");
            }
            out.append(c.arithmetic()).append("\n\n");
            for (int i = 0; i < c.options().size(); i++) {
                out.append(i == c.taken() ? "- **assumed until answered** " : "- or ")
                        .append(c.options().get(i).what())
                        .append(": ")
                        .append(c.options().get(i).price())
                        .append("\n");
            }
            out.append("\n").append(c.question()).append("\n");
        }
    }

    private static String place(@Nullable Location at) {
        if (at == null) {
            return "";
        }
        return at.prose()
                ? " (" + at.file() + ", line " + at.line() + ": “" + at.text() + "”)"
                : " (brief, line " + at.line() + ")";
    }
}

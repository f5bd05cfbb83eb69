package org.groundplan.publish.document;

import java.util.List;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;

/** {@code ARCHITECTURE.md}: exactly seven sections, written last. */
public final class DocumentPublisher {
    private static final int MOST_DRAFT = 12;

    private DocumentPublisher() {}

    /**
     * @param files everything rendered and recorded so far
     * @param system Mermaid of the system
     */
    public static String render(Design design, Artefacts files, String system, String ddl) {
        Md md = new Md();
        md.heading(1, design.name() + ": architecture");
        draft(design, md);
        long broken =
                design.all(Evidence.class).stream()
                        .filter(e -> e.verdict() == Evidence.Verdict.BROKEN)
                        .count();
        long errors =
                design.all(Finding.class).stream()
                        .filter(f -> f.severity() == Finding.Severity.ERROR)
                        .count();
        if (broken == 0 && errors > 0) {
            md.text(
                    "> **ERROR:** "
                            + (errors == 1
                                    ? "one finding is an error"
                                    : errors + " findings are errors")
                            + "; section 1 names it. The design is published as it follows from the brief.");
        } else if (broken > 0) {
            md.text(
                    "> **BROKEN:** "
                            + (broken == 1 ? "one claim" : broken + " claims")
                            + " did not hold when tried"
                            + (errors == 0
                                    ? ""
                                    : errors == 1
                                            ? ", one finding is an error"
                                            : ", " + errors + " findings are errors")
                            + ". Section 1 names them.");
        }
        Summary.write(design, md);
        note(design, "summary", md);
        Overview.write(design, md, system);
        Noticing.of(design).section(2, md);
        note(design, "overview", md);
        Services.write(design, md);
        Noticing.of(design).section(3, md);
        note(design, "services", md);
        Contracts.write(design, files, md);
        Noticing.of(design).section(4, md);
        note(design, "contracts", md);
        Data.write(design, md, ddl);
        Noticing.of(design).section(5, md);
        note(design, "data", md);
        Stack.write(design, md);
        Noticing.of(design).section(6, md);
        note(design, "stack", md);
        Considerations.write(design, md);
        Noticing.of(design).section(7, md);
        note(design, "considerations", md);
        return md.end();
    }

    /** What was read from prose and is not confirmed, on top of everything. */
    private static void draft(Design design, Md md) {
        List<String> facts = new java.util.ArrayList<>();
        for (String list : List.of("confirm", "unread")) {
            design.find(Constraint.class, "reading:" + list)
                    .ifPresent(c -> facts.addAll(c.values()));
        }
        if (facts.isEmpty()) {
            return;
        }
        StringBuilder out =
                new StringBuilder("> **DRAFT – confirm ")
                        .append(facts.size() == 1 ? "1 fact" : facts.size() + " facts")
                        .append(
                                "** that were read from prose, in `brief.yaml` or with `groundplan ask -i`; what hangs on one of them is assumed.\n>");
        facts.stream().limit(MOST_DRAFT).forEach(f -> out.append("\n> - ").append(escaped(f)));
        if (facts.size() > MOST_DRAFT) {
            out.append("\n> - and ")
                    .append(facts.size() - MOST_DRAFT)
                    .append(" more under `reading:` of the brief");
        }
        md.text(out.toString());
    }

    /** The customer's words, without a meaning in Markdown. */
    private static String escaped(String words) {
        return words.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1")
                .replaceAll("(?i)\\b(https?|ftp)://", "$1: ");
    }

    /** What people wrote under {@code design: notes:}. */
    private static void note(Design design, String section, Md md) {
        List<Constraint> notes = design.find(Constraint.class, "note:" + section).stream().toList();
        notes.forEach(n -> md.text("*Note:* " + n.values().getFirst()));
    }
}

package org.groundplan.publish.document;

import java.util.List;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;

/** {@code ARCHITECTURE.md}: exactly seven sections, written last. */
public final class DocumentPublisher {
    private DocumentPublisher() {}

    /**
     * @param files everything rendered and recorded so far
     * @param system Mermaid of the system
     */
    public static String render(Design design, Artefacts files, String system, String ddl) {
        Md md = new Md();
        md.heading(1, design.name() + ": architecture");
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

    /** What people wrote under {@code design: notes:}. */
    private static void note(Design design, String section, Md md) {
        List<Constraint> notes = design.find(Constraint.class, "note:" + section).stream().toList();
        notes.forEach(n -> md.text("*Note:* " + n.values().getFirst()));
    }
}

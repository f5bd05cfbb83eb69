package org.groundplan.review;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;

/** The brief was read from prose, and somebody still has to say whether it was read right. */
final class ReadingNotConfirmed implements ReviewRule {
    @Override
    public String id() {
        return "reading.not-confirmed";
    }

    @Override
    public List<Finding> look(Design design) {
        List<String> open = new ArrayList<>();
        design.find(Constraint.class, "reading:confirm").ifPresent(c -> open.addAll(c.values()));
        int confirm = open.size();
        design.find(Constraint.class, "reading:unread").ifPresent(c -> open.addAll(c.values()));
        if (open.isEmpty()) {
            return List.of();
        }
        int unread = open.size() - confirm;
        return List.of(
                finding(
                        Finding.Severity.WARNING,
                        88,
                        confirm > 0 ? "reading:confirm" : "reading:unread",
                        "This was read from prose, and "
                                + (confirm == 0
                                        ? ""
                                        : confirm == 1
                                                ? "one fact is doubtful"
                                                : confirm + " facts are doubtful")
                                + (confirm > 0 && unread > 0 ? " and " : "")
                                + (unread == 0
                                        ? ""
                                        : unread == 1
                                                ? "one sentence with a number or a rule was not understood"
                                                : unread
                                                        + " sentences with a number or a rule were not understood")
                                + "; the first: "
                                + open.getFirst()
                                + ".",
                        "Correct them in brief.yaml and take each line out of reading: there, or answer groundplan ask -i."));
    }
}

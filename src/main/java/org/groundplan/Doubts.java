package org.groundplan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groundplan.model.Conflict;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Question;
import org.groundplan.model.UseCase;

/**
 * Questions that no plausible answer can be tried for: what was read with doubt, what stands
 * against what, what only people know.
 */
final class Doubts {
    static final String KEPT = "nothing enforces it";

    private final Design stated;
    private final Design derived;

    Doubts(Design stated, Design derived) {
        this.stated = stated;
        this.derived = derived;
    }

    void add(List<Consultation.Open> all) {
        confirm(all);
        conflicts(all);
        asks(all);
    }

    private void confirm(List<Consultation.Open> all) {
        for (String list : List.of("confirm", "unread")) {
            stated.find(Constraint.class, "reading:" + list)
                    .ifPresent(c -> {
                        for (String item : c.values()) {
                            boolean rule = item.contains(KEPT);
                            all.add(
                                    new Consultation.Open(
                                            "confirm:"
                                                    + Names.slug(
                                                            item.substring(
                                                                    0,
                                                                    Math.min(60, item.length()))),
                                            Consultation.Kind.CONFIRM,
                                            list.equals("confirm")
                                                    ? "Was this read right? " + item
                                                    : "This was not understood; does it matter? "
                                                            + item,
                                            list.equals("confirm") ? "as read" : "left out",
                                            rule
                                                    ? "a rule in one of the forms of docs/rules.md; yes leaves the sentence"
                                                    : "yes takes the line off the list; anything else is changed in the brief",
                                            rule
                                                    ? "A rule in words is enforced by nothing and tried by nothing."
                                                    : "It was read from prose, and is doubtful.",
                                            List.of("reading", list, item),
                                            List.of(),
                                            rule ? 14 : 7));
                        }
                    });
        }
    }

    private void conflicts(List<Consultation.Open> all) {
        for (Conflict c : derived.all(Conflict.class)) {
            String id = c.id().replaceFirst("^conflict:", "question:");
            if (answered(id)) {
                continue;
            }
            String options =
                    String.join(
                            " / ",
                            c.options().stream()
                                    .map(o -> o.what() + " (" + o.price() + ")")
                                    .toList());
            all.add(
                    new Consultation.Open(
                            id,
                            Consultation.Kind.CONFLICT,
                            c.question(),
                            c.chosen().what(),
                            options,
                            c.title() + ". " + c.arithmetic(),
                            List.of(),
                            List.of(),
                            c.weight() / 5.0));
        }
    }

    private boolean answered(String id) {
        return stated.find("answer:" + Names.slug(id.replaceFirst("^question:", ""))).isPresent();
    }

    private void asks(List<Consultation.Open> all) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        derived.all(Finding.class)
                .forEach(f -> weights.put(f.id().replaceFirst("^finding:", ""), f.weight()));
        for (Question q : derived.all(Question.class)) {
            boolean conflict =
                    derived.find(q.id().replaceFirst("^question:", "conflict:")).isPresent();
            if (conflict || answered(q.id())) {
                continue;
            }
            UseCase effect =
                    q.id().startsWith("question:effect-of-") && !q.changes().isEmpty()
                            ? stated.find(UseCase.class, q.changes().getFirst()).orElse(null)
                            : null;
            int weight = weights.getOrDefault(q.id().replaceFirst("^question:", ""), 30);
            all.add(
                    new Consultation.Open(
                            q.id(),
                            Consultation.Kind.ASK,
                            q.text(),
                            q.defaultAnswer(),
                            effect == null
                                    ? "in your words"
                                    : "insert E, update E.field, or \"E.status: from -> to\"",
                            q.why(),
                            effect == null ? List.of() : List.of("useCases", effect.name(), "does"),
                            List.of(),
                            effect == null ? weight / 20.0 : 9));
        }
    }
}

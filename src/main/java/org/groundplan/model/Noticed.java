package org.groundplan.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was noticed about a design, findings and conflicts in one line, strongest first.
 *
 * @param kind id of the practice or rule that speaks
 * @param said one or two sentences with the numbers of this brief
 * @param advice what the design does about it, or what to do
 */
public record Noticed(
        String id, String kind, int weight, boolean conflict, String said, String advice) {
    /** Strongest first; of one weight the conflict first, then by id. */
    public static List<Noticed> of(Design design) {
        List<Noticed> all = new ArrayList<>();
        design.all(Conflict.class)
                .forEach(c ->
                        all.add(
                                new Noticed(
                                        c.id(),
                                        c.kind(),
                                        c.weight(),
                                        true,
                                        Names.sentence(c.title()) + ". " + c.arithmetic(),
                                        "Until somebody answers: "
                                                + c.chosen().what()
                                                + " ("
                                                + c.chosen().price()
                                                + ").")));
        design.all(Finding.class)
                .forEach(f ->
                        all.add(
                                new Noticed(
                                        f.id(),
                                        f.kind(),
                                        f.weight(),
                                        false,
                                        f.message(),
                                        f.advice())));
        all.sort(
                Comparator.comparingInt(Noticed::weight)
                        .reversed()
                        .thenComparing(n -> !n.conflict())
                        .thenComparing(Noticed::id));
        return List.copyOf(all);
    }
}

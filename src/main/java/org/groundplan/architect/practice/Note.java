package org.groundplan.architect.practice;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Question;

/** What a practice says about one element: a finding, a conflict, a question. */
public final class Note {
    private static final int MOST_OVER = 9;

    private final String kind;
    private final String about;
    private final String element;
    private final List<String> from;
    private int weight;
    private Finding.Severity severity = Finding.Severity.ADVICE;
    private boolean built;

    private Note(String kind, String about, String element, List<String> from) {
        this.kind = kind;
        this.about = about;
        this.element = element;
        this.from = from;
    }

    /**
     * @param about what tells two notes of one practice apart, a slug
     * @param element id of the element it is about, or {@code system}
     * @param from ids it follows from
     */
    public static Note of(Practice practice, String about, String element, String... from) {
        return new Note(practice.id(), about, element, List.of(from));
    }

    /**
     * @param over how many times beyond the limit, or how many times as much as expected; each
     *     tenfold is three points
     * @param stated whether the numbers behind it were stated; what hangs on an assumed one steps
     *     back
     */
    public Note weighs(Harm harm, double over, boolean stated) {
        double points = over <= 1 ? 0 : Math.min(MOST_OVER, 3 * Math.log10(over));
        weight = harm.base() + (int) Math.round(points) - (stated ? 0 : 8);
        return this;
    }

    /** Something is not right as it stands; otherwise it is advice. */
    public Note warns() {
        severity = Finding.Severity.WARNING;
        return this;
    }

    /** What the advice says is what the design does; otherwise it is marked as proposed. */
    public Note built() {
        built = true;
        return this;
    }

    /**
     * @param advice what the design does about it, or what is proposed
     */
    public Finding says(String message, String advice) {
        return new Finding(
                id("finding"),
                kind,
                severity,
                weight,
                element,
                message,
                built ? advice : "Proposed: " + advice,
                Origin.derived("practice " + kind, message, from));
    }

    /** The finding, and what only the customer can say. */
    public List<Element> asks(
            String message, String advice, String question, String changes, String otherwise) {
        return List.of(
                says(message, advice),
                new Question(
                        id("question"),
                        question,
                        message,
                        List.of(changes),
                        otherwise,
                        Origin.derived("practice " + kind, message, from)));
    }

    /**
     * @param taken the option the design goes on with, from 0
     */
    public List<Element> conflicts(
            String title,
            List<String> sentences,
            String arithmetic,
            List<Conflict.Option> options,
            int taken,
            String question) {
        List<String> said = new ArrayList<>(sentences);
        said.removeIf(String::isEmpty);
        Conflict conflict =
                new Conflict(
                        id("conflict"),
                        kind,
                        weight,
                        title,
                        said,
                        arithmetic,
                        options,
                        taken,
                        question,
                        Origin.derived("practice " + kind, arithmetic, from));
        return List.of(
                conflict,
                new Question(
                        id("question"),
                        question,
                        arithmetic,
                        List.of(conflict.id()),
                        conflict.chosen().what(),
                        Origin.derived("practice " + kind, arithmetic, from)));
    }

    private String id(String what) {
        return what + ":" + kind.replace('.', '-') + "-" + Names.slug(about);
    }
}

package org.groundplan.model;

import java.util.List;

/**
 * What was chosen, as the catalogue knows it.
 *
 * @param support end of community support, or words
 * @param hours of care a month (assumed)
 * @param good what it is good at (our judgement)
 * @param bad what it is bad at (our judgement)
 * @param managed who runs it for money, empty when nobody does
 * @param wakes what can wake somebody (our judgement)
 * @param source of version, support and limits, with its date
 * @param old whether the source is more than 18 months older than the catalogue
 * @param answers questions it is the answer to
 */
public record Technology(
        String id,
        String name,
        String version,
        String support,
        String licence,
        int hours,
        String good,
        String bad,
        String managed,
        String wakes,
        String limits,
        String source,
        boolean old,
        List<String> answers,
        Origin origin)
        implements Element {
    public Technology {
        answers = List.copyOf(answers);
    }
}

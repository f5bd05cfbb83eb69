package org.groundplan.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * A practice of the people who wrote the brief, from a file beside it.
 *
 * @param each what it is asked of: useCase, entity, integration or system
 * @param when condition, an expression
 * @param numbers name to formula
 * @param says sentence with {@code {name}} in the place of a number or fact
 * @param question what to ask, or empty
 * @param otherwise what holds until somebody answers
 */
public record OwnPractice(
        String id,
        String kind,
        String title,
        String each,
        String when,
        Map<String, String> numbers,
        String says,
        String advice,
        String question,
        String otherwise,
        int weight,
        String source,
        String wrong,
        Origin origin)
        implements Element {
    public OwnPractice {
        numbers = java.util.Collections.unmodifiableMap(new TreeMap<>(numbers));
    }
}

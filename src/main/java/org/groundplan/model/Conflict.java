package org.groundplan.model;

import java.util.List;

/**
 * Two things the brief asks for that cannot both hold, or only at a price.
 *
 * @param kind id of the practice that found it
 * @param weight 0 … 100, as of a finding
 * @param title what stands against what, in a few words
 * @param sentences the sentences of the brief, with their line, two or three
 * @param arithmetic why they cannot both hold, with the numbers
 * @param options what can be done, each with what it costs
 * @param taken which of them the design goes on with until somebody answers, from 0
 * @param question in the customer's language
 */
public record Conflict(
        String id,
        String kind,
        int weight,
        String title,
        List<String> sentences,
        String arithmetic,
        List<Option> options,
        int taken,
        String question,
        Origin origin)
        implements Element {
    /**
     * @param price what it costs, in money, time or something given up
     */
    public record Option(String what, String price) {}

    public Conflict {
        sentences = List.copyOf(sentences);
        options = List.copyOf(options);
        if (taken < 0 || taken >= options.size()) {
            throw new IllegalArgumentException(id + " takes an option it does not have");
        }
    }

    public Option chosen() {
        return options.get(taken);
    }
}

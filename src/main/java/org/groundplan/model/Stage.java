package org.groundplan.model;

/**
 * A later shape: what is measured, from which value on the answer is another, and what makes the
 * step small.
 *
 * @param order 1 for what comes first as the system grows
 * @param measure what has to be watched
 * @param value from which on, as a person reads it
 * @param times how many times what it is today; 0 when it is nothing today
 * @param when the growth that the brief states gets there; empty when it states none
 * @param from the answer of today
 * @param to the answer beyond
 * @param prepared what is there already for the step
 * @param left what is deliberately not built now, and what it would cost
 */
public record Stage(
        String id,
        int order,
        String measure,
        String value,
        double times,
        String when,
        String question,
        String from,
        String to,
        String prepared,
        String left,
        Origin origin)
        implements Element {}

package org.groundplan.trial.plan;

/** How rows are spread over what they refer to, and over the pages of the table. */
enum Shape {
    /** Every parent has as many; the order of rows has nothing to do with their values. */
    EVEN(""),
    /** The one that is asked for has one row in twenty. */
    HOT("where the one asked for has one row in twenty"),
    /** Rows of one parent lie together. */
    TOGETHER("where rows of one parent lie together");

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

package org.groundplan.model;

/**
 * A place in a source text.
 *
 * @param file name as the user gave it, never an absolute path
 * @param line counted from 1
 * @param column counted from 1
 * @param text the line as it stands there; of prose, the sentence
 */
public record Location(String file, int line, int column, String text) {
    /** Whether it is a sentence of prose and not a line of a YAML brief. */
    public boolean prose() {
        return !file.matches("(?i).*\\.ya?ml");
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

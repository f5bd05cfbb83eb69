package org.groundplan.trial.foreign;

/** What keeps an attack from being tried: where, what was expected, what to write. */
public final class ForeignException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String write;

    ForeignException(String found, String expected, String write) {
        super(found);
        this.expected = expected;
        this.write = write;
    }

    /** What would have been understood; may be empty. */
    public String expected() {
        return expected;
    }

    /** What to write instead; may be empty. */
    public String write() {
        return write;
    }
}

package org.groundplan.trial.postgres;

/** What the database says when something fails. */
public final class Failures {
    private Failures() {}

    /** The first line of it. */
    public static String said(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
    }
}

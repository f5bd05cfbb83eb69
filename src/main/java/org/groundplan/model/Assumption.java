package org.groundplan.model;

/** Nobody said; the design goes on with this. */
public record Assumption(String id, String text, String value, String ifWrong, Origin origin)
        implements Element {}

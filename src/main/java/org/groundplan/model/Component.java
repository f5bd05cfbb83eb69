package org.groundplan.model;

/** Everything else that runs or is bought. */
public record Component(String id, String name, String role, String technology, Origin origin)
        implements Element {}

package org.groundplan.model;

/** Who talks to whom, and with which promise. */
public record Connection(
        String id,
        String from,
        String to,
        String protocol,
        String style,
        String delivery,
        String ordering,
        String carries,
        Origin origin)
        implements Element {}

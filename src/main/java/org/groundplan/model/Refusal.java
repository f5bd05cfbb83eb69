package org.groundplan.model;

/**
 * One way in which an operation says no. Contract, interpreter and attack read the same one.
 *
 * @param problem last part of the problem type (RFC 9457), e.g. {@code item-already-on-loan}
 * @param status HTTP status
 * @param constraint name of the database constraint that raises it, empty when a statement finds it
 * @param sqlState five characters, empty when a statement finds it
 * @param rule id of the rule behind it, empty for plain "not found"
 */
public record Refusal(
        String id,
        String problem,
        int status,
        String title,
        String when,
        String constraint,
        String sqlState,
        String rule,
        Origin origin)
        implements Element {}

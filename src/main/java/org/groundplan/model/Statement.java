package org.groundplan.model;

/**
 * One SQL statement of a use case, as a tree from which SQL is printed.
 *
 * @param file name under {@code db/main/statements/}, without folder
 * @param purpose one sentence
 */
public record Statement(
        String id, String useCase, String file, String purpose, Sql sql, Origin origin)
        implements Element {}

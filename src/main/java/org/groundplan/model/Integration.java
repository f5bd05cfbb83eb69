package org.groundplan.model;

/**
 * A system that is not ours.
 *
 * @param purpose payment, email, … or empty
 */
public record Integration(
        String id, String name, String direction, String protocol, String purpose, Origin origin)
        implements Element {
    public static String id(String name) {
        return "integration:" + Names.slug(name);
    }
}

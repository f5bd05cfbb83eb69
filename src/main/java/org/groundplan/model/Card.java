package org.groundplan.model;

/**
 * What a practice is, for a reader: permanent.
 *
 * @param id {@code family.name}
 * @param level when it is looked at; a later level sees what earlier ones found
 * @param title the insight, one sentence
 * @param when the condition, in words
 * @param numbers the formula, with units
 * @param source where formula or figure come from, with year; or that it is our assumption
 * @param wrong when it does not apply though its condition holds
 */
public record Card(
        String id,
        Level level,
        String title,
        String when,
        String numbers,
        String source,
        String wrong) {
    /** Order of evaluation: arithmetic first, restraint last. */
    public enum Level {
        ARITHMETIC,
        CONFLICT,
        RULES,
        PARTNERS,
        RESTRAINT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Card {
        for (String part : java.util.List.of(id, title, when, numbers, source, wrong)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("the card of " + id + " has a blank");
            }
        }
    }

    public String family() {
        return id.substring(0, id.indexOf('.'));
    }
}

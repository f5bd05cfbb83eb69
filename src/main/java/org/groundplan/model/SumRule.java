package org.groundplan.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field add up to, per row of another entity.
 *
 * @param entity whose rows are added, e.g. {@code Entry}
 * @param field the number that is added
 * @param per the entity the sum belongs to; {@code entity} refers to it
 * @param boundField a field of {@code per}, or null when {@code bound} is given
 * @param bound a figure, or null when {@code boundField} is given
 */
public record SumRule(
        String id,
        String text,
        String entity,
        String field,
        String per,
        Comparison comparison,
        @Nullable String boundField,
        @Nullable BigDecimal bound,
        @Nullable Condition when,
        Origin origin)
        implements Rule {
    /** How the sum relates to its bound. */
    public enum Comparison {
        EQUAL("equals"),
        AT_MOST("is at most");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }
    }

    public SumRule {
        if ((boundField == null) == (bound == null)) {
            throw new IllegalArgumentException(
                    "either a field or a figure bounds the sum: " + text);
        }
    }

    /** {@code Account.balance equals sum of Entry.amount}: the field is kept, not only compared. */
    public boolean keeps() {
        return comparison == Comparison.EQUAL && boundField != null;
    }

    private String boundWords() {
        return boundField == null
                ? Numbers.plain(bound == null ? BigDecimal.ZERO : bound)
                : "its " + Names.words(boundField);
    }

    @Override
    public String paraphrase() {
        return "The "
                + Names.plural(Names.words(field))
                + " of all "
                + Names.plural(Names.words(entity))
                + (when == null ? "" : " that are " + when.value())
                + " of "
                + Names.article(Names.words(per))
                + " add up to "
                + (comparison == Comparison.EQUAL ? "" : "at most ")
                + boundWords()
                + ", at every commit.";
    }

    @Override
    public String counterexample() {
        String row = Names.article(Names.words(per));
        return switch (comparison) {
            case EQUAL ->
                    boundField == null
                            ? "One of the "
                                    + Names.plural(Names.words(entity))
                                    + " of "
                                    + row
                                    + " is written and the other is not, because the program died in between."
                            : "Two "
                                    + Names.plural(Names.words(entity))
                                    + " of 5 are written to "
                                    + row
                                    + " at once, and its "
                                    + Names.words(boundField)
                                    + " has grown by 5.";
            case AT_MOST ->
                    "Two "
                            + Names.plural(Names.words(entity))
                            + " of "
                            + row
                            + ", each within the bound and together above it, are written at once.";
        };
    }

    /** The comparison in words. */
    public String word() {
        return comparison.word;
    }
}

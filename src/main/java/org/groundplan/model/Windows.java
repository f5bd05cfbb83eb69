package org.groundplan.model;

import java.util.Locale;
import java.util.Set;

/**
 * Calendar words that stand where an entity could: {@code at most 3 Payment per Wallet per day}.
 */
public final class Windows {
    private static final Set<String> WORDS =
            Set.of("minute", "hour", "day", "week", "month", "year");

    private Windows() {}

    /** A calendar word, unless the entity has a field of that name. */
    public static boolean is(Design design, String entity, String word) {
        return is(word) && design.entity(entity).field(word).isEmpty();
    }

    public static boolean is(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}

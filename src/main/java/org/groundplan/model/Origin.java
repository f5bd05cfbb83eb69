package org.groundplan.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an element comes from. Authored wins over stated, stated over derived, derived over
 * assumed; suggested changes nothing.
 *
 * @param step name of the derivation step, empty for what stands in the brief
 * @param from ids of the elements it follows from, sorted
 * @param sentence why, one sentence
 * @param at where it stands in the brief, for stated and authored facts
 */
public record Origin(
        Kind kind, String step, List<String> from, String sentence, @Nullable Location at) {
    /** Strongest first. */
    public enum Kind {
        AUTHORED,
        STATED,
        DERIVED,
        ASSUMED,
        SUGGESTED
    }

    public Origin {
        from = from.stream().distinct().sorted().toList();
    }

    public static Origin stated(Location at) {
        return new Origin(Kind.STATED, "", List.of(), at.text().strip(), at);
    }

    public static Origin authored(Location at, String because) {
        return new Origin(Kind.AUTHORED, "", List.of(), because, at);
    }

    public static Origin derived(String step, String sentence, List<String> from) {
        return new Origin(Kind.DERIVED, step, from, sentence, null);
    }

    public static Origin assumed(String step, String sentence, List<String> from) {
        return new Origin(Kind.ASSUMED, step, from, sentence, null);
    }
}

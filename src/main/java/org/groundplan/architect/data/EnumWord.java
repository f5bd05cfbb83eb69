package org.groundplan.architect.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/**
 * The word of an enumeration that the name of a use case says: {@code pay a bill} and {@code bill}.
 */
final class EnumWord {
    private EnumWord() {}

    static Optional<String> of(UseCase useCase, Field field) {
        if (field.type() != FieldType.ENUM) {
            return Optional.empty();
        }
        String name = " " + Names.words(useCase.name()).toLowerCase(Locale.ROOT) + " ";
        List<String> whole =
                field.values().stream()
                        .filter(v ->
                                name.contains(" " + Names.words(v).toLowerCase(Locale.ROOT) + " "))
                        .toList();
        if (whole.size() == 1) {
            return Optional.of(whole.getFirst());
        }
        List<String> stems =
                field.values().stream()
                        .filter(v ->
                                List.of(name.strip().split(" ")).stream()
                                        .anyMatch(w -> stem(w, v.toLowerCase(Locale.ROOT))))
                        .toList();
        return stems.size() == 1 ? Optional.of(stems.getFirst()) : Optional.empty();
    }

    /** {@code withdraw} and {@code withdrawal}. */
    private static boolean stem(String word, String value) {
        return word.length() >= 3 && value.startsWith(word) && value.length() <= word.length() + 5;
    }
}

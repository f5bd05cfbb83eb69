package org.groundplan.architect.data;

import java.util.Locale;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;

/**
 * What a date or time is for, from its name: when something happened, or until when something is
 * due.
 */
public final class FieldRoles {
    private FieldRoles() {}

    public static boolean isTime(Field field) {
        return field.type() == FieldType.DATE || field.type() == FieldType.INSTANT;
    }

    /** {@code sentOn}, {@code createdAt}: set by the system when it happens. */
    public static boolean isRecorded(Field field) {
        String[] words = Names.words(field.name()).split(" ");
        return isTime(field)
                && words.length > 1
                && words[words.length - 1].matches("on|at")
                && Verbs.participle(words[0]);
    }

    /** {@code dueOn}, {@code expiresAt}: a term after now, set by the system. */
    public static boolean isDue(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return (field.type() == FieldType.DATE || field.type() == FieldType.INSTANT)
                && name.matches("(due|expires|deadline|validuntil).*");
    }

    /** {@code returnedOn} belongs to the state {@code returned}. */
    public static boolean isRecordedFor(Field field, String state) {
        return isRecorded(field)
                && Names.words(field.name()).startsWith(state.toLowerCase(Locale.ROOT) + " ");
    }
}

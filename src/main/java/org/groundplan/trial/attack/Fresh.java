package org.groundplan.trial.attack;

import java.util.Map;
import java.util.TreeMap;
import org.groundplan.trial.interpreter.Ids;
import org.jspecify.annotations.Nullable;

/** The same request again, from another client: everything equal but the id of the new row. */
final class Fresh {
    private Fresh() {}

    static Map<String, @Nullable Object> values(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> copy = new TreeMap<>(values);
        if (copy.containsKey("id")) {
            copy.put("id", Ids.next());
        }
        return copy;
    }
}

package org.groundplan.brief.prose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the brief that is being made: keys in the order they are written, each with the
 * words it comes from. Values are texts, lists of texts, or branches.
 */
final class Branch {
    record Value(Object content, @Nullable Said said) {}

    private final Map<String, Value> values = new LinkedHashMap<>();
    @Nullable Said said;

    Branch put(String key, String text, @Nullable Said from) {
        values.put(key, new Value(text, from));
        return this;
    }

    Branch put(String key, List<String> texts, @Nullable Said from) {
        if (!texts.isEmpty()) {
            values.put(key, new Value(List.copyOf(texts), from));
        }
        return this;
    }

    Branch put(String key, Branch branch) {
        values.put(key, new Value(branch, branch.said));
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable Object get(String key) {
        Value value = values.get(key);
        return value == null ? null : value.content();
    }

    void remove(String key) {
        values.remove(key);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Map<String, Value> values() {
        return values;
    }
}

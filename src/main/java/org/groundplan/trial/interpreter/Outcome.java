package org.groundplan.trial.interpreter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended.
 *
 * @param refusal id of the refusal, or empty
 * @param error unexpected error of the database, or empty: always a defect of the design
 * @param rows what a read returned, or the row that was written
 * @param again whether the row is what an earlier request with the same key has written
 */
public record Outcome(
        String refusal, String error, List<Map<String, @Nullable Object>> rows, boolean again) {
    public Outcome {
        rows = List.copyOf(rows);
    }

    static Outcome success(List<Map<String, @Nullable Object>> rows) {
        return new Outcome("", "", rows, false);
    }

    static Outcome again(List<Map<String, @Nullable Object>> rows) {
        return new Outcome("", "", rows, true);
    }

    static Outcome refused(String refusal) {
        return new Outcome(refusal, "", List.of(), false);
    }

    static Outcome failed(String error) {
        return new Outcome("", error, List.of(), false);
    }

    public boolean succeeded() {
        return refusal.isEmpty() && error.isEmpty();
    }

    public boolean failed() {
        return !error.isEmpty();
    }
}

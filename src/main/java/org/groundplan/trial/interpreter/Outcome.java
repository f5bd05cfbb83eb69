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
 */
public record Outcome(String refusal, String error, List<Map<String, @Nullable Object>> rows) {
    public Outcome {
        rows = List.copyOf(rows);
    }

    static Outcome success(List<Map<String, @Nullable Object>> rows) {
        return new Outcome("", "", rows);
    }

    static Outcome refused(String refusal) {
        return new Outcome(refusal, "", List.of());
    }

    static Outcome failed(String error) {
        return new Outcome("", error, List.of());
    }

    public boolean succeeded() {
        return refusal.isEmpty() && error.isEmpty();
    }

    public boolean failed() {
        return !error.isEmpty();
    }
}

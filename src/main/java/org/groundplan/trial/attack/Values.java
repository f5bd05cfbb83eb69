package org.groundplan.trial.attack;

import java.util.List;
import org.groundplan.model.FieldType;
import org.groundplan.trial.interpreter.Seeder;

/** A value for a column by type; equal numbers give equal values. */
final class Values {
    private Values() {}

    static Object of(List<String> words, FieldType type, String column, long number) {
        return words.isEmpty() ? Seeder.sample(type, column, number) : words.getFirst();
    }
}

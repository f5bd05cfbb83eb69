package org.groundplan.architect.data;

import org.groundplan.model.Design;
import org.groundplan.model.Field;
import org.groundplan.model.SumRule;

/** Fields that a trigger keeps: nobody writes them. */
final class Kept {
    private Kept() {}

    static boolean is(Design design, String entity, Field field) {
        return design.all(SumRule.class).stream()
                .anyMatch(s ->
                        s.keeps() && s.per().equals(entity) && field.name().equals(s.boundField()));
    }
}

package org.groundplan.architect.data;

import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Names;

/** Column names of an entity's fields and references. */
final class Columns {
    private Columns() {}

    /** The instant since when a row has been in its state. */
    static String since(String stateField) {
        return Names.limit(Names.snake(stateField) + "_since");
    }

    /**
     * @param name a field, an entity it refers to, or empty for its state field
     */
    static String of(Design design, String entity, String name) {
        Entity owner = design.entity(entity);
        if (name.isEmpty()) {
            return Names.snake(owner.states().map(Field::name).orElse("status"));
        }
        return owner.field(name).isPresent() ? Names.snake(name) : SchemaStep.reference(name);
    }
}

package org.groundplan.model;

import java.util.List;

/**
 * What a use case does to data and to others; a closed family from which everything executable
 * follows.
 */
public sealed interface Effect {
    String entity();

    /**
     * @param many true: a list of rows in one request, parts of the row made before them
     */
    record Insert(String entity, boolean many) implements Effect {
        public Insert(String entity) {
            this(entity, false);
        }
    }

    record Update(String entity, List<String> fields) implements Effect {
        public Update {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param oldest true: the longest waiting row of the same {@code sameAs} entity, if there is
     *     one; false: the row the use case is about
     */
    record Transition(
            String entity,
            String field,
            List<String> from,
            String to,
            boolean oldest,
            String sameAs)
            implements Effect {
        public Transition {
            from = List.copyOf(from);
        }
    }

    record Adjust(String entity, String field, int sign) implements Effect {}

    record Delete(String entity) implements Effect {}

    /**
     * @param moved a number that goes from one row of {@code between} to another: two rows are
     *     written, one with the minus sign; empty for a plain row
     */
    record Append(String entity, String moved, String between) implements Effect {
        public Append(String entity) {
            this(entity, "", "");
        }

        /** Double entry. */
        public boolean posts() {
            return !moved.isEmpty();
        }
    }

    record Lock(String entity) implements Effect {}

    record Read(String entity) implements Effect {}

    /** Leaves a message for a use case that follows, named by its slug in {@code entity}. */
    record Emit(String entity) implements Effect {
        /** The entity of such messages. */
        public static final String MESSAGE = "OutboxMessage";
    }

    /** Calls an integration, named by {@code entity}. */
    record Call(String entity) implements Effect {}

    default String describe() {
        return switch (this) {
            case Insert i -> i.many ? "inserts " + Names.plural(i.entity) : "inserts " + i.entity;
            case Update u -> "changes " + u.entity + "." + String.join(", ", u.fields);
            case Transition t ->
                    "moves "
                            + (t.oldest
                                    ? "the oldest " + t.entity + " of the same " + t.sameAs
                                    : t.entity)
                            + "."
                            + t.field
                            + " "
                            + String.join("/", t.from)
                            + " → "
                            + t.to;
            case Adjust a -> (a.sign < 0 ? "lowers " : "raises ") + a.entity + "." + a.field;
            case Delete d -> "deletes " + d.entity;
            case Append a ->
                    a.posts()
                            ? "posts two "
                                    + Names.plural(a.entity)
                                    + ", "
                                    + a.moved
                                    + " from one "
                                    + a.between
                                    + " to another"
                            : "appends " + a.entity;
            case Lock l -> "locks " + l.entity;
            case Read r -> "reads " + r.entity;
            case Emit e -> "emits " + e.entity;
            case Call c -> "calls " + c.entity;
        };
    }

    /** Whether rows of {@link #entity()} are written. */
    default boolean writes() {
        return switch (this) {
            case Insert _, Update _, Transition _, Adjust _, Delete _, Append _ -> true;
            case Lock _, Read _, Emit _, Call _ -> false;
        };
    }
}

package org.groundplan.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a typed tree. Printing, index derivation, planner experiments, the interpreter and
 * the attacks' unguarded mutants all read it.
 */
public sealed interface Sql {
    /** A table under a short name. */
    record Source(String table, String alias) {}

    /**
     * @param outer LEFT JOIN when true
     */
    record Join(Source source, List<Predicate> on, boolean outer) {
        public Join {
            on = List.copyOf(on);
        }
    }

    record Output(String name, Scalar value) {}

    /**
     * Holds the rows found until the transaction ends.
     *
     * @param of short name of the table whose rows are held
     */
    record Lock(String of, Mode mode) {
        /** What others can still do with a row that is held. */
        public enum Mode {
            /** Others can neither hold nor change it. */
            CHANGE("FOR NO KEY UPDATE", ""),
            /** The same; rows that others hold are passed over. */
            NEXT("FOR NO KEY UPDATE", " SKIP LOCKED"),
            /** Others can hold it like this too; nobody can change it. */
            KEEP("FOR SHARE", "");

            private final String strength;
            private final String wait;

            Mode(String strength, String wait) {
                this.strength = strength;
                this.wait = wait;
            }
        }

        /** As PostgreSQL writes it, without the table. */
        public String strength() {
            return mode.strength;
        }

        /** What follows the table: empty, or what to do when somebody holds a row. */
        public String waiting() {
            return mode.wait;
        }
    }

    record Order(Scalar by, boolean descending) {}

    record Assignment(String column, Scalar value) {}

    record Select(
            List<Output> outputs,
            @Nullable Source from,
            List<Join> joins,
            List<Predicate> where,
            List<Scalar> groupBy,
            List<Order> orderBy,
            @Nullable Scalar limit,
            @Nullable Lock lock)
            implements Sql {

        public Select {
            outputs = List.copyOf(outputs);
            joins = List.copyOf(joins);
            where = List.copyOf(where);
            groupBy = List.copyOf(groupBy);
            orderBy = List.copyOf(orderBy);
        }
    }

    /**
     * INSERT … SELECT when there are sources or predicates, INSERT … VALUES otherwise.
     *
     * @param returning columns of the new row that the caller is shown
     * @param rows a list in the request, one new row for each; null for one row
     */
    record Insert(
            String table,
            List<Assignment> values,
            List<Source> from,
            List<Predicate> where,
            boolean ignoreDuplicates,
            List<String> returning,
            @Nullable Rows rows)
            implements Sql {
        public Insert(
                String table,
                List<Assignment> values,
                List<Source> from,
                List<Predicate> where,
                boolean ignoreDuplicates,
                List<String> returning) {
            this(table, values, from, where, ignoreDuplicates, returning, null);
        }

        public Insert {
            values = List.copyOf(values);
            from = List.copyOf(from);
            where = List.copyOf(where);
            returning = List.copyOf(returning);
        }
    }

    /**
     * A list of the request as rows, under the alias {@code line}.
     *
     * @param input a JSON array of objects
     * @param cells what each object holds, by column name
     * @param lookups tables joined to each row by their id, for values that are copied from them
     */
    record Rows(Scalar.Param input, List<Cell> cells, List<Join> lookups) {
        public Rows {
            cells = List.copyOf(cells);
            lookups = List.copyOf(lookups);
        }
    }

    /** One value of each object. */
    record Cell(String name, FieldType type, String bind) {}

    record Update(Source table, List<Assignment> set, List<Source> from, List<Predicate> where)
            implements Sql {
        public Update {
            set = List.copyOf(set);
            from = List.copyOf(from);
            where = List.copyOf(where);
        }
    }

    record Delete(Source table, List<Predicate> where) implements Sql {
        public Delete {
            where = List.copyOf(where);
        }
    }

    /** Written by hand; the tables it touches are declared. */
    record Opaque(String sql, List<String> tables) implements Sql {
        public Opaque {
            tables = List.copyOf(tables);
        }
    }

    /**
     * A query that the database keeps as a function and runs as its owner: conditions that are not
     * leak-proof (words, places, ranges) may then ask the index before row-level security has had
     * its say, because the query names the tenant itself.
     *
     * @param types SQL types of what the body shows, in its order
     * @param record a row that is written for each one shown, from columns of {@link #SHOWN}; or
     *     null
     */
    record Called(String function, Select body, List<String> types, @Nullable Insert record)
            implements Sql {
        /** What the rows of the body are called in the record of them. */
        public static final String SHOWN = "shown";

        public Called {
            types = List.copyOf(types);
        }
    }

    /** Something with one value. */
    sealed interface Scalar {
        record Column(String alias, String table, String name) implements Scalar {}

        /**
         * @param bind column it is compared with or written to ({@code item.barcode}), from which
         *     samples are made
         */
        record Param(String name, FieldType type, String bind) implements Scalar {}

        /** SQL text of a literal, already quoted. */
        record Literal(String sql) implements Scalar {}

        /** {@code name(arguments)}. */
        record Call(String name, List<Scalar> arguments) implements Scalar {
            public Call {
                arguments = List.copyOf(arguments);
            }
        }

        record Cast(Scalar value, FieldType type) implements Scalar {}

        record Truth(Predicate predicate) implements Scalar {}

        /** The value with the other sign. */
        record Minus(Scalar value) implements Scalar {}

        /** {@code left operator right}, for date arithmetic. */
        record Binary(Scalar left, String operator, Scalar right) implements Scalar {}

        /** A subquery with one column and at most one row. */
        record One(Select select) implements Scalar {}
    }

    /** Something that is true or not. */
    sealed interface Predicate {
        enum Op {
            EQUAL("="),
            DIFFERENT("<>"),
            LESS("<"),
            LESS_OR_EQUAL("<="),
            GREATER(">"),
            GREATER_OR_EQUAL(">=");

            private final String sql;

            Op(String sql) {
                this.sql = sql;
            }

            public String sql() {
                return sql;
            }

            /** The one that holds exactly when this one does not, null apart. */
            public Op opposite() {
                return switch (this) {
                    case EQUAL -> DIFFERENT;
                    case DIFFERENT -> EQUAL;
                    case LESS -> GREATER_OR_EQUAL;
                    case LESS_OR_EQUAL -> GREATER;
                    case GREATER -> LESS_OR_EQUAL;
                    case GREATER_OR_EQUAL -> LESS;
                };
            }
        }

        record Compare(Scalar left, Op op, Scalar right) implements Predicate {}

        record In(Scalar left, List<Scalar> values) implements Predicate {
            public In {
                values = List.copyOf(values);
            }
        }

        record IsNull(Scalar value) implements Predicate {}

        /** The value is among those of a subquery with one column. */
        record Within(Scalar value, Select select) implements Predicate {}

        record Not(Predicate predicate) implements Predicate {}

        /** All of them. */
        record All(List<Predicate> predicates) implements Predicate {
            public All {
                predicates = List.copyOf(predicates);
            }
        }

        record Exists(Select select) implements Predicate {}

        /**
         * A point within a box of so many metres around another point. PostgreSQL's own point type:
         * x is the longitude, y the latitude, in degrees.
         */
        record Near(
                Scalar.Column point,
                Scalar.Param longitude,
                Scalar.Param latitude,
                Scalar.Param metres)
                implements Predicate {}

        /** Full-text match of a tsvector column with a web-style query. */
        record Matches(Scalar.Column document, Scalar.Param query) implements Predicate {}

        /** Keyset pagination: the row comes after the cursor in sort order. */
        record After(List<Scalar> keys, List<Scalar> cursor, boolean descending)
                implements Predicate {
            public After {
                keys = List.copyOf(keys);
                cursor = List.copyOf(cursor);
            }
        }

        /**
         * A predicate that is there for a rule; the unguarded mutant is the statement without it.
         */
        record Guard(String rule, String refusal, Predicate predicate) implements Predicate {}
    }
}

package org.groundplan.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the clock allows, and what it does by itself. */
public sealed interface TimeRule extends Rule {

    /** Where a deadline lies, seen from the instant it is relative to. */
    enum Side {
        /** Allowed until so long before. */
        UNTIL_BEFORE("until", "before"),
        /** Allowed until so long after. */
        WITHIN_AFTER("until", "after"),
        /** Allowed from so long before on. */
        FROM_BEFORE("from", "before"),
        /** Allowed from so long after on. */
        FROM_AFTER("from", "after");

        private final String limit;
        private final String direction;

        Side(String limit, String direction) {
            this.limit = limit;
            this.direction = direction;
        }

        public boolean until() {
            return limit.equals("until");
        }

        public boolean before() {
            return direction.equals("before");
        }
    }

    /**
     * A use case is allowed only on one side of an instant in the data.
     *
     * @param seconds distance from the field, not negative
     * @param field a date or an instant of {@code entity}; empty for when the row was written
     */
    record Deadline(
            String id,
            String text,
            String useCase,
            BigDecimal seconds,
            Side side,
            String entity,
            String field,
            Origin origin)
            implements TimeRule {
        /** {@code 24 hours before Appointment.startsAt}. */
        public String point() {
            String what =
                    field.isEmpty()
                            ? "the " + Names.words(entity) + " was made"
                            : (entity.isEmpty() ? "" : entity + ".") + field;
            return seconds.signum() == 0
                    ? what
                    : Numbers.print(seconds, Unit.SECOND) + " " + side.direction + " " + what;
        }

        @Override
        public String paraphrase() {
            return "“" + useCase + "” is allowed only " + side.limit + " " + point() + ".";
        }

        @Override
        public String counterexample() {
            return "“"
                    + useCase
                    + "” succeeds one second "
                    + (side.until() ? "after" : "before")
                    + " "
                    + point()
                    + ", by the clock of the request that asks for it.";
        }
    }

    /**
     * A row that stays too long in a state is moved on by the clock.
     *
     * @param from states it waits in; empty until resolved against the moves of the entity
     * @param to the state the clock moves it to; empty when the row is taken away
     * @param unless states or use cases that end the waiting, as written
     * @param useCase the use case that has to come before, or null
     * @param also what else is to happen then, as written; empty when nothing is
     */
    record Lapse(
            String id,
            String text,
            String entity,
            BigDecimal seconds,
            List<String> from,
            String to,
            List<String> unless,
            @Nullable String useCase,
            String also,
            Origin origin)
            implements TimeRule {
        public Lapse {
            from = List.copyOf(from);
            unless = List.copyOf(unless);
        }

        public Lapse resolved(String newEntity, List<String> newFrom, String newTo) {
            return new Lapse(
                    id, text, newEntity, seconds, newFrom, newTo, unless, useCase, also, origin);
        }

        /**
         * Whether a use case ends the waiting, and so has to come in time: the one that the rule
         * names, or any that moves the row on to a state that does not lapse.
         */
        public boolean endedBy(UseCase other) {
            return useCase != null
                    ? other.name().equals(useCase)
                    : !from.isEmpty()
                            && other.effects().stream()
                                    .anyMatch(e -> e instanceof Effect.Transition t && ends(t));
        }

        private boolean ends(Effect.Transition move) {
            return move.entity().equals(entity)
                    && !move.to().equals(to)
                    && !from.contains(move.to())
                    && move.from().stream().anyMatch(from::contains);
        }

        private String waiting() {
            return from.isEmpty() ? "" : " " + String.join(" or ", from);
        }

        @Override
        public String paraphrase() {
            return Names.sentence(Names.article(Names.words(entity)))
                    + " that is"
                    + (from.isEmpty() ? " there" : waiting())
                    + " for "
                    + Numbers.print(seconds, Unit.SECOND)
                    + (to.isEmpty() ? " is taken away" : " becomes " + to)
                    + " without anybody doing it"
                    + (useCase == null ? "" : "; after that “" + useCase + "” is refused")
                    + ".";
        }

        @Override
        public String counterexample() {
            return useCase == null
                    ? Names.sentence(Names.article(Names.words(entity)))
                            + " is used in the second after it has lapsed, because the clean-up had not come by yet."
                    : "“"
                            + useCase
                            + "” and the clock take the same "
                            + Names.words(entity)
                            + " at the deadline, and both succeed.";
        }
    }
}

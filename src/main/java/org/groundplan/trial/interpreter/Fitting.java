package org.groundplan.trial.interpreter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.Table;
import org.groundplan.model.TimeRule;
import org.jspecify.annotations.Nullable;

/** Sample values that the rules of a design allow; equal numbers give equal values. */
final class Fitting {
    private static final long ROOM = 1_000_000_000L;

    private Fitting() {}

    static Object of(Design design, Table table, Table.Column column, long number) {
        if (!column.values().isEmpty()) {
            return column.values().getFirst();
        }
        Optional<Object> ruled =
                design.all(Rule.class).stream()
                        .flatMap(r -> ruled(design, r, table, column, number).stream())
                        .findFirst();
        return ruled.orElseGet(() -> Seeder.sample(column.type(), column.name(), number));
    }

    private static Optional<Object> ruled(
            Design design, Rule rule, Table table, Table.Column column, long number) {
        return switch (rule) {
            case Rule.NeverBelow r when is(r.entity(), r.field(), table, column) ->
                    Optional.of(number(column.type(), Math.max(100, r.bound()) + number));
            case Rule.NeverAbove r
                    when r.other() != null && is(r.entity(), r.other(), table, column) ->
                    Optional.of(number(column.type(), ROOM + number));
            case Rule.NeverAbove r
                    when r.bound() != null && is(r.entity(), r.field(), table, column) ->
                    Optional.of(
                            number(column.type(), r.bound() > 0 ? number % r.bound() : r.bound()));
            case SumRule r
                    when r.boundField() != null && is(r.per(), r.boundField(), table, column) ->
                    Optional.of(number(column.type(), ROOM + number));
            case Rule.AtMost r when counts(r.entity(), r.when(), table, column) ->
                    Optional.of(true);
            case Rule.AtLeast r when counts(r.entity(), r.when(), table, column) ->
                    Optional.of(true);
            case Rule.NoOverlap r when is(r.entity(), r.from(), table, column) ->
                    Optional.of(range(column, number, 0));
            case Rule.NoOverlap r when is(r.entity(), r.to(), table, column) ->
                    Optional.of(begin(design, r, column, number));
            case TimeRule.Deadline r when is(r.entity(), r.field(), table, column) ->
                    Optional.of(at(column.type(), shift(r) + later(design, r, number)));
            default -> Optional.empty();
        };
    }

    /**
     * An hour after the beginning, or the day after it, whatever else the beginning has to meet.
     */
    private static Object begin(
            Design design, Rule.NoOverlap rule, Table.Column column, long number) {
        return design.all(TimeRule.Deadline.class).stream()
                .filter(d -> d.entity().equals(rule.entity()) && d.field().equals(rule.from()))
                .findFirst()
                .map(d ->
                        at(
                                column.type(),
                                shift(d)
                                        + later(design, d, number)
                                        + (column.type() == FieldType.DATE ? 86_400 : 3_600)))
                .orElseGet(() -> range(column, number, 1));
    }

    /** A truth that makes a row count. */
    private static boolean counts(
            String entity, @Nullable Condition when, Table table, Table.Column column) {
        return when != null
                && column.type() == FieldType.BOOLEAN
                && when.values().equals(List.of("true"))
                && is(entity, when.field(), table, column);
    }

    private static boolean is(String entity, String field, Table table, Table.Column column) {
        return table.name().equals(Names.snake(entity)) && column.field().equals(field);
    }

    private static Object number(FieldType type, long value) {
        return type == FieldType.DECIMAL ? (Object) BigDecimal.valueOf(value) : Long.valueOf(value);
    }

    private static Object range(Table.Column column, long number, long after) {
        long day = 30 + number % 3000;
        return column.type() == FieldType.DATE
                ? (Object) Seeder.TODAY.plusDays(day * 2 + after)
                : Seeder.NOW.plusDays(day).plusHours(after);
    }

    /** Where two must not overlap and later is allowed too, each begins at a time of its own. */
    private static long later(Design design, TimeRule.Deadline rule, long number) {
        boolean apart =
                rule.side() == TimeRule.Side.UNTIL_BEFORE
                        && design.all(Rule.NoOverlap.class).stream()
                                .anyMatch(r ->
                                        r.entity().equals(rule.entity())
                                                && r.from().equals(rule.field()));
        return apart ? number % 3000 * 172_800 : 0;
    }

    /** On the allowed side of a deadline. */
    private static long shift(TimeRule.Deadline rule) {
        long seconds = rule.seconds().longValue();
        return switch (rule.side()) {
            case UNTIL_BEFORE -> seconds + 86_400;
            case WITHIN_AFTER -> Math.max(0, 7_200 - seconds);
            case FROM_BEFORE -> Math.min(0, seconds - 86_400);
            case FROM_AFTER -> -seconds - 86_400;
        };
    }

    /** An instant or a day, so far from now. */
    static Object at(FieldType type, long seconds) {
        return type == FieldType.DATE
                ? (Object) Seeder.NOW.plusSeconds(seconds).toLocalDate()
                : Seeder.NOW.plusSeconds(seconds);
    }
}

package org.groundplan.trial.interpreter;

import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/** Values for the parameters of an operation, from the rows it is about. */
public final class Bindings {
    private Bindings() {}

    /**
     * @param context rows by table
     * @param id the new row's id
     * @param number makes free values differ
     */
    public static Map<String, @Nullable Object> of(
            Design design,
            Transaction transaction,
            Map<String, Row> context,
            Object id,
            long number) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        UseCase useCase = design.useCase(transaction.useCase());
        for (Transaction.Step step : transaction.steps()) {
            for (Scalar.Param param :
                    SqlWalk.params(design.get(Statement.class, step.statement()).sql())) {
                if (!param.bind().equals("$row.id") && !param.bind().equals("$new.id")) {
                    values.putIfAbsent(
                            param.name(), value(design, param, context, useCase, number));
                } else if (param.bind().equals("$new.id")) {
                    values.put(param.name(), id);
                }
            }
        }
        return values;
    }

    private static @Nullable Object value(
            Design design,
            Scalar.Param param,
            Map<String, Row> context,
            UseCase useCase,
            long number) {
        return switch (param.bind()) {
            case "$actor.id" -> actor(context, useCase, number);
            case "$tenant.id" -> {
                Object tenant = Tenants.of(design, context);
                yield tenant == null ? Ids.of(number) : tenant;
            }
            case "$clock.today" -> Seeder.TODAY;
            case "$clock.now" -> Seeder.NOW.plusSeconds(number % 3600);
            case "$page.limit" -> 20L;
            case "$geo.longitude" -> new java.math.BigDecimal("7.5");
            case "$geo.latitude" -> new java.math.BigDecimal("50");
            case "$geo.metres" -> 100_000L;
            case "$page.lowest" -> extreme(param.type(), false);
            case "$page.highest" -> extreme(param.type(), true);
            default ->
                    param.bind().startsWith("$rows.")
                            ? Lists.of(design, useCase, param, context, number)
                            : column(design, param, context, number);
        };
    }

    private static Object actor(Map<String, Row> context, UseCase useCase, long number) {
        Row row = context.get(Names.snake(String.valueOf(useCase.actor())));
        return row == null ? Ids.of(number) : row.id();
    }

    private static @Nullable Object column(
            Design design, Scalar.Param param, Map<String, Row> context, long number) {
        String[] parts = param.bind().replace("maybe:", "").split("\\.", 2);
        Row row = context.get(parts[0]);
        boolean day = param.type() == FieldType.DATE || param.type() == FieldType.INSTANT;
        if (day && param.name().startsWith("from_")) {
            return Seeder.TODAY.minusYears(1);
        }
        if (day && param.name().startsWith("until_")) {
            return later(row == null ? null : row.values().get(parts[1]));
        }
        if (param.name().equals("q") && row != null) {
            return String.valueOf(row.values().get(parts[1]));
        }
        if (row == null && param.bind().startsWith("maybe:")) {
            return null;
        }
        Object value = row == null ? null : row.values().get(parts[1]);
        return value == null ? fresh(design, param, parts, number) : value;
    }

    /** The day after a row's own, so that a period holds it. */
    private static java.time.LocalDate later(@Nullable Object value) {
        java.time.LocalDate day =
                value instanceof java.time.OffsetDateTime at
                        ? at.toLocalDate()
                        : value instanceof java.time.LocalDate date ? date : Seeder.TODAY;
        return (day.isBefore(Seeder.TODAY) ? Seeder.TODAY : day).plusDays(1);
    }

    private static Object fresh(Design design, Scalar.Param param, String[] parts, long number) {
        Table table = design.find(Table.class, Table.id(parts[0])).orElse(null);
        Table.Column column =
                table == null ? null : table.column(parts[parts.length - 1]).orElse(null);
        return table == null || column == null
                ? Seeder.sample(param.type(), parts[parts.length - 1], number)
                : Fitting.of(design, table, column, number);
    }

    private static Object extreme(FieldType type, boolean highest) {
        return switch (type) {
            case UUID -> new java.util.UUID(highest ? -1 : 0, highest ? -1 : 0);
            case DATE ->
                    highest ? java.time.LocalDate.of(9999, 1, 1) : java.time.LocalDate.of(1, 1, 1);
            case INSTANT -> Seeder.NOW.withYear(highest ? 9999 : 1);
            case INTEGER, MONEY -> highest ? Long.MAX_VALUE : Long.MIN_VALUE;
            case DECIMAL -> java.math.BigDecimal.valueOf(highest ? Long.MAX_VALUE : Long.MIN_VALUE);
            default -> highest ? "\uffff" : "";
        };
    }
}

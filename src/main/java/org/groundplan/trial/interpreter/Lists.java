package org.groundplan.trial.interpreter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groundplan.model.Design;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A list of a request, as the JSON text that its statement reads. */
final class Lists {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Lists() {}

    /** Two objects that refer to the rows of the context. */
    static String of(
            Design design,
            UseCase useCase,
            Scalar.Param param,
            Map<String, Row> context,
            long number) {
        Sql.Rows rows =
                design.all(Statement.class).stream()
                        .filter(s -> s.useCase().equals(useCase.id()))
                        .map(Statement::sql)
                        .filter(Sql.Insert.class::isInstance)
                        .map(s -> ((Sql.Insert) s).rows())
                        .filter(r -> r != null && r.input().name().equals(param.name()))
                        .findFirst()
                        .orElseThrow();
        return JSON.writeValueAsString(
                List.of(
                        object(design, rows, context, number),
                        object(design, rows, context, number + 1)));
    }

    private static Map<String, @Nullable Object> object(
            Design design, Sql.Rows rows, Map<String, Row> context, long number) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Sql.Cell cell : rows.cells()) {
            String[] bind = cell.bind().split("\\.", 2);
            Row row = context.get(bind[0]);
            Table table = design.get(Table.class, Table.id(bind[0]));
            Object value =
                    bind[1].equals("id") && row != null
                            ? row.id()
                            : Fitting.of(
                                    design, table, table.column(bind[1]).orElseThrow(), number);
            object.put(
                    cell.name(),
                    value instanceof Number || value instanceof Boolean
                            ? value
                            : String.valueOf(value));
        }
        return object;
    }
}

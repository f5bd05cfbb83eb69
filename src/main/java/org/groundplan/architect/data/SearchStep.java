package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.UseCase;

/** Tables that are searched by words get a generated tsvector column over the fields searched. */
public final class SearchStep {
    private SearchStep() {}

    public static Design apply(Design design) {
        List<Element> added = new ArrayList<>();
        Set<String> searched = new HashSet<>();
        for (Statement statement : design.all(Statement.class)) {
            Sql.Select select =
                    statement.sql() instanceof Sql.Called c
                            ? c.body()
                            : statement.sql() instanceof Sql.Select s ? s : null;
            if (select != null) {
                for (Sql.Predicate p : select.where()) {
                    if (p instanceof Sql.Predicate.Matches m) {
                        searched.add(m.document().table());
                    }
                }
            }
        }
        for (Table table : design.all(Table.class)) {
            List<String> fields = fields(design, table, searched);
            if (!fields.isEmpty()) {
                added.add(with(table, fields));
            }
        }
        return design.with(added);
    }

    private static List<String> fields(Design design, Table table, Set<String> tables) {
        boolean searched = tables.contains(table.name());
        if (!searched) {
            return List.of();
        }
        return design.all(UseCase.class).stream()
                .filter(u -> u.kind() == UseCase.Kind.SEARCH)
                .flatMap(u -> u.by().stream())
                .map(Names::snake)
                .filter(c ->
                        table.column(c).filter(col -> col.type() == FieldType.TEXT).isPresent())
                .distinct()
                .toList();
    }

    private static Table with(Table table, List<String> fields) {
        String text =
                fields.stream()
                        .map(f -> "coalesce(" + Names.sql(f) + ", '')")
                        .collect(Collectors.joining(" || ' ' || "));
        List<Table.Column> columns = new ArrayList<>(table.columns());
        columns.add(
                new Table.Column(
                        "search",
                        "",
                        FieldType.TEXT,
                        "tsvector",
                        true,
                        null,
                        "to_tsvector('simple', " + text + ")",
                        List.of(),
                        DataClass.INTERNAL,
                        "words of " + String.join(", ", fields) + ", kept by the database"));
        return table.withColumns(columns);
    }
}

package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Tenancy;
import org.jspecify.annotations.Nullable;

/** What access paths ask for, merged and named. */
final class WantedIndexes {
    private final Design design;
    private final @Nullable Tenancy tenancy;

    WantedIndexes(Design design, @Nullable Tenancy tenancy) {
        this.design = design;
        this.tenancy = tenancy;
    }

    Collection<Element> elements(
            Map<String, Map<List<String>, Set<String>>> wanted,
            Map<String, Set<String>> texts,
            Map<String, Set<String>> places,
            Map<String, Set<String>> served) {
        List<Element> result = new ArrayList<>();
        wanted.forEach((table, paths) ->
                merged(paths)
                        .forEach((columns, statements) ->
                                result.add(btree(table, columns, statements))));
        texts.forEach((table, statements) -> {
            String name = Names.limit(table + "_search_idx");
            result.add(
                    new Index(
                            "index:" + name.replace('_', '-'),
                            table,
                            name,
                            tenancy != null && tenancy.coversTable(table)
                                    ? List.of(Names.sql(tenancy.column()), "search")
                                    : List.of("search"),
                            false,
                            "gin",
                            null,
                            List.copyOf(statements),
                            "",
                            Origin.derived(
                                    "indexes",
                                    "An inverted index answers word queries without reading every "
                                            + table
                                            + ".",
                                    List.copyOf(statements))));
        });
        places.forEach((column, statements) -> {
            String table = column.substring(0, column.indexOf('.'));
            String point = column.substring(column.indexOf('.') + 1);
            String name = Names.limit(table + "_" + point + "_place_idx");
            result.add(
                    new Index(
                            "index:" + name.replace('_', '-'),
                            table,
                            name,
                            List.of(Names.sql(point)),
                            false,
                            "gist",
                            null,
                            List.copyOf(statements),
                            "",
                            Origin.derived(
                                    "indexes",
                                    "A tree of boxes finds what is near without an extension.",
                                    List.copyOf(statements))));
        });
        for (Index index : design.all(Index.class)) {
            result.add(index.serving(List.copyOf(served.getOrDefault(index.id(), Set.of()))));
        }
        return result;
    }

    /** An index also serves what asks for a prefix of its columns. */
    private static Map<List<String>, Set<String>> merged(Map<List<String>, Set<String>> paths) {
        Map<List<String>, Set<String>> result = new LinkedHashMap<>();
        List<List<String>> longestFirst =
                paths.keySet().stream()
                        .sorted(
                                java.util.Comparator.comparingInt((List<String> c) -> -c.size())
                                        .thenComparing(Object::toString))
                        .toList();
        for (List<String> columns : longestFirst) {
            List<String> holder =
                    result.keySet().stream()
                            .filter(k -> k.subList(0, columns.size()).equals(columns))
                            .findFirst()
                            .orElse(columns);
            result.computeIfAbsent(holder, _ -> new TreeSet<>())
                    .addAll(paths.getOrDefault(columns, Set.of()));
        }
        return result;
    }

    private static Index btree(String table, List<String> columns, Set<String> statements) {
        String name = Names.limit(table + "_" + String.join("_", columns) + "_idx");
        return new Index(
                "index:" + name.replace('_', '-'),
                table,
                name,
                columns.stream().map(Names::sql).toList(),
                false,
                "btree",
                null,
                List.copyOf(statements),
                "",
                Origin.derived(
                        "indexes",
                        "Equality before range before sort, for "
                                + statements.size()
                                + (statements.size() == 1 ? " statement." : " statements."),
                        List.copyOf(statements)));
    }
}

package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.jspecify.annotations.Nullable;

/** Unique and “at most one”: a unique index, partial where a condition counts. */
final class UniqueMechanism {
    private final Workbench bench;

    UniqueMechanism(Workbench bench) {
        this.bench = bench;
    }

    void unique(Rule.Unique rule) {
        String table = Names.snake(rule.entity());
        String tenant = Tenancy.of(bench.design()).map(Tenancy::column).orElse("");
        List<String> columns =
                rule.fields().stream()
                        .map(f -> bench.columnOf(rule.entity(), f))
                        .sorted(java.util.Comparator.comparingInt(c -> c.equals(tenant) ? 0 : 1))
                        .toList();
        String name = Names.limit(table + "_" + String.join("_", columns) + "_key");
        uniqueIndex(
                name,
                table,
                columns,
                null,
                rule,
                "A unique index refuses the second row whoever writes it.");
        String what = rule.fields().stream().map(Names::words).collect(Collectors.joining(" and "));
        bench.refuse(
                Names.slug(rule.entity())
                        + "-"
                        + Names.slug(String.join("-", rule.fields()))
                        + "-taken",
                409,
                "That " + what + " is taken",
                "another " + Names.words(rule.entity()) + " has the same " + what,
                name,
                "23505",
                rule);
    }

    void atMostOne(Rule.AtMost rule) {
        String table = Names.snake(rule.entity());
        List<String> columns =
                rule.per().stream().map(p -> bench.columnOf(rule.entity(), p)).toList();
        String where = rule.when() == null ? null : bench.predicate("", rule.entity(), rule.when());
        String name =
                Names.limit(
                        table
                                + "_one_"
                                + (rule.when() == null
                                        ? ""
                                        : Names.snake(rule.when().value()) + "_")
                                + "per_"
                                + rule.per().stream()
                                        .map(Names::snake)
                                        .collect(Collectors.joining("_")));
        uniqueIndex(
                name,
                table,
                columns,
                where,
                rule,
                rule.when() == null
                        ? "A unique index leaves room for one."
                        : "A partial unique index counts only rows that are "
                                + rule.when().value()
                                + " and leaves room for one.");
        String per = rule.per().stream().map(Names::words).collect(Collectors.joining(" and "));
        String problem =
                rule.when() == null
                        ? Names.slug(rule.entity()) + "-exists-already"
                        : Names.slug(rule.per().getFirst())
                                + "-already-"
                                + Names.slug(rule.when().value());
        bench.refuse(
                problem,
                409,
                Names.sentence(
                        "the "
                                + per
                                + " has "
                                + Names.article(Names.words(rule.entity()))
                                + (rule.when() == null
                                        ? " already"
                                        : " that is " + rule.when().value() + " already")),
                "another "
                        + Names.words(rule.entity())
                        + " of the same "
                        + per
                        + (rule.when() == null ? " exists" : " is " + rule.when().value()),
                name,
                "23505",
                rule);
    }

    /**
     * Where a key is a reference to another table of a tenant, the tenant is part of it: otherwise
     * a duplicate would tell one tenant, before the reference is checked, what another has.
     */
    private List<String> withTenant(String table, List<String> columns) {
        Tenancy tenancy = Tenancy.of(bench.design()).filter(t -> t.coversTable(table)).orElse(null);
        boolean refers =
                tenancy != null
                        && !columns.contains(tenancy.column())
                        && bench.design().get(Table.class, Table.id(table)).foreignKeys().stream()
                                .anyMatch(k -> k.shared() != null && columns.contains(k.column()));
        if (tenancy == null || !refers) {
            return columns;
        }
        List<String> all = new ArrayList<>(List.of(tenancy.column()));
        all.addAll(columns);
        return all;
    }

    private void uniqueIndex(
            String name,
            String table,
            List<String> keys,
            @Nullable String where,
            Rule rule,
            String why) {
        List<String> columns = withTenant(table, keys);
        bench.add(
                new Index(
                        "index:" + name.replace('_', '-'),
                        table,
                        name,
                        columns.stream().map(Names::sql).toList(),
                        true,
                        "btree",
                        where,
                        List.of(),
                        rule.id(),
                        Workbench.derived(why, rule)));
    }
}

package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;

/** No overlap: an exclusion constraint over ranges, half-open, partial where a condition counts. */
final class OverlapMechanism {
    private final Workbench bench;

    OverlapMechanism(Workbench bench) {
        this.bench = bench;
    }

    void noOverlap(Rule.NoOverlap rule) {
        String table = Names.snake(rule.entity());
        List<String> elements = new ArrayList<>();
        for (String per : rule.per()) {
            String column = bench.columnOf(rule.entity(), per);
            if (bench.design().tableOf(rule.entity()).column(column).isEmpty()) {
                bench.notEnforced(
                        rule,
                        "compares per " + per + ", and " + rule.entity() + " does not refer to it.",
                        "Let " + rule.entity() + " belong to " + per + ".");
                return;
            }
            elements.add(Names.sql(column) + " WITH =");
        }
        Tenancy.of(bench.design())
                .filter(t ->
                        bench.design().get(Table.class, Table.id(table)).foreignKeys().stream()
                                .anyMatch(k ->
                                        k.shared() != null
                                                && rule.per().stream()
                                                        .map(p -> bench.columnOf(rule.entity(), p))
                                                        .anyMatch(k.column()::equals)))
                .ifPresent(t -> elements.addFirst(Names.sql(t.column()) + " WITH ="));
        String from = Names.sql(bench.columnOf(rule.entity(), rule.from()));
        String to = Names.sql(bench.columnOf(rule.entity(), rule.to()));
        boolean dates =
                bench.design()
                        .entity(rule.entity())
                        .field(rule.from())
                        .filter(f -> f.type() == FieldType.DATE)
                        .isPresent();
        elements.add((dates ? "daterange(" : "tstzrange(") + from + ", " + to + ") WITH &&");
        String name =
                Names.limit(
                        table
                                + "_no_overlap"
                                + (rule.per().isEmpty()
                                        ? ""
                                        : "_per_" + Workbench.snake(rule.per())));
        String order =
                Names.limit(
                        table + "_" + bench.columnOf(rule.entity(), rule.to()) + "_after_begin");
        List<String> create = new ArrayList<>();
        if (!rule.per().isEmpty()) {
            create.add("CREATE EXTENSION IF NOT EXISTS btree_gist");
        }
        List<Rule.NoOverlap> others =
                bench.design().all(Rule.NoOverlap.class).stream()
                        .filter(r -> r.entity().equals(rule.entity()))
                        .toList();
        boolean first =
                others.stream()
                        .filter(r -> r.from().equals(rule.from()) && r.to().equals(rule.to()))
                        .findFirst()
                        .filter(rule::equals)
                        .isPresent();
        if (first) {
            create.add(Workbench.addCheck(table, order, to + " > " + from));
        }
        create.add(
                "ALTER TABLE "
                        + Names.sql(table)
                        + " ADD CONSTRAINT "
                        + Names.sql(name)
                        + " EXCLUDE USING gist ("
                        + String.join(", ", elements)
                        + ")"
                        + (rule.when() == null
                                ? ""
                                : " WHERE ("
                                        + bench.predicate("", rule.entity(), rule.when())
                                        + ")"));
        bench.constraint(
                table,
                name,
                "exclude",
                create,
                List.of(Workbench.dropConstraint(table, name)),
                "An exclusion constraint refuses the second of two ranges that share a moment; a unique index could not, and a check before the insert would not see a range that is not committed yet.",
                rule);
        String what = Names.words(rule.entity());
        bench.refuse(
                Names.slug(rule.entity())
                        + "-overlaps"
                        + (others.size() > 1 && !rule.per().isEmpty()
                                ? "-per-" + Workbench.snake(rule.per()).replace('_', '-')
                                : ""),
                409,
                Names.sentence("another " + what + " is at that time"),
                "another "
                        + what
                        + (rule.per().isEmpty()
                                ? ""
                                : " of the same " + Workbench.words(rule.per()))
                        + (rule.when() == null ? "" : " that is " + rule.when().value())
                        + " overlaps",
                name,
                "23P01",
                rule);
        if (!first) {
            return;
        }
        bench.refuse(
                Names.slug(rule.entity()) + "-ends-before-it-begins",
                422,
                Names.sentence(what + " ends before it begins"),
                "the " + Names.words(rule.to()) + " is not after the " + Names.words(rule.from()),
                order,
                "23514",
                rule);
    }
}

package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;

/**
 * The statement PostgreSQL runs itself when a referenced row is deleted (ri_triggers.c,
 * RI_FKey_noaction_del): is it still referred to? It is an access path like any other.
 */
final class ReferenceChecks {
    private ReferenceChecks() {}

    static Design apply(Design design) {
        List<Element> added = new ArrayList<>();
        for (Table table : design.all(Table.class)) {
            for (Table.ForeignKey key : table.foreignKeys()) {
                String name =
                        "reference-check-" + (table.name() + "-" + key.column()).replace('_', '-');
                List<Sql.Predicate> where = new ArrayList<>();
                if (key.shared() != null) {
                    where.add(equal(table, key.shared(), key.references()));
                }
                where.add(
                        Paths.equal(
                                new Scalar.Column(table.name(), table.name(), key.column()),
                                new Scalar.Param(
                                        key.column(), FieldType.UUID, key.references() + ".id")));
                Sql.Select select =
                        new Sql.Select(
                                List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                                new Sql.Source(table.name(), table.name()),
                                List.of(),
                                where,
                                List.of(),
                                List.of(),
                                null,
                                null);
                String purpose =
                        "What PostgreSQL asks when "
                                + Names.article(key.references())
                                + " is deleted: does "
                                + Names.article(table.name())
                                + " still refer to it?";
                added.add(
                        new Statement(
                                "statement:" + name,
                                "",
                                name + ".sql",
                                purpose,
                                select,
                                Origin.derived("statements", purpose, List.of(table.id()))));
            }
        }
        return design.with(added);
    }

    private static Sql.Predicate equal(Table table, String column, String parent) {
        return Paths.equal(
                new Scalar.Column(table.name(), table.name(), column),
                new Scalar.Param(column, FieldType.UUID, parent + "." + column));
    }
}

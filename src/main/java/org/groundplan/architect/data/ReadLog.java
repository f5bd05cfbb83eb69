package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.AccessRule;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.UseCase;

/**
 * Where a rule asks for a record of each read, what is shown and the record of it are one
 * statement, in a function of the owner; the application's role needs no right to read the table.
 */
public final class ReadLog {
    private static final String READER = "reader";
    private static final String WHEN = "readAt";

    private ReadLog() {}

    /** An entity for the records, before there are tables. */
    public static Design entities(Design design) {
        List<Element> added = new ArrayList<>();
        for (AccessRule.SharedOnly rule : design.all(AccessRule.SharedOnly.class)) {
            boolean read =
                    design.all(UseCase.class).stream().anyMatch(u -> shows(u, rule.entity()));
            if (rule.logged() && read) {
                added.add(record(rule));
            }
        }
        return design.with(added);
    }

    private static boolean shows(UseCase useCase, String entity) {
        return useCase.kind() != null
                && useCase.kind().onlyReads()
                && useCase.kind() != UseCase.Kind.REPORT
                && !useCase.reads().isEmpty()
                && useCase.reads().getFirst().equals(entity);
    }

    private static Entity record(AccessRule.SharedOnly rule) {
        Origin origin =
                Origin.derived(
                        "read log",
                        "“" + rule.text() + "” asks for a record of each read.",
                        List.of(rule.id()));
        return new Entity(
                Entity.id(rule.record()),
                rule.record(),
                List.of(
                        field(READER, FieldType.UUID, origin),
                        field(WHEN, FieldType.INSTANT, origin)),
                List.of(),
                rule.entity(),
                List.of(),
                DataClass.INTERNAL,
                origin);
    }

    private static Field field(String name, FieldType type, Origin origin) {
        return new Field(name, type, List.of(), false, DataClass.INTERNAL, origin);
    }

    /** Statements that show such rows become functions that leave a record. */
    static Design statements(Design design) {
        List<Element> changed = new ArrayList<>();
        for (Statement statement : design.all(Statement.class)) {
            if (statement.useCase().isEmpty() || !(statement.sql() instanceof Sql.Select select)) {
                continue;
            }
            UseCase useCase = design.useCase(statement.useCase());
            logged(design, useCase)
                    .ifPresent(rule -> changed.add(noting(design, statement, select, rule)));
        }
        return design.with(changed);
    }

    private static Optional<AccessRule.SharedOnly> logged(Design design, UseCase useCase) {
        return design.all(AccessRule.SharedOnly.class).stream()
                .filter(r -> r.logged() && shows(useCase, r.entity()))
                .findFirst();
    }

    private static Statement noting(
            Design design, Statement statement, Sql.Select select, AccessRule.SharedOnly rule) {
        Scalar now = new Scalar.Param("now", FieldType.INSTANT, "$clock.now");
        Sql.Insert record =
                new Sql.Insert(
                        Names.snake(rule.record()),
                        List.of(
                                new Sql.Assignment(
                                        "id", new Scalar.Call("gen_random_uuid", List.of())),
                                new Sql.Assignment(
                                        SchemaStep.reference(rule.entity()),
                                        new Scalar.Column(
                                                Sql.Called.SHOWN, Sql.Called.SHOWN, "id")),
                                new Sql.Assignment(Names.snake(READER), Access.caller()),
                                new Sql.Assignment(Names.snake(WHEN), now),
                                new Sql.Assignment("created_at", now)),
                        List.of(),
                        List.of(),
                        false,
                        List.of());
        return new Statement(
                statement.id(),
                statement.useCase(),
                statement.file(),
                statement.purpose() + " What is shown and the record of it are one statement.",
                new Sql.Called(
                        Names.limit(Names.snake(design.useCase(statement.useCase()).slug())),
                        select,
                        types(design, select),
                        record),
                statement.origin());
    }

    /** SQL types of what a query shows. */
    static List<String> types(Design design, Sql.Select select) {
        return select.outputs().stream()
                .map(o ->
                        o.value() instanceof Scalar.Column c
                                ? design.get(Table.class, Table.id(c.table()))
                                        .column(c.name())
                                        .map(Table.Column::sqlType)
                                        .orElse("text")
                                : o.value() instanceof Scalar.Truth ? "boolean" : "bigint")
                .toList();
    }
}

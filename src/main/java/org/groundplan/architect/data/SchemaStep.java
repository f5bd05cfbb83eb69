package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
import org.jspecify.annotations.Nullable;

/**
 * Entities to tables: a UUID key made by the application, foreign keys, columns, enumerations as
 * text with a check.
 */
public final class SchemaStep {
    private SchemaStep() {}

    public static Design apply(Design design) {
        List<Element> added = new ArrayList<>();
        Tenancy tenancy = Tenancy.of(design).orElse(null);
        for (Entity entity : design.all(Entity.class)) {
            added.add(table(entity, ClockStep.waits(design, entity), tenancy));
            for (Field field : entity.fields()) {
                if (field.type() == FieldType.ENUM) {
                    added.add(enumeration(entity, field));
                }
            }
        }
        return design.with(added);
    }

    /** Name of the column that refers to another entity. */
    public static String reference(String entity) {
        return Names.limit(Names.snake(entity) + "_id");
    }

    private static Table table(Entity entity, boolean waits, @Nullable Tenancy tenancy) {
        String name = Names.snake(entity.name());
        List<Table.Column> columns = new ArrayList<>();
        columns.add(
                bookkeeping(
                        "id",
                        FieldType.UUID,
                        false,
                        "made by the application (UUIDv7), so that a repeated request finds its first row"));
        List<Table.ForeignKey> keys = new ArrayList<>();
        Tenancy kept = tenancy != null && tenancy.covers(entity.name()) ? tenancy : null;
        boolean tenant = kept != null && kept.tenant().equals(entity.name());
        if (kept != null && !tenant && !entity.parents().contains(kept.tenant())) {
            columns.add(
                    bookkeeping(
                            kept.column(),
                            FieldType.UUID,
                            false,
                            "the "
                                    + Names.words(kept.tenant())
                                    + " whose row this is; row-level security compares it"));
        }
        for (String parent : entity.parents()) {
            String column = reference(parent);
            columns.add(
                    bookkeeping(
                            column,
                            FieldType.UUID,
                            entity.maybe().contains(parent),
                            "the "
                                    + Names.words(parent)
                                    + " it "
                                    + (parent.equals(entity.partOf())
                                            ? "is part of"
                                            : "belongs to")));
            keys.add(
                    new Table.ForeignKey(
                            Names.limit(name + "_" + column + "_fkey"),
                            column,
                            Names.snake(parent),
                            parent.equals(entity.partOf()) ? "CASCADE" : "RESTRICT",
                            kept != null
                                            && !tenant
                                            && kept.covers(parent)
                                            && !kept.tenant().equals(parent)
                                    ? kept.column()
                                    : null));
        }
        for (Field field : entity.fields()) {
            columns.add(column(entity, field));
        }
        if (waits) {
            entity.states()
                    .ifPresent(f ->
                            columns.add(
                                    bookkeeping(
                                            Columns.since(f.name()),
                                            FieldType.INSTANT,
                                            false,
                                            "since when it has been in this " + f.name())));
        }
        columns.add(
                bookkeeping("created_at", FieldType.INSTANT, false, "when the row was written"));
        return new Table(
                Table.id(name),
                "store:main",
                name,
                entity.name(),
                columns,
                List.of("id"),
                keys,
                Origin.derived(
                        "schema", "One table for " + entity.name() + ".", List.of(entity.id())));
    }

    private static Table.Column bookkeeping(
            String name, FieldType type, boolean nullable, String comment) {
        return new Table.Column(
                name,
                "",
                type,
                type.sql(),
                nullable,
                null,
                null,
                List.of(),
                DataClass.INTERNAL,
                comment);
    }

    private static Table.Column column(Entity entity, Field field) {
        String meaning =
                field.type() == FieldType.MONEY
                        ? "minor units (cents)"
                        : field.data() == DataClass.INTERNAL ? "" : field.data().word();
        return new Table.Column(
                Names.snake(field.name()),
                field.name(),
                field.type(),
                field.type().sql(),
                field.optional(),
                field.initial() == null
                        ? null
                        : field.type() == FieldType.ENUM
                                ? "'" + field.initial() + "'"
                                : field.initial(),
                field.computed() == null ? null : computed(entity, field.computed()),
                field.values(),
                field.data(),
                meaning);
    }

    /** Field names become columns; everything else of the expression stands as it is. */
    private static String computed(Entity entity, String expression) {
        String sql = expression;
        for (Field f : entity.fields()) {
            sql =
                    sql.replaceAll(
                            "\\b" + java.util.regex.Pattern.quote(f.name()) + "\\b",
                            java.util.regex.Matcher.quoteReplacement(
                                    Names.sql(Names.snake(f.name()))));
        }
        return sql;
    }

    private static TableConstraint enumeration(Entity entity, Field field) {
        String table = Names.snake(entity.name());
        String column = Names.snake(field.name());
        String name = Names.limit(table + "_" + column + "_check");
        String words =
                String.join(
                        ", ",
                        field.values().stream()
                                .map(v -> "'" + v.replace("'", "''") + "'")
                                .toList());
        return new TableConstraint(
                "constraint:" + name.replace('_', '-'),
                table,
                name,
                "check",
                List.of(
                        "ALTER TABLE "
                                + Names.sql(table)
                                + " ADD CONSTRAINT "
                                + Names.sql(name)
                                + " CHECK ("
                                + Names.sql(column)
                                + " IN ("
                                + words
                                + "))"),
                List.of("ALTER TABLE " + Names.sql(table) + " DROP CONSTRAINT " + Names.sql(name)),
                "",
                Origin.derived(
                        "schema",
                        "The words of "
                                + entity.name()
                                + "."
                                + field.name()
                                + " as text with a check: planned well under row-level security, and a new word needs no type change.",
                        List.of(entity.id())));
    }
}

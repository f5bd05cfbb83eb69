package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Condition;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.FieldType;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.jspecify.annotations.Nullable;

/** Where mechanisms are made: the design as it grows, and how its parts are named. */
final class Workbench {
    private Design design;
    private final List<Element> added = new ArrayList<>();

    Workbench(Design design) {
        this.design = design;
    }

    Design design() {
        return design;
    }

    Design finished() {
        return design.with(added);
    }

    void add(Element element) {
        added.add(element);
    }

    String columnOf(String entity, String name) {
        return Columns.of(design, entity, name);
    }

    /** A condition over the columns of a row, with or without a prefix such as {@code NEW.}. */
    String predicate(String prefix, String entity, Condition when) {
        return when.sql(prefix + Names.sql(columnOf(entity, when.field())));
    }

    /** {@code AND NEW.status = 'out'}, or nothing. */
    String and(String prefix, String entity, @Nullable Condition when) {
        return when == null ? "" : " AND " + predicate(prefix, entity, when);
    }

    static Origin derived(String why, Rule rule) {
        return Origin.derived("mechanisms", why, List.of(rule.id()));
    }

    /** Adds a column to a table, unless it is there. */
    void column(
            String entity,
            String name,
            FieldType type,
            String sqlType,
            boolean nullable,
            @Nullable String defaultSql,
            String comment) {
        Table table = design.tableOf(entity);
        if (table.column(name).isPresent()) {
            return;
        }
        List<Table.Column> columns = new ArrayList<>(table.columns());
        columns.add(
                new Table.Column(
                        name,
                        "",
                        type,
                        sqlType,
                        nullable,
                        defaultSql,
                        null,
                        List.of(),
                        DataClass.INTERNAL,
                        comment));
        design = design.with(table.withColumns(columns));
    }

    /** Gives an existing column a default, so that a new row need not name it. */
    void byDefault(String entity, String name, String defaultSql, String comment) {
        Table table = design.tableOf(entity);
        List<Table.Column> columns =
                table.columns().stream()
                        .map(c ->
                                c.name().equals(name)
                                        ? new Table.Column(
                                                c.name(),
                                                c.field(),
                                                c.type(),
                                                c.sqlType(),
                                                false,
                                                defaultSql,
                                                null,
                                                c.values(),
                                                c.data(),
                                                comment)
                                        : c)
                        .toList();
        design = design.with(table.withColumns(columns));
    }

    /** A constraint with its opposite: what makes it, and what takes it away again. */
    void constraint(
            String table,
            String name,
            String kind,
            List<String> create,
            List<String> drop,
            String why,
            Rule rule) {
        add(
                new TableConstraint(
                        "constraint:" + name.replace('_', '-'),
                        table,
                        name,
                        kind,
                        create,
                        drop,
                        rule.id(),
                        derived(why, rule)));
    }

    static String addCheck(String table, String name, String condition) {
        return "ALTER TABLE "
                + Names.sql(table)
                + " ADD CONSTRAINT "
                + Names.sql(name)
                + " CHECK ("
                + condition
                + ")";
    }

    static String dropConstraint(String table, String name) {
        return "ALTER TABLE " + Names.sql(table) + " DROP CONSTRAINT " + Names.sql(name);
    }

    static String trigger(String name, String moment, String table, String function) {
        return "CREATE TRIGGER "
                + Names.sql(name)
                + "\n  "
                + moment
                + " ON "
                + Names.sql(table)
                + "\n  FOR EACH ROW EXECUTE FUNCTION "
                + Names.sql(function)
                + "()";
    }

    static String dropTrigger(String name, String table) {
        return "DROP TRIGGER " + Names.sql(name) + " ON " + Names.sql(table);
    }

    static String dropFunction(String name) {
        return "DROP FUNCTION " + Names.sql(name) + "()";
    }

    /** What the caller hears when a constraint refuses. */
    void refuse(
            String problem,
            int status,
            String title,
            String when,
            String constraint,
            String state,
            Rule rule) {
        String id = "refusal:" + problem;
        boolean taken = added.stream().anyMatch(e -> e.id().equals(id));
        String unique = taken ? problem + "-" + Names.slug(rule.text()) : problem;
        add(
                new Refusal(
                        "refusal:" + unique,
                        unique,
                        status,
                        title,
                        when,
                        constraint,
                        state,
                        rule.id(),
                        derived("What “" + rule.text() + "” refuses.", rule)));
    }

    /** The rule stays in the brief and nothing holds it. */
    void notEnforced(Rule rule, String why, String what) {
        add(unenforced(rule, why, what));
    }

    static Finding unenforced(Rule rule, String why, String what) {
        return new Finding(
                "finding:not-enforced-" + Names.slug(rule.text()),
                "rule.not-enforced",
                Finding.Severity.WARNING,
                80,
                rule.id(),
                "“" + rule.text() + "” " + why,
                what,
                derived(why, rule));
    }

    static String words(List<String> names) {
        return names.stream().map(Names::words).collect(Collectors.joining(" and "));
    }

    static String snake(List<String> names) {
        return names.stream().map(Names::snake).collect(Collectors.joining("_"));
    }
}

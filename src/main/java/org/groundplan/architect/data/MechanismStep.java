package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Condition;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Finding;
import org.groundplan.model.Index;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Rules over data become constraints of the database, whoever writes. Guards on a use case stand in
 * its statements (see {@link CommandStatements}).
 */
public final class MechanismStep {
    private final List<Element> added = new ArrayList<>();
    private Design design;

    private MechanismStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        MechanismStep step = new MechanismStep(design);
        for (Rule rule : design.all(Rule.class)) {
            switch (rule) {
                case Rule.Unique r -> step.unique(r);
                case Rule.AtMost r when r.limit() == 1 -> step.atMostOne(r);
                case Rule.AtMost r -> step.atMost(r);
                case Rule.Transitions r -> step.transitions(r);
                case Rule.NeverBelow r -> step.neverBelow(r);
                case Rule.OnlyWhen r -> step.guard(r);
                case Rule.OwnOnly _, Rule.NotUnderstood _ -> {}
            }
        }
        return step.design.with(step.added);
    }

    private void unique(Rule.Unique rule) {
        String table = Names.snake(rule.entity());
        List<String> columns = rule.fields().stream().map(f -> columnOf(rule.entity(), f)).toList();
        String name = Names.limit(table + "_" + String.join("_", columns) + "_key");
        uniqueIndex(
                name,
                table,
                columns,
                null,
                rule,
                "A unique index refuses the second row whoever writes it.");
        String what = rule.fields().stream().map(Names::words).collect(Collectors.joining(" and "));
        refuse(
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

    private void atMostOne(Rule.AtMost rule) {
        String table = Names.snake(rule.entity());
        List<String> columns = rule.per().stream().map(p -> columnOf(rule.entity(), p)).toList();
        String where = rule.when() == null ? null : predicate(rule.entity(), rule.when());
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
                where == null
                        ? "A unique index leaves room for one."
                        : "A partial unique index counts only rows that are "
                                + value(rule.when())
                                + " and leaves room for one.");
        String per = rule.per().stream().map(Names::words).collect(Collectors.joining(" and "));
        String problem =
                rule.when() == null
                        ? Names.slug(rule.entity()) + "-exists-already"
                        : Names.slug(rule.per().getFirst())
                                + "-already-"
                                + Names.slug(rule.when().value());
        refuse(
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

    private void uniqueIndex(
            String name,
            String table,
            List<String> columns,
            @Nullable String where,
            Rule rule,
            String why) {
        added.add(
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
                        derived(why, rule)));
    }

    /**
     * A counter on the parent, kept by a trigger and bounded by a check: the row's own lock orders
     * all writers, at any isolation level.
     */
    private void atMost(Rule.AtMost rule) {
        Entity entity = design.entity(rule.entity());
        boolean parent = rule.per().size() == 1 && entity.parents().contains(rule.per().getFirst());
        if (!parent) {
            added.add(
                    new Finding(
                            "finding:not-enforced-" + Names.slug(rule.text()),
                            "rule.not-enforced",
                            Finding.Severity.WARNING,
                            80,
                            rule.id(),
                            "“"
                                    + rule.text()
                                    + "” counts per "
                                    + String.join(" and ", rule.per())
                                    + "; no constraint of the store bounds that above one.",
                            "State it per one entity that "
                                    + rule.entity()
                                    + " belongs to, or accept a nightly reconciliation.",
                            derived("No single row carries the count.", rule)));
            return;
        }
        String per = rule.per().getFirst();
        String table = Names.snake(rule.entity());
        String owner = Names.snake(per);
        String key = SchemaStep.reference(per);
        String counter =
                Names.limit(
                        Names.plural(table)
                                + (rule.when() == null
                                        ? "_count"
                                        : "_" + Names.snake(rule.when().value())));
        String check = Names.limit(owner + "_" + counter + "_at_most_" + rule.limit());
        String function = Names.limit("count_" + counter + "_per_" + owner);
        Table parentTable = design.tableOf(per);
        List<Table.Column> columns = new ArrayList<>(parentTable.columns());
        columns.add(
                new Table.Column(
                        counter,
                        "",
                        FieldType.INTEGER,
                        "bigint",
                        false,
                        "0",
                        null,
                        List.of(),
                        DataClass.INTERNAL,
                        "kept by trigger " + function + ": “" + rule.text() + "”"));
        design = design.with(parentTable.withColumns(columns));
        String old =
                rule.when() == null ? "" : " AND " + qualified("OLD", rule.entity(), rule.when());
        String now =
                rule.when() == null ? "" : " AND " + qualified("NEW", rule.entity(), rule.when());
        String watched =
                rule.when() == null
                        ? key
                        : columnOf(rule.entity(), rule.when().field()) + ", " + key;
        String body =
                """
                CREATE FUNCTION %1$s() RETURNS trigger
                LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
                BEGIN
                  IF TG_OP <> 'INSERT'%2$s THEN
                    UPDATE %3$s SET %4$s = %4$s - 1 WHERE id = OLD.%5$s;
                  END IF;
                  IF TG_OP <> 'DELETE'%6$s THEN
                    UPDATE %3$s SET %4$s = %4$s + 1 WHERE id = NEW.%5$s;
                  END IF;
                  RETURN NULL;
                END $$\
                """
                        .formatted(
                                Names.sql(function),
                                old,
                                Names.sql(owner),
                                Names.sql(counter),
                                Names.sql(key),
                                now);
        added.add(
                new TableConstraint(
                        "constraint:" + check.replace('_', '-'),
                        owner,
                        check,
                        "trigger",
                        List.of(
                                "ALTER TABLE "
                                        + Names.sql(owner)
                                        + " ADD CONSTRAINT "
                                        + Names.sql(check)
                                        + " CHECK ("
                                        + Names.sql(counter)
                                        + " BETWEEN 0 AND "
                                        + rule.limit()
                                        + ")",
                                body,
                                "CREATE TRIGGER "
                                        + Names.sql(function)
                                        + "\n  AFTER INSERT OR DELETE OR UPDATE OF "
                                        + watched
                                        + " ON "
                                        + Names.sql(table)
                                        + "\n  FOR EACH ROW EXECUTE FUNCTION "
                                        + Names.sql(function)
                                        + "()"),
                        List.of(
                                "DROP TRIGGER " + Names.sql(function) + " ON " + Names.sql(table),
                                "DROP FUNCTION " + Names.sql(function) + "()",
                                "ALTER TABLE "
                                        + Names.sql(owner)
                                        + " DROP CONSTRAINT "
                                        + Names.sql(check)),
                        rule.id(),
                        derived(
                                "The "
                                        + owner
                                        + " row counts its own "
                                        + Names.plural(Names.words(rule.entity()))
                                        + "; its row lock puts all writers in order at any isolation level, and the check refuses number "
                                        + (rule.limit() + 1)
                                        + ".",
                                rule)));
        refuse(
                Names.slug(per)
                        + "-has-"
                        + rule.limit()
                        + "-"
                        + Names.plural(Names.slug(rule.entity())),
                409,
                Names.sentence(
                        "the "
                                + Names.words(per)
                                + " has "
                                + rule.limit()
                                + " "
                                + Names.plural(Names.words(rule.entity()))
                                + " already"),
                "the "
                        + Names.words(per)
                        + " has "
                        + rule.limit()
                        + " "
                        + Names.plural(Names.words(rule.entity()))
                        + (rule.when() == null ? "" : " that are " + rule.when().value()),
                check,
                "23514",
                rule);
    }

    private void transitions(Rule.Transitions rule) {
        String table = Names.snake(rule.entity());
        String column = columnOf(rule.entity(), rule.field());
        String name = Names.limit(table + "_" + column + "_moves");
        List<String> pairs = new ArrayList<>();
        rule.moves()
                .forEach((from, to) -> to.forEach(t -> pairs.add("('" + from + "', '" + t + "')")));
        String initial =
                rule.initial(
                        design.entity(rule.entity())
                                .field(rule.field())
                                .map(f -> f.values())
                                .orElse(List.of()));
        String body =
                """
                CREATE FUNCTION %1$s() RETURNS trigger
                LANGUAGE plpgsql AS $$
                BEGIN
                  IF TG_OP = 'INSERT' AND NEW.%2$s = '%3$s' THEN
                    RETURN NEW;
                  END IF;
                  IF TG_OP = 'UPDATE' AND (OLD.%2$s, NEW.%2$s) IN (%4$s) THEN
                    RETURN NEW;
                  END IF;
                  RAISE EXCEPTION '%5$s.%2$s may not become %%', NEW.%2$s
                    USING ERRCODE = '23514', CONSTRAINT = '%1$s', TABLE = '%5$s';
                END $$\
                """
                        .formatted(
                                name, Names.sql(column), initial, String.join(", ", pairs), table);
        added.add(
                new TableConstraint(
                        "constraint:" + name.replace('_', '-'),
                        table,
                        name,
                        "trigger",
                        List.of(
                                body,
                                "CREATE TRIGGER "
                                        + Names.sql(name)
                                        + "\n  BEFORE INSERT OR UPDATE OF "
                                        + Names.sql(column)
                                        + " ON "
                                        + Names.sql(table)
                                        + "\n  FOR EACH ROW EXECUTE FUNCTION "
                                        + Names.sql(name)
                                        + "()"),
                        List.of(
                                "DROP TRIGGER " + Names.sql(name) + " ON " + Names.sql(table),
                                "DROP FUNCTION " + Names.sql(name) + "()"),
                        rule.id(),
                        derived(
                                "A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.",
                                rule)));
    }

    private void neverBelow(Rule.NeverBelow rule) {
        String table = Names.snake(rule.entity());
        String column = columnOf(rule.entity(), rule.field());
        String name = Names.limit(table + "_" + column + "_min");
        added.add(
                new TableConstraint(
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
                                        + " >= "
                                        + rule.bound()
                                        + ")"),
                        List.of(
                                "ALTER TABLE "
                                        + Names.sql(table)
                                        + " DROP CONSTRAINT "
                                        + Names.sql(name)),
                        rule.id(),
                        derived("A check on the row holds at every commit.", rule)));
        refuse(
                Names.slug(rule.entity()) + "-" + Names.slug(rule.field()) + "-too-low",
                409,
                Names.sentence("not enough " + Names.words(rule.field())),
                "the " + Names.words(rule.field()) + " would fall below " + rule.bound(),
                name,
                "23514",
                rule);
    }

    private void guard(Rule.OnlyWhen rule) {
        String state = value(rule.when());
        String row =
                Names.words(rule.entity())
                        + " of the same "
                        + rule.same().stream()
                                .map(Names::words)
                                .collect(Collectors.joining(" and "))
                        + (rule.others().isEmpty()
                                ? ""
                                : " by another "
                                        + rule.others().stream()
                                                .map(Names::words)
                                                .collect(Collectors.joining(" and ")));
        String slug =
                (rule.negated() ? "" : "no-")
                        + Names.slug(rule.entity())
                        + (state.isEmpty() ? "" : "-" + Names.slug(state))
                        + (rule.others().isEmpty()
                                ? ""
                                : "-by-another-" + Names.slug(rule.others().getFirst()));
        refuse(
                slug,
                409,
                Names.sentence(
                        (rule.negated() ? "a " : "no ")
                                + Names.words(rule.entity())
                                + (state.isEmpty() ? " exists" : " is " + state)),
                (rule.negated() ? "a " : "no ")
                        + row
                        + (state.isEmpty() ? " exists" : " is " + state),
                "",
                "",
                rule);
    }

    private void refuse(
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
        added.add(
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

    private String columnOf(String entity, String name) {
        return Columns.of(design, entity, name);
    }

    private String predicate(String entity, Condition when) {
        return Names.sql(columnOf(entity, when.field())) + " = '" + when.value() + "'";
    }

    private String qualified(String row, String entity, Condition when) {
        return row + "." + predicate(entity, when);
    }

    private static String value(@Nullable Condition when) {
        return when == null ? "" : when.value();
    }

    private static Origin derived(String why, Rule rule) {
        return Origin.derived("mechanisms", why, List.of(rule.id()));
    }
}

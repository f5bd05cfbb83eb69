package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.groundplan.model.Condition;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Windows;
import org.jspecify.annotations.Nullable;

/**
 * At most n and at least n: a number kept by a trigger on a row that all writers have to touch, so
 * that its row lock puts them in order at any isolation level.
 */
final class QuotaMechanism {
    private final Workbench bench;

    QuotaMechanism(Workbench bench) {
        this.bench = bench;
    }

    /** Whether a calendar word or several keys say what is counted per. */
    boolean windowed(Rule.AtMost rule) {
        return rule.per().stream().anyMatch(p -> Windows.is(bench.design(), rule.entity(), p));
    }

    private boolean parent(String entity, List<String> per) {
        return per.size() == 1 && bench.design().entity(entity).parents().contains(per.getFirst());
    }

    void atMost(Rule.AtMost rule) {
        if (parent(rule.entity(), rule.per())) {
            counter(rule);
        } else {
            tally(rule);
        }
    }

    /** A column on the parent, bounded by a check. */
    private void counter(Rule.AtMost rule) {
        String per = rule.per().getFirst();
        String owner = Names.snake(per);
        Counter counter = counter(rule, rule.entity(), per, rule.when());
        String check = Names.limit(owner + "_" + counter.column + "_at_most_" + rule.limit());
        List<String> create = new ArrayList<>();
        create.add(
                Workbench.addCheck(
                        owner,
                        check,
                        Names.sql(counter.column) + " BETWEEN 0 AND " + rule.limit()));
        create.addAll(counter.create("", ""));
        List<String> drop = new ArrayList<>(counter.drop());
        drop.add(Workbench.dropConstraint(owner, check));
        bench.constraint(
                owner,
                check,
                "trigger",
                create,
                drop,
                "The "
                        + owner
                        + " row counts its own "
                        + Names.plural(Names.words(rule.entity()))
                        + "; its row lock puts all writers in order at any isolation level, and the check refuses number "
                        + (rule.limit() + 1)
                        + ".",
                rule);
        refuse(rule, check, Names.words(per));
    }

    private void refuse(Rule.AtMost rule, String check, String whose) {
        String many =
                rule.limit()
                        + " "
                        + (rule.limit() == 1
                                ? Names.words(rule.entity())
                                : Names.plural(Names.words(rule.entity())));
        bench.refuse(
                Names.slug(rule.per().getFirst())
                        + "-has-"
                        + rule.limit()
                        + "-"
                        + (rule.limit() == 1
                                ? Names.slug(rule.entity())
                                : Names.plural(Names.slug(rule.entity()))),
                409,
                Names.sentence("the " + whose + " has " + many + " already"),
                "the "
                        + whose
                        + " has "
                        + many
                        + (rule.when() == null ? "" : " that are " + rule.when().value()),
                check,
                "23514",
                rule);
    }

    /** Once a parent has n, the one that would make it fewer is refused. */
    void atLeast(Rule.AtLeast rule) {
        if (!parent(rule.entity(), rule.per())) {
            bench.notEnforced(
                    rule,
                    "counts per "
                            + Workbench.words(rule.per())
                            + "; no single row carries the count.",
                    "State it per one entity that " + rule.entity() + " belongs to.");
            return;
        }
        String per = rule.per().getFirst();
        String owner = Names.snake(per);
        Counter counter = counter(rule, rule.entity(), per, rule.when());
        String name = Names.limit(owner + "_" + counter.column + "_at_least_" + rule.limit());
        String left =
                """

                      RETURNING %1$s INTO remaining;
                    IF remaining < %2$d THEN
                      RAISE EXCEPTION '%3$s would have fewer than %2$d'
                        USING ERRCODE = '23514', CONSTRAINT = '%4$s', TABLE = '%3$s';
                    END IF\
                """
                        .formatted(Names.sql(counter.column), rule.limit(), owner, name);
        bench.constraint(
                owner,
                name,
                "trigger",
                counter.create(left, "DECLARE remaining bigint;\n"),
                counter.drop(),
                "The "
                        + owner
                        + " row counts its own "
                        + Names.plural(Names.words(rule.entity()))
                        + "; who leaves takes its row lock, so that of the last two only one goes.",
                rule);
        String row = Names.words(rule.entity());
        bench.refuse(
                Names.slug(per)
                        + "-needs-"
                        + rule.limit()
                        + "-"
                        + (rule.limit() == 1
                                ? Names.slug(rule.entity())
                                : Names.plural(Names.slug(rule.entity()))),
                409,
                Names.sentence("the last " + row + " cannot go"),
                "the "
                        + Names.words(per)
                        + " would have fewer than "
                        + rule.limit()
                        + " "
                        + Names.plural(row)
                        + (rule.when() == null ? "" : " that are " + rule.when().value()),
                name,
                "23514",
                rule);
    }

    /** The names of a counter column and of what keeps it. */
    private record Counter(
            String table,
            String owner,
            String key,
            String column,
            String function,
            String was,
            String now,
            String watched) {
        List<String> create(String afterTaking, String declare) {
            String body =
                    """
                    CREATE FUNCTION %1$s() RETURNS trigger
                    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
                    %9$sBEGIN
                      IF TG_OP = 'UPDATE' AND (OLD.%5$s%10$s) IS NOT DISTINCT FROM (NEW.%5$s%11$s) THEN
                        RETURN NULL;
                      END IF;
                      IF TG_OP <> 'INSERT'%2$s THEN
                        UPDATE %3$s SET %4$s = %4$s - 1 WHERE id = OLD.%5$s%8$s;
                      END IF;
                      IF TG_OP <> 'DELETE'%6$s THEN
                        UPDATE %3$s SET %4$s = %4$s + 1 WHERE id = NEW.%5$s%7$s;
                      END IF;
                      RETURN NULL;
                    END $$\
                    """
                            .formatted(
                                    Names.sql(function),
                                    was,
                                    Names.sql(owner),
                                    Names.sql(column),
                                    Names.sql(key),
                                    now,
                                    "",
                                    afterTaking,
                                    declare,
                                    was.replaceFirst("^ AND ", ", "),
                                    now.replaceFirst("^ AND ", ", "));
            return List.of(
                    body,
                    Workbench.trigger(
                            function,
                            "AFTER INSERT OR DELETE OR UPDATE OF " + watched,
                            table,
                            function));
        }

        List<String> drop() {
            return List.of(
                    Workbench.dropTrigger(function, table), Workbench.dropFunction(function));
        }
    }

    private Counter counter(Rule rule, String entity, String per, @Nullable Condition when) {
        String table = Names.snake(entity);
        String owner = Names.snake(per);
        String key = SchemaStep.reference(per);
        String base =
                Names.plural(table) + (when == null ? "_count" : "_" + Names.snake(when.value()));
        boolean taken = bench.design().tableOf(per).column(Names.limit(base)).isPresent();
        String column = Names.limit(taken ? base + "_left" : base);
        String function = Names.limit("count_" + column + "_per_" + owner);
        bench.column(
                per,
                column,
                FieldType.INTEGER,
                "bigint",
                false,
                "0",
                "kept by trigger " + function + ": “" + rule.text() + "”");
        String watched =
                when == null
                        ? Names.sql(key)
                        : Names.sql(bench.columnOf(entity, when.field())) + ", " + Names.sql(key);
        return new Counter(
                table,
                owner,
                key,
                column,
                function,
                bench.and("OLD.", entity, when),
                bench.and("NEW.", entity, when),
                watched);
    }

    /** A row of its own for each combination of keys and calendar window. */
    private void tally(Rule.AtMost rule) {
        String table = Names.snake(rule.entity());
        List<String> columns = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        List<String> was = new ArrayList<>();
        List<String> now = new ArrayList<>();
        List<String> led = new ArrayList<>();
        for (String per : rule.per()) {
            if (Windows.is(bench.design(), rule.entity(), per)) {
                String column = Names.snake(per);
                columns.add(Names.sql(column));
                definitions.add(Names.sql(column) + " timestamptz NOT NULL");
                String unit = per.toLowerCase(java.util.Locale.ROOT);
                was.add("date_trunc('" + unit + "', OLD.created_at, 'UTC')");
                now.add("date_trunc('" + unit + "', NEW.created_at, 'UTC')");
                continue;
            }
            String column = bench.columnOf(rule.entity(), per);
            var known = bench.design().tableOf(rule.entity()).column(column);
            if (known.isEmpty()) {
                bench.notEnforced(
                        rule,
                        "counts per " + per + ", and " + rule.entity() + " does not refer to it.",
                        "Let " + rule.entity() + " belong to " + per + ".");
                return;
            }
            columns.add(Names.sql(column));
            boolean reference = bench.design().entity(rule.entity()).parents().contains(per);
            if (reference && columns.size() > 1) {
                led.add(column); // the key begins with another one
            }
            definitions.add(
                    Names.sql(column)
                            + " "
                            + known.get().sqlType()
                            + " NOT NULL"
                            + (reference
                                    ? " REFERENCES "
                                            + Names.sql(Names.snake(per))
                                            + " (id) ON DELETE CASCADE"
                                    : ""));
            was.add("OLD." + Names.sql(column));
            now.add("NEW." + Names.sql(column));
        }
        String name =
                Names.limit(
                        table
                                + "_tally_per_"
                                + Workbench.snake(rule.per())
                                + (rule.when() == null
                                        ? ""
                                        : "_" + Names.snake(rule.when().value())));
        String check = Names.limit(name + "_at_most_" + rule.limit());
        String function = Names.limit("keep_" + name);
        String keys = String.join(", ", columns);
        String match = "(" + keys + ") = (" + String.join(", ", was) + ")";
        String create =
                "CREATE TABLE "
                        + name
                        + " (\n    "
                        + String.join(",\n    ", definitions)
                        + ",\n    taken bigint NOT NULL,\n    CONSTRAINT "
                        + Names.limit(name + "_pkey")
                        + " PRIMARY KEY ("
                        + keys
                        + "),\n    CONSTRAINT "
                        + check
                        + " CHECK (taken BETWEEN 0 AND "
                        + rule.limit()
                        + ")\n)";
        String body =
                """
                CREATE FUNCTION %1$s() RETURNS trigger
                LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
                BEGIN
                  IF TG_OP <> 'INSERT'%2$s THEN
                    UPDATE %3$s SET taken = taken - 1 WHERE %4$s;
                  END IF;
                  IF TG_OP <> 'DELETE'%5$s THEN
                    INSERT INTO %3$s (%6$s, taken) VALUES (%7$s, 1)
                    ON CONFLICT (%6$s) DO UPDATE SET taken = %3$s.taken + 1;
                  END IF;
                  RETURN NULL;
                END $$\
                """
                        .formatted(
                                function,
                                bench.and("OLD.", rule.entity(), rule.when()),
                                name,
                                match,
                                bench.and("NEW.", rule.entity(), rule.when()),
                                keys,
                                String.join(", ", now));
        bench.constraint(
                table,
                check,
                "trigger",
                Stream.concat(
                                Stream.of(create),
                                Stream.concat(
                                        Stream.concat(
                                                led.stream()
                                                        .map(c ->
                                                                "CREATE INDEX "
                                                                        + Names.limit(
                                                                                name + "_" + c
                                                                                        + "_idx")
                                                                        + " ON "
                                                                        + name
                                                                        + " ("
                                                                        + Names.sql(c)
                                                                        + ")"),
                                                said(name, columns, rule).stream()),
                                        Stream.of(
                                                body,
                                                Workbench.trigger(
                                                        function,
                                                        "AFTER INSERT OR DELETE OR UPDATE",
                                                        table,
                                                        function))))
                        .toList(),
                List.of(
                        Workbench.dropTrigger(function, table),
                        Workbench.dropFunction(function),
                        "DROP TABLE " + name),
                "One row counts for each "
                        + Workbench.words(rule.per())
                        + "; writers of the same one queue at its row lock, and the check refuses number "
                        + (rule.limit() + 1)
                        + ".",
                rule);
        refuse(rule, check, Workbench.words(rule.per()));
    }

    /** What the counting table and its columns are for. */
    private static List<String> said(String name, List<String> columns, Rule.AtMost rule) {
        List<String> result = new ArrayList<>();
        result.add(
                "COMMENT ON TABLE "
                        + name
                        + " IS 'counts for “"
                        + rule.text().replace("'", "''")
                        + "”'");
        for (String column : columns) {
            result.add("COMMENT ON COLUMN " + name + "." + column + " IS 'counted by it'");
        }
        result.add("COMMENT ON COLUMN " + name + ".taken IS 'how many there are'");
        return result;
    }
}

package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.TableConstraint;

/** State transitions: a trigger that knows the old and the new state. */
final class MoveMechanism {
    private final Workbench bench;

    MoveMechanism(Workbench bench) {
        this.bench = bench;
    }

    void transitions(Rule.Transitions rule) {
        String table = Names.snake(rule.entity());
        String column = bench.columnOf(rule.entity(), rule.field());
        String name = Names.limit(table + "_" + column + "_moves");
        List<String> pairs = new ArrayList<>();
        rule.moves()
                .forEach((from, to) -> to.forEach(t -> pairs.add("('" + from + "', '" + t + "')")));
        String initial =
                rule.initial(
                        bench.design()
                                .entity(rule.entity())
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
        bench.add(
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
                        Workbench.derived(
                                "A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.",
                                rule)));
    }
}

package org.groundplan.architect.data;

import java.math.BigDecimal;
import java.util.List;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.SumRule;

/**
 * Sums over rows: a total kept on the parent under its row lock, or a comparison at commit where
 * the bound is a figure.
 */
final class SumMechanism {
    private final Workbench bench;

    SumMechanism(Workbench bench) {
        this.bench = bench;
    }

    void sum(SumRule rule) {
        if (!bench.design().entity(rule.entity()).parents().contains(rule.per())) {
            bench.notEnforced(
                    rule,
                    "adds up per "
                            + rule.per()
                            + ", and "
                            + rule.entity()
                            + " does not refer to it.",
                    "Let " + rule.entity() + " belong to " + rule.per() + ".");
        } else if (rule.comparison() == SumRule.Comparison.AT_MOST) {
            bounded(rule);
        } else if (rule.keeps()) {
            kept(rule);
        } else {
            balanced(rule);
        }
    }

    /** Adds what a row brings, and takes back what it brought. */
    private String adding(SumRule rule, String function, String column) {
        return """
        CREATE FUNCTION %1$s() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF TG_OP <> 'INSERT'%2$s THEN
            UPDATE %3$s SET %4$s = %4$s - OLD.%5$s WHERE id = OLD.%6$s;
          END IF;
          IF TG_OP <> 'DELETE'%7$s THEN
            UPDATE %3$s SET %4$s = %4$s + NEW.%5$s WHERE id = NEW.%6$s;
          END IF;
          RETURN NULL;
        END $$\
        """
                .formatted(
                        Names.sql(function),
                        bench.and("OLD.", rule.entity(), rule.when()),
                        Names.sql(Names.snake(rule.per())),
                        Names.sql(column),
                        Names.sql(bench.columnOf(rule.entity(), rule.field())),
                        Names.sql(SchemaStep.reference(rule.per())),
                        bench.and("NEW.", rule.entity(), rule.when()));
    }

    /** {@code sum of Refund.amount per Order at most Order.paid}. */
    private void bounded(SumRule rule) {
        String table = Names.snake(rule.entity());
        String owner = Names.snake(rule.per());
        String amount = bench.columnOf(rule.entity(), rule.field());
        String total = Names.limit(table + "_" + amount + "_total");
        String function = Names.limit("add_" + total + "_per_" + owner);
        FieldType type =
                bench.design()
                        .tableOf(rule.entity())
                        .column(amount)
                        .map(c -> c.type())
                        .orElse(FieldType.INTEGER);
        bench.column(
                rule.per(),
                total,
                type,
                type.sql(),
                false,
                "0",
                "kept by trigger " + function + ": “" + rule.text() + "”");
        String bound =
                rule.boundField() == null
                        ? plain(rule.bound())
                        : Names.sql(bench.columnOf(rule.per(), rule.boundField()));
        String check = Names.limit(owner + "_" + total + "_max");
        bench.constraint(
                owner,
                check,
                "trigger",
                List.of(
                        Workbench.addCheck(owner, check, Names.sql(total) + " <= " + bound),
                        adding(rule, function, total),
                        Workbench.trigger(
                                function, "AFTER INSERT OR DELETE OR UPDATE", table, function)),
                List.of(
                        Workbench.dropTrigger(function, table),
                        Workbench.dropFunction(function),
                        Workbench.dropConstraint(owner, check)),
                "The "
                        + Names.words(rule.per())
                        + " row keeps the total; its row lock puts all writers in order, and the check compares it with the bound whichever of the two changes.",
                rule);
        String many = Names.plural(Names.words(rule.entity()));
        bench.refuse(
                Names.plural(Names.slug(rule.entity()))
                        + "-exceed-"
                        + (rule.boundField() == null ? "limit" : Names.slug(rule.boundField())),
                409,
                Names.sentence(
                        many
                                + " exceed "
                                + (rule.boundField() == null
                                        ? "the limit"
                                        : "what is " + Names.words(rule.boundField()))),
                "the "
                        + many
                        + " of the "
                        + Names.words(rule.per())
                        + " would add up to more than "
                        + (rule.boundField() == null
                                ? bound
                                : "its " + Names.words(rule.boundField())),
                check,
                "23514",
                rule);
    }

    /** {@code Account.balance equals sum of Entry.amount}: nobody else may set it. */
    private void kept(SumRule rule) {
        String table = Names.snake(rule.entity());
        String owner = Names.snake(rule.per());
        String kept = bench.columnOf(rule.per(), String.valueOf(rule.boundField()));
        String function = Names.limit("add_" + table + "_to_" + owner + "_" + kept);
        String guard = Names.limit(owner + "_" + kept + "_is_kept");
        bench.byDefault(
                rule.per(), kept, "0", "kept by trigger " + function + ": “" + rule.text() + "”");
        String body =
                """
                CREATE FUNCTION %1$s() RETURNS trigger
                LANGUAGE plpgsql AS $$
                BEGIN
                  IF TG_OP = 'INSERT' AND NEW.%2$s = 0 THEN
                    RETURN NEW;
                  END IF;
                  IF TG_OP = 'UPDATE' AND (NEW.%2$s = OLD.%2$s OR pg_trigger_depth() > 1) THEN
                    RETURN NEW;
                  END IF;
                  RAISE EXCEPTION '%3$s.%2$s is the sum of its %4$s and is not set by hand'
                    USING ERRCODE = '23514', CONSTRAINT = '%1$s', TABLE = '%3$s';
                END $$\
                """
                        .formatted(
                                guard,
                                Names.sql(kept),
                                owner,
                                Names.plural(Names.words(rule.entity())));
        bench.constraint(
                owner,
                guard,
                "trigger",
                List.of(
                        adding(rule, function, kept),
                        Workbench.trigger(
                                function, "AFTER INSERT OR DELETE OR UPDATE", table, function),
                        body,
                        Workbench.trigger(
                                guard,
                                "BEFORE INSERT OR UPDATE OF " + Names.sql(kept),
                                owner,
                                guard)),
                List.of(
                        Workbench.dropTrigger(function, table),
                        Workbench.dropFunction(function),
                        Workbench.dropTrigger(guard, owner),
                        Workbench.dropFunction(guard)),
                "A trigger adds each "
                        + Names.words(rule.entity())
                        + " to its "
                        + Names.words(rule.per())
                        + " in the same transaction, under the row lock; another refuses every other change of the "
                        + Names.words(String.valueOf(rule.boundField()))
                        + ".",
                rule);
    }

    /** {@code sum of Entry.amount per Movement is 0}: compared when the transaction commits. */
    private void balanced(SumRule rule) {
        String table = Names.snake(rule.entity());
        String amount = Names.sql(bench.columnOf(rule.entity(), rule.field()));
        String key = Names.sql(SchemaStep.reference(rule.per()));
        String name =
                Names.limit(
                        table
                                + "_"
                                + Names.snake(rule.field())
                                + "_balances_per_"
                                + Names.snake(rule.per()));
        String condition =
                rule.when() == null
                        ? ""
                        : " AND " + bench.predicate("x.", rule.entity(), rule.when());
        String body =
                """
                CREATE FUNCTION %1$s() RETURNS trigger
                LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
                DECLARE touched uuid;
                BEGIN
                  FOREACH touched IN ARRAY ARRAY[
                    CASE WHEN TG_OP <> 'DELETE' THEN NEW.%2$s END,
                    CASE WHEN TG_OP <> 'INSERT' THEN OLD.%2$s END]
                  LOOP
                    IF (SELECT sum(x.%3$s) <> %4$s FROM %5$s AS x WHERE x.%2$s = touched%6$s) THEN
                      RAISE EXCEPTION '%5$s of one %7$s do not add up to %4$s'
                        USING ERRCODE = '23514', CONSTRAINT = '%1$s', TABLE = '%5$s';
                    END IF;
                  END LOOP;
                  RETURN NULL;
                END $$\
                """
                        .formatted(
                                name,
                                key,
                                amount,
                                plain(rule.bound()),
                                Names.sql(table),
                                condition,
                                Names.words(rule.per()));
        bench.constraint(
                table,
                name,
                "trigger",
                List.of(
                        body,
                        "CREATE CONSTRAINT TRIGGER "
                                + name
                                + "\n  AFTER INSERT OR UPDATE OR DELETE ON "
                                + Names.sql(table)
                                + "\n  DEFERRABLE INITIALLY DEFERRED\n  FOR EACH ROW EXECUTE FUNCTION "
                                + name
                                + "()"),
                List.of(Workbench.dropTrigger(name, table), Workbench.dropFunction(name)),
                "A constraint trigger compares at commit, when all rows of the transaction are there: one side alone cannot be committed, whoever wrote it and wherever the program died.",
                rule);
        bench.refuse(
                Names.plural(Names.slug(rule.entity())) + "-do-not-balance",
                422,
                Names.sentence(Names.plural(Names.words(rule.entity())) + " do not balance"),
                "the "
                        + Names.plural(Names.words(rule.entity()))
                        + " of the "
                        + Names.words(rule.per())
                        + " do not add up to "
                        + plain(rule.bound()),
                name,
                "23514",
                rule);
    }

    private static String plain(@org.jspecify.annotations.Nullable BigDecimal bound) {
        return bound == null ? "0" : bound.toPlainString();
    }
}

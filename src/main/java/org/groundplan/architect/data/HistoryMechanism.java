package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.Table;

/**
 * Append only: triggers refuse every change, also the owner's; where an auditor must be able to
 * prove it, each row carries a digest over itself and the one before it.
 */
final class HistoryMechanism {
    private final Workbench bench;

    HistoryMechanism(Workbench bench) {
        this.bench = bench;
    }

    void appendOnly(Rule.AppendOnly rule) {
        String table = Names.snake(rule.entity());
        String name = Names.limit(table + "_is_append_only");
        List<String> create = new ArrayList<>();
        create.add(
                """
                CREATE FUNCTION %1$s() RETURNS trigger
                LANGUAGE plpgsql AS $$
                BEGIN
                  RAISE EXCEPTION '%2$s is append only'
                    USING ERRCODE = '23514', CONSTRAINT = '%1$s', TABLE = '%2$s';
                END $$\
                """
                        .formatted(name, table));
        create.add(Workbench.trigger(name, "BEFORE UPDATE OR DELETE", table, name));
        List<String> drop =
                List.of(Workbench.dropTrigger(name, table), Workbench.dropFunction(name));
        bench.constraint(
                table,
                name,
                "trigger",
                create,
                drop,
                "A trigger refuses UPDATE and DELETE, the table's owner's too; the application's role is not granted either, nor TRUNCATE. An owner who takes the trigger away is "
                        + (rule.provable() ? "found out by the chain." : "not stopped."),
                rule);
        bench.refuse(
                Names.slug(rule.entity()) + "-is-append-only",
                409,
                Names.sentence(Names.plural(Names.words(rule.entity())) + " are never changed"),
                "somebody changes or deletes " + Names.article(Names.words(rule.entity())),
                name,
                "23514",
                rule);
        if (rule.provable()) {
            chain(rule);
        }
    }

    /** Whose rows form one chain: what keeps a total of them anyway, else the first parent. */
    private Optional<String> chained(String entity) {
        return bench.design().all(SumRule.class).stream()
                .filter(s -> s.entity().equals(entity) && s.keeps())
                .map(SumRule::per)
                .findFirst()
                .or(() ->
                        bench.design().entity(entity).parents().stream()
                                .filter(p -> !bench.design().entity(entity).maybe().contains(p))
                                .findFirst());
    }

    private void chain(Rule.AppendOnly rule) {
        Optional<String> owner = chained(rule.entity());
        if (owner.isEmpty()) {
            bench.notEnforced(
                    rule,
                    "asks for a proof, and "
                            + rule.entity()
                            + " belongs to nothing whose rows could form a chain.",
                    "Let it belong to an entity; the chain runs per row of that.");
            return;
        }
        String table = Names.snake(rule.entity());
        String per = Names.snake(owner.get());
        String key = SchemaStep.reference(owner.get());
        Table before = bench.design().tableOf(rule.entity());
        List<String> content = new ArrayList<>();
        for (Table.Column c : before.columns()) {
            if (c.generated() == null) {
                content.add(written(c));
            }
        }
        String number = Names.limit(table + "_count_chained");
        String head = Names.limit(table + "_chain_head");
        bench.column(
                rule.entity(),
                "chain_number",
                FieldType.INTEGER,
                "bigint",
                false,
                "0",
                "position in the chain of its " + Names.words(owner.get()) + ", from 1");
        bench.column(
                rule.entity(),
                "chain_digest",
                FieldType.BINARY,
                "bytea",
                false,
                "''",
                "SHA-256 over the digest before it and this row");
        bench.column(
                owner.get(),
                number,
                FieldType.INTEGER,
                "bigint",
                false,
                "0",
                "length of its chain of " + Names.plural(Names.words(rule.entity())));
        bench.column(
                owner.get(),
                head,
                FieldType.BINARY,
                "bytea",
                false,
                "''",
                "last digest of that chain");
        String name = Names.limit(table + "_chain");
        String body =
                """
                CREATE FUNCTION %1$s() RETURNS trigger
                LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
                DECLARE before bytea; position bigint;
                BEGIN
                  SELECT %2$s, %3$s INTO before, position FROM %4$s WHERE id = NEW.%5$s FOR NO KEY UPDATE;
                  NEW.chain_number := position + 1;
                  NEW.chain_digest := sha256(before || convert_to(jsonb_build_array(NEW.chain_number,
                    %6$s)::text, 'UTF8'));
                  UPDATE %4$s SET %3$s = NEW.chain_number, %2$s = NEW.chain_digest WHERE id = NEW.%5$s;
                  RETURN NEW;
                END $$\
                """
                        .formatted(
                                name,
                                head,
                                number,
                                Names.sql(per),
                                Names.sql(key),
                                String.join(",\n    ", content));
        bench.constraint(
                table,
                name,
                "trigger",
                List.of(
                        body,
                        Workbench.trigger(name, "BEFORE INSERT", table, name),
                        verify(rule, owner.get(), content, number, head)),
                List.of(
                        "DROP VIEW " + rule.proof(),
                        Workbench.dropTrigger(name, table),
                        Workbench.dropFunction(name)),
                "Each "
                        + Names.words(rule.entity())
                        + " is chained to the one before it of the same "
                        + Names.words(owner.get())
                        + ", under a row lock the writer holds anyway; the view "
                        + rule.proof()
                        + " is empty unless a row was changed, taken out or put in. Whoever can rewrite the whole chain escapes it: hand its head to the auditor as often as that matters.",
                rule);
    }

    /**
     * A column as it goes into the digest: the same whatever the session's time zone, date style or
     * output of bytes. An array of JSON keeps the values apart, which a separator would not.
     */
    private static String written(Table.Column column) {
        String name = "NEW." + Names.sql(column.name());
        return switch (column.type()) {
            case INSTANT, DURATION -> "extract(epoch FROM " + name + ")";
            case DATE -> "to_char(" + name + ", 'YYYY-MM-DD')";
            case BINARY -> "encode(" + name + ", 'hex')";
            case POINT, POLYGON -> name + "::text";
            default -> name;
        };
    }

    /** Rows at which the chain does not add up. */
    private static String verify(
            Rule.AppendOnly rule, String owner, List<String> content, String number, String head) {
        String table = Names.snake(rule.entity());
        String key = Names.sql(SchemaStep.reference(owner));
        String row = String.join(", ", content).replace("NEW.", "e.");
        return """
        CREATE VIEW %1$s WITH (security_invoker = true) AS
        WITH chained AS (
            SELECT e.*, lag(e.chain_digest, 1, ''::bytea) OVER w AS before,
                   row_number() OVER w AS position
            FROM %2$s AS e
            WINDOW w AS (PARTITION BY e.%3$s ORDER BY e.chain_number))
        SELECT e.%3$s, e.id
        FROM chained AS e
        WHERE e.chain_number <> e.position
           OR e.chain_digest <> sha256(e.before || convert_to(jsonb_build_array(e.chain_number,
            %4$s)::text, 'UTF8'))
        UNION ALL
        SELECT p.id, NULL::uuid
        FROM %5$s AS p
        WHERE p.%6$s <> (SELECT count(*) FROM %2$s AS e WHERE e.%3$s = p.id)
           OR (p.%6$s > 0 AND NOT EXISTS (
               SELECT 1 FROM %2$s AS e WHERE e.%3$s = p.id AND e.chain_digest = p.%7$s))\
        """
                .formatted(
                        rule.proof(),
                        Names.sql(table),
                        key,
                        row,
                        Names.sql(Names.snake(owner)),
                        number,
                        head);
    }
}

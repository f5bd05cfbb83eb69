package org.groundplan.trial.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Refusal;
import org.groundplan.model.Statement;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;

/**
 * The statements of one operation as they stand in the published files.
 *
 * @param first what the transaction says about itself before it touches a table: for which tenant,
 *     in which role
 * @param byConstraint refusal id by the name of the constraint that raises it
 */
public record Script(
        String name, List<NamedSql> first, List<Line> lines, Map<String, String> byConstraint) {
    public Script {
        first = List.copyOf(first);
        lines = List.copyOf(lines);
        byConstraint = Map.copyOf(byConstraint);
    }

    /** What a line does; CHECK stands only in unguarded mutants. */
    public enum Kind {
        LOCK,
        READ,
        WRITE,
        DIAGNOSE,
        EACH,
        AGAIN,
        OTHERWISE,
        CHECK;

        /** Whether it runs only when something was refused, or failed. */
        public boolean aside() {
            return this == DIAGNOSE || this == AGAIN || this == OTHERWISE;
        }
    }

    /**
     * @param statement id of the statement, empty in mutants
     */
    public record Line(
            Kind kind, NamedSql sql, List<String> refusals, boolean mayBeEmpty, String statement) {
        public Line {
            refusals = List.copyOf(refusals);
        }
    }

    public static Script of(Design design, Artefacts artefacts, Transaction transaction) {
        List<Line> lines = new ArrayList<>();
        List<NamedSql> first = new ArrayList<>();
        Tenancy.of(design)
                .filter(t -> t.across(design.useCase(transaction.useCase())))
                .filter(t -> !t.lookers().isEmpty())
                .ifPresent(t -> first.add(NamedSql.parse("SET LOCAL ROLE " + Names.sql(t.jobs()))));
        for (Transaction.Step step : transaction.steps()) {
            Statement statement = design.get(Statement.class, step.statement());
            String file = artefacts.text("db/main/statements/" + statement.file());
            if (step.role() == Transaction.Role.TENANT) {
                first.add(NamedSql.parse(file));
                continue;
            }
            lines.add(
                    new Line(
                            Kind.valueOf(step.role().name()),
                            NamedSql.parse(file),
                            step.refusals(),
                            step.mayBeEmpty(),
                            statement.id()));
        }
        return new Script(
                transaction.useCase().substring("use-case:".length()),
                first,
                lines,
                constraints(design));
    }

    public static Map<String, String> constraints(Design design) {
        Map<String, String> result = new TreeMap<>();
        for (Refusal refusal : design.all(Refusal.class)) {
            if (!refusal.constraint().isEmpty()) {
                result.put(refusal.constraint(), refusal.id());
            }
        }
        return result;
    }

    /** The same after one more statement. */
    public Script first(NamedSql sql) {
        List<NamedSql> all = new ArrayList<>(first);
        all.add(sql);
        return new Script(name, all, lines, byConstraint);
    }

    public Script withLines(List<Line> other) {
        return new Script(name, first, other, byConstraint);
    }
}

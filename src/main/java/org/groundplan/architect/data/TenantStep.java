package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Element;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.SqlMap;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * Each transaction says first of all for which tenant it is, and each new row names its tenant; no
 * other statement knows that there are tenants.
 *
 * <pre>
 * INSERT INTO message (id, ticket_id, …)    becomes   INSERT INTO message (id, ticket_id, …, company_id)
 * VALUES (:id, :ticket_id, …)                         VALUES (:id, :ticket_id, …, :caller_company_id)
 * </pre>
 */
final class TenantStep {
    private final Design design;
    private final Tenancy tenancy;
    private final List<Element> changed = new ArrayList<>();

    private TenantStep(Design design, Tenancy tenancy) {
        this.design = design;
        this.tenancy = tenancy;
    }

    static Design apply(Design design) {
        Optional<Tenancy> tenancy = Tenancy.of(design);
        if (tenancy.isEmpty()) {
            return design;
        }
        TenantStep step = new TenantStep(design, tenancy.get());
        design.all(Statement.class).forEach(step::statement);
        design.all(Transaction.class).forEach(step::transaction);
        return design.with(step.changed);
    }

    private void statement(Statement statement) {
        if (statement.sql() instanceof Sql.Select s && asksFirst(s) && kept(statement)) {
            called(
                    statement,
                    s,
                    " In a function of the owner that names the "
                            + Names.words(tenancy.tenant())
                            + " itself: such a comparison is not leak-proof, and under row-level security it would come last, row by row.",
                    null);
            return;
        }
        if (statement.sql() instanceof Sql.Called c && kept(statement)) {
            called(statement, c.body(), "", c.record() == null ? null : named(c.record()));
            return;
        }
        if (!statement.useCase().isEmpty() && !kept(statement)) {
            Sql joined = SqlMap.predicates(statement.sql(), this::joined);
            if (!joined.equals(statement.sql())) {
                changed.add(with(statement, joined, statement.purpose()));
                return;
            }
        }
        if (!(statement.sql() instanceof Sql.Insert insert)
                || !tenancy.coversTable(insert.table())
                || insert.table().equals(tenancy.table())) {
            return;
        }
        String column = tenancy.column();
        if (insert.values().stream().anyMatch(a -> a.column().equals(column))) {
            return;
        }
        List<Sql.Assignment> values = new ArrayList<>(insert.values());
        values.add(
                new Sql.Assignment(
                        column,
                        tenancy.across(design.useCase(statement.useCase()))
                                ? copied(insert)
                                : tenancy.caller()));
        Sql with =
                new Sql.Insert(
                        insert.table(),
                        values,
                        insert.from(),
                        insert.where(),
                        insert.ignoreDuplicates(),
                        insert.returning(),
                        insert.rows());
        changed.add(with(statement, with, statement.purpose()));
    }

    /** Work across tenants joins by the tenant too, so that it finds the same indexes. */
    private Sql.Predicate joined(Sql.Predicate predicate) {
        if (!(predicate instanceof Sql.Predicate.Compare c)
                || c.op() != Sql.Predicate.Op.EQUAL
                || !(c.left() instanceof Scalar.Column left)
                || !(c.right() instanceof Scalar.Column right)) {
            return predicate;
        }
        boolean refers = refers(left, right) || refers(right, left);
        return refers
                ? new Sql.Predicate.All(List.of(tenantEqual(left, right), predicate))
                : predicate;
    }

    private boolean refers(Scalar.Column child, Scalar.Column parent) {
        return parent.name().equals("id")
                && design.find(Table.class, Table.id(child.table())).stream()
                        .flatMap(t -> t.foreignKeys().stream())
                        .anyMatch(k ->
                                k.shared() != null
                                        && k.column().equals(child.name())
                                        && k.references().equals(parent.table()));
    }

    private Sql.Predicate tenantEqual(Scalar.Column left, Scalar.Column right) {
        return Paths.equal(
                new Scalar.Column(left.alias(), left.table(), tenancy.column()),
                new Scalar.Column(right.alias(), right.table(), tenancy.column()));
    }

    private static Statement with(Statement statement, Sql sql, String purpose) {
        return new Statement(
                statement.id(),
                statement.useCase(),
                statement.file(),
                purpose,
                sql,
                statement.origin());
    }

    private Sql.Insert named(Sql.Insert record) {
        List<Sql.Assignment> values = new ArrayList<>(record.values());
        values.add(new Sql.Assignment(tenancy.column(), tenancy.caller()));
        return new Sql.Insert(
                record.table(), values, record.from(), record.where(), false, List.of());
    }

    private boolean kept(Statement statement) {
        return !statement.useCase().isEmpty()
                && !tenancy.across(design.useCase(statement.useCase()));
    }

    /**
     * Whether it looks by words or by place: neither is leak-proof, so under row-level security the
     * planner would read every row of the tenant and only then compare.
     */
    private boolean asksFirst(Sql.Select s) {
        Sql.Source from = s.from();
        return from != null
                && tenancy.coversTable(from.table())
                && s.where().stream()
                        .anyMatch(p ->
                                p instanceof Sql.Predicate.Matches
                                        || p instanceof Sql.Predicate.Near);
    }

    private void called(
            Statement statement, Sql.Select s, String why, Sql.@Nullable Insert record) {
        List<Sql.Predicate> where = new ArrayList<>();
        Sql.Source from = java.util.Objects.requireNonNull(s.from());
        where.add(
                Paths.equal(
                        new Scalar.Column(
                                from.alias(), from.table(), tenancy.columnOf(from.table())),
                        new Scalar.Call(tenancy.function(), List.of())));
        where.addAll(s.where());
        Sql.Select body =
                new Sql.Select(
                        s.outputs(),
                        from,
                        s.joins(),
                        where,
                        s.groupBy(),
                        s.orderBy(),
                        s.limit(),
                        null);
        changed.add(
                with(
                        statement,
                        new Sql.Called(
                                Names.limit(
                                        Names.snake(design.useCase(statement.useCase()).slug())),
                                body,
                                ReadLog.types(design, s),
                                record),
                        statement.purpose() + why));
    }

    /** The tenant of what the new row refers to. */
    private Scalar copied(Sql.Insert insert) {
        for (Table.ForeignKey key :
                design.get(Table.class, Table.id(insert.table())).foreignKeys()) {
            Optional<Scalar> value =
                    insert.values().stream()
                            .filter(a -> a.column().equals(key.column()))
                            .map(Sql.Assignment::value)
                            .findFirst();
            if (key.shared() != null && value.isPresent()) {
                String parent = key.references();
                return new Scalar.One(
                        new Sql.Select(
                                List.of(
                                        new Sql.Output(
                                                tenancy.column(),
                                                new Scalar.Column(
                                                        parent, parent, tenancy.column()))),
                                new Sql.Source(parent, parent),
                                List.of(),
                                List.of(
                                        Paths.equal(
                                                new Scalar.Column(parent, parent, "id"),
                                                value.get())),
                                List.of(),
                                List.of(),
                                null,
                                null));
            }
        }
        return tenancy.caller();
    }

    private void transaction(Transaction transaction) {
        UseCase useCase = design.useCase(transaction.useCase());
        if (tenancy.across(useCase) || transaction.steps().stream().noneMatch(this::touches)) {
            return;
        }
        boolean founds =
                Effects.main(design, useCase)
                        .filter(Effects::makes)
                        .map(Effect::entity)
                        .filter(tenancy.tenant()::equals)
                        .isPresent();
        Statement first = first(founds);
        changed.add(first);
        List<Transaction.Step> steps = new ArrayList<>();
        steps.add(new Transaction.Step(first.id(), Transaction.Role.TENANT, List.of(), true));
        steps.addAll(transaction.steps());
        changed.add(
                new Transaction(
                        transaction.id(), transaction.useCase(), steps, transaction.origin()));
    }

    private boolean touches(Transaction.Step step) {
        Sql sql = design.get(Statement.class, step.statement()).sql();
        return SqlWalk.touched(sql).stream().anyMatch(tenancy::coversTable);
    }

    private Statement first(boolean founds) {
        Scalar whose =
                founds ? new Scalar.Param("id", FieldType.UUID, "$new.id") : tenancy.caller();
        String purpose =
                "First in each transaction: the "
                        + Names.words(tenancy.tenant())
                        + (founds ? " that is being made" : " of the caller")
                        + ", until the commit and no longer, so that a pooled connection forgets it.";
        return new Statement(
                founds ? Tenancy.STATEMENT_NEW : Tenancy.STATEMENT,
                "",
                founds ? "tenant-new.sql" : "tenant.sql",
                purpose,
                new Sql.Select(
                        List.of(
                                new Sql.Output(
                                        tenancy.column(),
                                        new Scalar.Call(
                                                "set_config",
                                                List.of(
                                                        Paths.word(tenancy.setting()),
                                                        new Scalar.Cast(whose, FieldType.TEXT),
                                                        new Scalar.Literal("true"))))),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null),
                Origin.derived("tenants", purpose, List.of(tenancy.rule().id())));
    }
}

package org.groundplan.model;

import java.util.List;
import java.util.function.UnaryOperator;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;

/** Replaces conditions of a statement tree, wherever they stand; innermost first. */
public final class SqlMap {
    private final UnaryOperator<Predicate> change;

    private SqlMap(UnaryOperator<Predicate> change) {
        this.change = change;
    }

    public static Sql predicates(Sql sql, UnaryOperator<Predicate> change) {
        return new SqlMap(change).sql(sql);
    }

    private Sql sql(Sql sql) {
        return switch (sql) {
            case Sql.Select s -> select(s);
            case Sql.Insert i ->
                    new Sql.Insert(
                            i.table(),
                            i.values().stream().map(this::assignment).toList(),
                            i.from(),
                            all(i.where()),
                            i.ignoreDuplicates(),
                            i.returning(),
                            i.rows());
            case Sql.Update u ->
                    new Sql.Update(
                            u.table(),
                            u.set().stream().map(this::assignment).toList(),
                            u.from(),
                            all(u.where()));
            case Sql.Delete d -> new Sql.Delete(d.table(), all(d.where()));
            case Sql.Called c ->
                    new Sql.Called(c.function(), select(c.body()), c.types(), c.record());
            case Sql.Opaque o -> o;
        };
    }

    private Sql.Select select(Sql.Select s) {
        return new Sql.Select(
                s.outputs().stream().map(o -> new Sql.Output(o.name(), scalar(o.value()))).toList(),
                s.from(),
                s.joins().stream()
                        .map(j -> new Sql.Join(j.source(), all(j.on()), j.outer()))
                        .toList(),
                all(s.where()),
                s.groupBy(),
                s.orderBy(),
                s.limit(),
                s.lock());
    }

    private Sql.Assignment assignment(Sql.Assignment a) {
        return new Sql.Assignment(a.column(), scalar(a.value()));
    }

    private List<Predicate> all(List<Predicate> predicates) {
        return predicates.stream().map(this::predicate).toList();
    }

    private Predicate predicate(Predicate p) {
        return change.apply(
                switch (p) {
                    case Predicate.Compare c ->
                            new Predicate.Compare(scalar(c.left()), c.op(), scalar(c.right()));
                    case Predicate.Not n -> new Predicate.Not(predicate(n.predicate()));
                    case Predicate.All a -> new Predicate.All(all(a.predicates()));
                    case Predicate.Exists e -> new Predicate.Exists(select(e.select()));
                    case Predicate.Within w ->
                            new Predicate.Within(scalar(w.value()), select(w.select()));
                    case Predicate.Guard g ->
                            new Predicate.Guard(g.rule(), g.refusal(), predicate(g.predicate()));
                    case Predicate.In _,
                            Predicate.IsNull _,
                            Predicate.Near _,
                            Predicate.Matches _,
                            Predicate.After _ ->
                            p;
                });
    }

    private Scalar scalar(Scalar s) {
        return switch (s) {
            case Scalar.One one -> new Scalar.One(select(one.select()));
            case Scalar.Truth t -> new Scalar.Truth(predicate(t.predicate()));
            case Scalar.Binary b ->
                    new Scalar.Binary(scalar(b.left()), b.operator(), scalar(b.right()));
            case Scalar.Minus m -> new Scalar.Minus(scalar(m.value()));
            case Scalar.Cast c -> new Scalar.Cast(scalar(c.value()), c.type());
            case Scalar.Call c ->
                    new Scalar.Call(c.name(), c.arguments().stream().map(this::scalar).toList());
            case Scalar.Column _, Scalar.Param _, Scalar.Literal _ -> s;
        };
    }
}

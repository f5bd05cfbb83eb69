package org.groundplan.architect.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * Whether a use case is of any use after some others: its rows can be there, in the state it needs,
 * and given to whoever asks.
 *
 * @param makers ids of the use cases that make an entity
 * @param movers use cases that move an entity's state
 */
record Readiness(
        Design design, Map<String, Set<String>> makers, Map<String, List<UseCase>> movers) {

    /**
     * What it changes, lists, refers to or asks for must have been made by an earlier slice, if any
     * use case makes it.
     */
    boolean ready(UseCase useCase, Set<String> done) {
        List<String> own = SliceStep.makes(useCase);
        boolean allowed =
                design.all(Rule.OnlyWhen.class).stream()
                        .filter(r -> r.useCase().equals(useCase.name()) && !r.negated())
                        .map(Rule.OnlyWhen::entity)
                        .filter(e -> !own.contains(e) && !done.contains(e))
                        .noneMatch(makers::containsKey);
        allowed &=
                design.all(Rule.OnlyWhen.class).stream()
                        .filter(r -> r.useCase().equals(useCase.name()) && !r.negated())
                        .allMatch(r -> reached(r, done));
        boolean rooted =
                own.stream()
                        .map(design::entity)
                        .flatMap(e -> e.parents().stream().filter(p -> !e.maybe().contains(p)))
                        .filter(e -> !own.contains(e) && !done.contains(e))
                        .noneMatch(makers::containsKey);
        boolean read =
                useCase.kindOrThrow() == UseCase.Kind.SEARCH
                        || useCase.reads().stream()
                                .filter(e -> !own.contains(e) && !done.contains(e))
                                .noneMatch(makers::containsKey);
        return allowed
                && read
                && told(useCase, done)
                && rooted
                && visible(useCase, done)
                && given(useCase, done)
                && begun(useCase, done)
                && filled(useCase, done)
                && useCase.effects().stream()
                        .filter(e -> !(e instanceof Effect.Call))
                        .filter(e -> !(e instanceof Effect.Transition t && !t.sameAs().isEmpty()))
                        .filter(e ->
                                !(e instanceof Effect.Read)
                                        || useCase.kindOrThrow() != UseCase.Kind.SEARCH
                                        || e.entity().equals(useCase.reads().getFirst()))
                        .map(Effect::entity)
                        .filter(e -> !own.contains(e) && !done.contains(e))
                        .noneMatch(makers::containsKey);
    }

    /**
     * Each row it moves can be where it moves it from: there at the start, or brought there before.
     */
    boolean begun(UseCase useCase, Set<String> done) {
        for (Effect effect : useCase.effects()) {
            if (effect instanceof Effect.Transition t && t.sameAs().isEmpty()) {
                List<UseCase> before =
                        movers.getOrDefault(t.entity(), List.of()).stream()
                                .filter(u ->
                                        !u.equals(useCase)
                                                && u.effects().stream()
                                                        .anyMatch(e ->
                                                                e instanceof Effect.Transition o
                                                                        && o.entity()
                                                                                .equals(t.entity())
                                                                        && t.from()
                                                                                .contains(o.to())))
                                .toList();
                boolean there =
                        t.from().stream()
                                .anyMatch(s -> begins(t.entity(), new Condition(t.field(), s)));
                if (!there
                        && !before.isEmpty()
                        && before.stream().map(UseCase::id).noneMatch(done::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Nothing can be taken from what may not fall below nothing before somebody else has put
     * something in.
     */
    private boolean filled(UseCase useCase, Set<String> done) {
        for (Effect effect : useCase.effects()) {
            if (effect instanceof Effect.Append a && a.posts() && bound(a.between(), useCase)) {
                List<UseCase> fills =
                        design.all(UseCase.class).stream()
                                .filter(u ->
                                        !bound(a.between(), u)
                                                && u.effects().stream()
                                                        .anyMatch(e ->
                                                                e instanceof Effect.Append o
                                                                        && o.posts()
                                                                        && o.between()
                                                                                .equals(
                                                                                        a
                                                                                                .between())))
                                .toList();
                if (!fills.isEmpty() && fills.stream().map(UseCase::id).noneMatch(done::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether the caller's own rows of an entity may not fall below a bound: kind = worker, and a
     * worker calls.
     */
    private boolean bound(String entity, UseCase useCase) {
        String caller = Names.slug(String.valueOf(useCase.actor()));
        return design.all(Rule.NeverBelow.class).stream()
                .filter(r -> r.entity().equals(entity))
                .map(Rule.NeverBelow::when)
                .filter(java.util.Objects::nonNull)
                .flatMap(w -> w.values().stream())
                .anyMatch(v -> Names.slug(v).equals(caller));
    }

    /**
     * The state that a guard asks for is where rows begin, or an earlier slice brings them there.
     */
    private boolean reached(Rule.OnlyWhen rule, Set<String> done) {
        Condition when = rule.when();
        return when == null
                || begins(rule.entity(), when)
                || movers.getOrDefault(rule.entity(), List.of()).stream()
                        .filter(u -> moves(u, rule.entity(), when))
                        .map(UseCase::id)
                        .allMatch(done::contains);
    }

    private static boolean moves(UseCase useCase, String entity, Condition when) {
        return useCase.effects().stream()
                .anyMatch(e ->
                        e instanceof Effect.Transition t
                                && t.entity().equals(entity)
                                && when.values().contains(t.to()));
    }

    private boolean begins(String entity, Condition when) {
        return design.all(Rule.Transitions.class).stream()
                .filter(t -> t.entity().equals(entity))
                .map(t ->
                        t.initial(
                                design.entity(entity)
                                        .field(t.field())
                                        .map(Field::values)
                                        .orElse(List.of())))
                .anyMatch(when.values()::contains);
    }

    /**
     * What decides for it was set once: limits, rules and targets that nobody makes and somebody
     * sets.
     */
    private boolean told(UseCase useCase, Set<String> done) {
        if (useCase.effects().stream().noneMatch(Effect::writes)) {
            return true;
        }
        return useCase.reads().stream()
                .filter(e -> !makers.containsKey(e))
                .allMatch(e -> {
                    List<String> setters =
                            design.all(UseCase.class).stream()
                                    .filter(u -> !u.equals(useCase))
                                    .filter(u ->
                                            u.effects().stream()
                                                    .anyMatch(x ->
                                                            x instanceof Effect.Update
                                                                    && x.entity().equals(e)))
                                    .map(UseCase::id)
                                    .toList();
                    return setters.isEmpty() || setters.stream().anyMatch(done::contains);
                });
    }

    /** What it shows joins rows of several tables: there are some in each. */
    private boolean visible(UseCase useCase, Set<String> done) {
        if (useCase.kindOrThrow() != UseCase.Kind.LIST
                && useCase.kindOrThrow() != UseCase.Kind.READ) {
            return true;
        }
        Set<String> tables =
                design.find(Transaction.class, "transaction:" + useCase.slug()).stream()
                        .flatMap(t -> t.steps().stream())
                        .map(t -> design.get(Statement.class, t.statement()))
                        .flatMap(t -> SqlWalk.tables(t.sql()).stream())
                        .collect(Collectors.toSet());
        boolean moved =
                useCase.reads().stream()
                        .filter(this::posted)
                        .allMatch(e ->
                                design.all(UseCase.class).stream()
                                        .filter(u -> done.contains(u.id()))
                                        .flatMap(u -> u.effects().stream())
                                        .anyMatch(Effect.Append.class::isInstance));
        return moved
                && makers.keySet().stream()
                        .filter(e -> tables.contains(Names.snake(e)))
                        .allMatch(done::contains);
    }

    /** Whose list of their own rows it is, they were given some: somebody else assigns them. */
    private boolean given(UseCase useCase, Set<String> done) {
        String actor = useCase.actor();
        if (!useCase.mine() || actor == null || useCase.reads().isEmpty()) {
            return true;
        }
        String entity = useCase.reads().getFirst();
        if (design.find(Entity.class, Entity.id(entity))
                .filter(e -> e.maybe().contains(actor))
                .isEmpty()) {
            return true;
        }
        List<String> assign =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e ->
                                                e instanceof Effect.Update x
                                                        && x.entity().equals(entity)
                                                        && x.fields().stream()
                                                                .anyMatch(f ->
                                                                        Names.slug(f)
                                                                                .equals(
                                                                                        Names.slug(
                                                                                                actor)))))
                        .map(UseCase::id)
                        .toList();
        return assign.isEmpty() || assign.stream().anyMatch(done::contains);
    }

    /** Whether something is booked between rows of it. */
    boolean posted(String entity) {
        return design.all(UseCase.class).stream()
                .flatMap(u -> u.effects().stream())
                .anyMatch(e ->
                        e instanceof Effect.Append a && a.posts() && a.between().equals(entity));
    }
}

package org.groundplan.architect.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groundplan.model.Condition;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Slice;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * Slices in an order in which each can be used: what makes a row before what moves it, the busiest
 * first, the clock and the reports last.
 */
public final class SliceStep {
    private final Design design;

    /** Ids of the use cases that make an entity. */
    private final Map<String, Set<String>> makers = new HashMap<>();

    /** Use cases that move an entity's state. */
    private final Map<String, List<UseCase>> movers = new HashMap<>();

    private SliceStep(Design design) {
        this.design = design;
        for (UseCase useCase : design.all(UseCase.class)) {
            for (String entity : makes(useCase)) {
                makers.computeIfAbsent(entity, _ -> new TreeSet<>()).add(useCase.id());
            }
            for (Effect effect : useCase.effects()) {
                if (effect instanceof Effect.Transition t && t.sameAs().isEmpty()) {
                    movers.computeIfAbsent(t.entity(), _ -> new ArrayList<>()).add(useCase);
                }
            }
        }
    }

    public static Design apply(Design design) {
        SliceStep step = new SliceStep(design);
        List<UseCase> waiting = new ArrayList<>(design.all(UseCase.class));
        waiting.sort(
                Comparator.comparingInt(step::rank)
                        .thenComparing(Comparator.comparing(step::rate).reversed())
                        .thenComparing(UseCase::id));
        List<Element> added = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        Set<String> tables = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        while (!waiting.isEmpty()) {
            UseCase first =
                    waiting.stream()
                            .filter(u -> step.ready(u, done))
                            .findFirst()
                            .orElse(waiting.getFirst());
            List<UseCase> together = new ArrayList<>(List.of(first));
            waiting.remove(first);
            step.closing(first, waiting, done)
                    .ifPresent(u -> {
                        together.add(u);
                        waiting.remove(u);
                    });
            List<UseCase> with = step.following(together, waiting);
            together.addAll(with);
            waiting.removeAll(with);
            together.forEach(u -> {
                done.addAll(makes(u));
                done.add(u.id());
            });
            added.add(step.slice(added.size() + 1, together, tables, rules));
        }
        return design.with(added);
    }

    private int rank(UseCase useCase) {
        return switch (useCase.kindOrThrow()) {
            case SEARCH, READ -> 0;
            case CREATE, COMMAND, STREAM -> 1;
            // What nobody makes here can be shown, and is of little use, before anything is done
            // with it.
            case LIST -> useCase.reads().stream().anyMatch(makers::containsKey) ? 1 : 2;
            case UPDATE, DELETE -> 2;
            case NOTIFY, INTEGRATE -> 3;
            case REPORT, EXPORT -> 4;
        };
    }

    private java.math.BigDecimal rate(UseCase useCase) {
        return design.findQuantity("quantity:" + useCase.slug() + ".rate-peak")
                .map(Quantity::value)
                .orElse(java.math.BigDecimal.ZERO);
    }

    private static List<String> makes(UseCase useCase) {
        return useCase.effects().stream()
                .filter(e -> e instanceof Effect.Insert)
                .map(Effect::entity)
                .toList();
    }

    /**
     * What it changes, lists, refers to or asks for must have been made by an earlier slice, if any
     * use case makes it.
     */
    private boolean ready(UseCase useCase, Set<String> done) {
        List<String> own = makes(useCase);
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
        return allowed
                && rooted
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

    /** What lives on a message of these, or is what the clock does to what they make. */
    private List<UseCase> following(List<UseCase> together, List<UseCase> waiting) {
        Set<String> told =
                together.stream()
                        .flatMap(u -> u.effects().stream())
                        .filter(Effect.Emit.class::isInstance)
                        .map(Effect::entity)
                        .collect(Collectors.toSet());
        Set<String> made =
                together.stream().flatMap(u -> makes(u).stream()).collect(Collectors.toSet());
        return waiting.stream()
                .filter(u ->
                        u.followsOn() && told.contains(u.slug())
                                || u.origin().step().equals("clock")
                                        && u.effects().stream()
                                                .anyMatch(e -> made.contains(e.entity())))
                .toList();
    }

    /**
     * Each row it moves can be where it moves it from: there at the start, or brought there before.
     */
    private boolean begun(UseCase useCase, Set<String> done) {
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

    /** A use case that ends what this one begins: neither is of use without the other. */
    private Optional<UseCase> closing(UseCase first, List<UseCase> waiting, Set<String> done) {
        Set<UseCase> ends =
                makes(first).stream()
                        .flatMap(e -> movers.getOrDefault(e, List.of()).stream())
                        .collect(Collectors.toSet());
        return waiting.stream().filter(ends::contains).filter(u -> begun(u, done)).findFirst();
    }

    private Element slice(
            int order, List<UseCase> useCases, Set<String> tables, Set<String> rules) {
        Set<String> mine = new TreeSet<>();
        Set<String> enforced = new TreeSet<>();
        for (UseCase useCase : useCases) {
            design.find(Transaction.class, "transaction:" + useCase.slug())
                    .ifPresent(t ->
                            t.steps()
                                    .forEach(s -> {
                                        Statement statement =
                                                design.get(Statement.class, s.statement());
                                        mine.addAll(SqlWalk.tables(statement.sql()));
                                        enforced.addAll(SqlWalk.guards(statement.sql()));
                                        if (statement.sql()
                                                instanceof org.groundplan.model.Sql.Insert i) {
                                            mine.add(i.table());
                                        }
                                    }));
        }
        // A table cannot be made before those it refers to.
        for (int before = -1; before != mine.size(); ) {
            before = mine.size();
            for (String table : List.copyOf(mine)) {
                design.find(org.groundplan.model.Table.class, org.groundplan.model.Table.id(table))
                        .ifPresent(t -> t.foreignKeys().forEach(k -> mine.add(k.references())));
            }
        }
        mine.removeAll(tables);
        tables.addAll(mine);
        for (Rule rule : design.all(Rule.class)) {
            if (mine.contains(Names.snake(rule.subject()))) {
                enforced.add(rule.id());
            }
        }
        enforced.removeAll(rules);
        enforced.remove("");
        rules.addAll(enforced);
        List<String> names = useCases.stream().map(UseCase::name).toList();
        return new Slice(
                "slice:"
                        + String.format(java.util.Locale.ROOT, "%02d", order)
                        + "-"
                        + useCases.getFirst().slug(),
                order,
                Names.list(names),
                useCases.stream().map(UseCase::id).toList(),
                useCases.stream()
                        .map(u -> "operation:" + u.slug())
                        .filter(o -> design.find(o).isPresent())
                        .toList(),
                List.copyOf(mine),
                List.copyOf(enforced),
                useCases.stream().map(u -> "tests/" + u.slug() + ".feature").toList(),
                usable(useCases),
                Origin.derived(
                        "slices",
                        order == 1
                                ? "First, because it needs no other slice and is the busiest."
                                : "Everything it needs is there after the slices before it.",
                        useCases.stream().map(UseCase::id).toList()));
    }

    /**
     * Who can do what, the same actor said once; what the clock and the relays do of themselves is
     * said only where there is nothing else.
     */
    private static String usable(List<UseCase> together) {
        List<UseCase> asked = together.stream().filter(u -> u.schedule() == null).toList();
        List<UseCase> useCases = asked.isEmpty() ? together : asked;
        List<String> said = new ArrayList<>();
        String before = "";
        for (UseCase useCase : useCases) {
            String actor =
                    useCase.actor() == null
                            ? "the system"
                            : Names.article(Names.words(useCase.actor()));
            String does = useCase.name().replaceAll("\\bmy\\b", "their");
            said.add(
                    (actor.equals(before) ? "" : actor + " can ")
                            + does
                            + (useCase.schedule() == null ? "" : " " + useCase.schedule()));
            before = actor;
        }
        return String.join(" and ", said);
    }
}

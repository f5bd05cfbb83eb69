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
import java.util.stream.Stream;
import org.groundplan.model.Actor;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Journey;
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

    private final Readiness readiness;

    /** Ids of what people come for, and of what has to be there before it. */
    private final Set<String> toward;

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
        this.readiness = new Readiness(design, makers, movers);
        this.toward = needed();
    }

    public static Design apply(Design design) {
        SliceStep step = new SliceStep(design);
        List<UseCase> waiting = new ArrayList<>(design.all(UseCase.class));
        waiting.sort(
                Comparator.comparingInt(step::rank)
                        .thenComparing(u -> !step.toward.contains(u.id()))
                        .thenComparing(Comparator.comparing(step::rate).reversed())
                        .thenComparing(UseCase::id));
        List<Element> added = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        Set<String> tables = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        while (!waiting.isEmpty()) {
            UseCase first =
                    waiting.stream()
                            .filter(u -> step.readiness.ready(u, done))
                            .findFirst()
                            .orElse(waiting.getFirst());
            List<UseCase> together = new ArrayList<>(List.of(first));
            waiting.remove(first);
            step.closing(first, waiting, done)
                    .or(() -> step.back(first, waiting))
                    .ifPresent(u -> {
                        together.add(u);
                        waiting.remove(u);
                    });
            step.shown(together, waiting, done)
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

    /** What happens so many times less often than the busiest is not what people come for. */
    private static final java.math.BigDecimal SELDOM = java.math.BigDecimal.valueOf(1000);

    /**
     * What has to be there before what people come for: its rows' parents, what its guards ask for,
     * and what those need in turn.
     */
    private Set<String> needed() {
        Optional<UseCase> busiest =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.schedule() == null
                                        && u.effects().stream().anyMatch(Effect::writes))
                        .max(Comparator.comparing(this::rate).thenComparing(UseCase::id));
        Optional<UseCase> core =
                Journey.core(design)
                        .filter(u ->
                                busiest.isEmpty()
                                        || rate(u).multiply(SELDOM).compareTo(rate(busiest.get()))
                                                > 0)
                        .or(() -> busiest);
        Set<String> found = new TreeSet<>();
        List<UseCase> open = new ArrayList<>(core.stream().toList());
        while (!open.isEmpty()) {
            UseCase next = open.removeLast();
            if (!found.add(next.id())) {
                continue;
            }
            Set<String> asked = new TreeSet<>(next.reads());
            makes(next).forEach(e -> asked.addAll(design.entity(e).parents()));
            next.effects().stream()
                    .filter(e -> !(e instanceof Effect.Call))
                    .map(Effect::entity)
                    .forEach(asked::add);
            design.all(Rule.OnlyWhen.class).stream()
                    .filter(r -> r.useCase().equals(next.name()) && !r.negated())
                    .map(Rule.OnlyWhen::entity)
                    .forEach(asked::add);
            makes(next).forEach(asked::remove);
            for (UseCase other : design.all(UseCase.class)) {
                if (makes(other).stream().anyMatch(asked::contains)) {
                    open.add(other);
                }
            }
        }
        return found;
    }

    /** Whether it gives somebody rows that are theirs to work on. */
    private boolean assigns(UseCase useCase) {
        return useCase.effects().stream()
                .anyMatch(e ->
                        e instanceof Effect.Update u
                                && design.find(Entity.class, Entity.id(u.entity())).stream()
                                        .flatMap(x -> x.maybe().stream())
                                        .anyMatch(p ->
                                                u.fields().stream()
                                                        .map(Names::slug)
                                                        .anyMatch(Names.slug(p)::equals)));
    }

    /** Whether somebody has to look it up before they can do what people come for. */
    private boolean chosenFrom(UseCase list) {
        return list.kindOrThrow() == UseCase.Kind.LIST
                && !list.mine()
                && !list.reads().isEmpty()
                && !makers.containsKey(list.reads().getFirst())
                && design.all(UseCase.class).stream()
                        .filter(u -> toward.contains(u.id()))
                        .filter(u -> java.util.Objects.equals(u.actor(), list.actor()))
                        .flatMap(u -> makes(u).stream())
                        .anyMatch(
                                e -> design.entity(e).parents().contains(list.reads().getFirst()));
    }

    private int rank(UseCase useCase) {
        if (useCase.origin().step().equals("retention")) {
            return 5; // nothing is due for a long time
        }
        if (assigns(useCase)) {
            return 1;
        }
        if (chosenFrom(useCase)) {
            return 0;
        }
        return switch (useCase.kindOrThrow()) {
            case SEARCH, READ -> useCase.reads().stream().anyMatch(makers::containsKey) ? 1 : 0;
            case CREATE, COMMAND, STREAM -> 1;
            // What nobody makes here can be shown, and is of little use, before anything is done
            // with it.
            case LIST ->
                    useCase.reads().stream()
                                    .anyMatch(e -> makers.containsKey(e) || readiness.posted(e))
                            ? 1
                            : 2;
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

    static List<String> makes(UseCase useCase) {
        return useCase.effects().stream()
                .filter(e -> e instanceof Effect.Insert)
                .map(Effect::entity)
                .toList();
    }

    /** The way back of a move: open what was closed. */
    private Optional<UseCase> back(UseCase first, List<UseCase> waiting) {
        return first.effects().stream()
                .filter(Effect.Transition.class::isInstance)
                .map(Effect.Transition.class::cast)
                .flatMap(t ->
                        waiting.stream()
                                .filter(u ->
                                        u.effects().stream()
                                                .anyMatch(e ->
                                                        e instanceof Effect.Transition o
                                                                && o.entity().equals(t.entity())
                                                                && o.from().contains(t.to())
                                                                && t.from().contains(o.to()))))
                .findFirst();
    }

    /** What shows the same actor the rows it makes: before, nobody sees that it works. */
    private Optional<UseCase> shown(
            List<UseCase> together, List<UseCase> waiting, Set<String> done) {
        UseCase first = together.getFirst();
        Set<String> there = new TreeSet<>(done);
        together.forEach(u -> {
            there.addAll(makes(u));
            there.add(u.id());
        });
        return together.size() > 2
                ? Optional.empty()
                : waiting.stream()
                        .filter(u -> u.kindOrThrow() == UseCase.Kind.LIST)
                        .filter(u ->
                                passesBy(u) || java.util.Objects.equals(u.actor(), first.actor()))
                        .filter(u ->
                                !u.reads().isEmpty() && makes(first).contains(u.reads().getFirst()))
                        .filter(u -> readiness.ready(u, there))
                        .min(Comparator.comparing(u -> !passesBy(u)));
    }

    private boolean passesBy(UseCase useCase) {
        return useCase.actor() != null
                && design.find(Actor.class, Actor.id(useCase.actor()))
                        .filter(a -> a.passesBy(design))
                        .isPresent();
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

    /** A use case that ends what this one begins: neither is of use without the other. */
    private Optional<UseCase> closing(UseCase first, List<UseCase> waiting, Set<String> done) {
        Set<UseCase> ends =
                makes(first).stream()
                        .flatMap(e -> movers.getOrDefault(e, List.of()).stream())
                        .collect(Collectors.toSet());
        return waiting.stream()
                .filter(ends::contains)
                .filter(u -> readiness.begun(u, done))
                .filter(u -> rate(u).multiply(java.math.BigDecimal.TEN).compareTo(rate(first)) >= 0)
                .filter(u -> !looksFirst(u, first))
                .findFirst();
    }

    /** Whether whoever ends it finds it in a list of their own, and not by having begun it. */
    private boolean looksFirst(UseCase ends, UseCase begins) {
        return !java.util.Objects.equals(ends.actor(), begins.actor())
                && design.all(UseCase.class).stream()
                        .filter(u -> java.util.Objects.equals(u.actor(), ends.actor()))
                        .filter(u -> u.kindOrThrow() == UseCase.Kind.LIST)
                        .anyMatch(u ->
                                !u.reads().isEmpty()
                                        && makes(begins).contains(u.reads().getFirst()));
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
                                        mine.addAll(SqlWalk.touched(statement.sql()));
                                        enforced.addAll(SqlWalk.guards(statement.sql()));
                                    }));
        }
        useCases.stream()
                .flatMap(u -> Stream.concat(makes(u).stream(), u.reads().stream()))
                .map(Names::snake)
                .filter(t ->
                        design.find(
                                        org.groundplan.model.Table.class,
                                        org.groundplan.model.Table.id(t))
                                .isPresent())
                .forEach(mine::add);
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
                                ? "First, because it needs no other slice and leads to what people come for."
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

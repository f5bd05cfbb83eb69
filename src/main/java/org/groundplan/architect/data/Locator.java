package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;

/**
 * How a writing use case finds the rows it is about: by the filters of the brief, by the caller, or
 * by id.
 */
final class Locator {
    private final Design design;
    private final UseCase useCase;
    private final Paths paths;
    private final StatementStep.Script script;
    private final Map<String, List<Predicate>> on = new LinkedHashMap<>();
    private final Set<String> lookedUp = new LinkedHashSet<>();
    private String target = "";
    private boolean inserting;
    private boolean byTargetId;

    Locator(Design design, UseCase useCase, Paths paths, StatementStep.Script script) {
        this.design = design;
        this.useCase = useCase;
        this.paths = paths;
        this.script = script;
    }

    void locate(String entityName, boolean inserts) {
        target = entityName;
        inserting = inserts;
        Entity entity = design.entity(entityName);
        if (inserts) {
            entity.parents().stream()
                    .filter(p -> !entity.maybe().contains(p) || p.equals(useCase.actor()))
                    .forEach(p -> on.put(p, new ArrayList<>()));
        } else {
            on.put(entityName, new ArrayList<>());
        }
        useCase.by().forEach(this::filter);
        if (inserts) {
            List.copyOf(on.keySet()).forEach(this::identify);
        } else {
            own(entityName);
            if (useCase.by().isEmpty()) {
                byTargetId = true;
                if (!self() || predicates(entityName).isEmpty()) {
                    predicates(entityName)
                            .addFirst(
                                    Paths.equal(
                                            Paths.column(entityName, "id"), requested(entityName)));
                }
            }
        }
    }

    /** The id of the row it is about: the caller's own, or one of the request. */
    private Scalar requested(String entity) {
        return self()
                ? Access.caller()
                : Paths.param(Names.snake(entity) + "_id", FieldType.UUID, entity, "id");
    }

    private boolean self() {
        return Effects.self(design, useCase, target);
    }

    private void identify(String parent) {
        if (!predicates(parent).isEmpty()) {
            return;
        }
        boolean self = parent.equals(useCase.actor());
        Optional<Tenancy> tenant =
                Tenancy.of(design).filter(t -> t.tenant().equals(parent) && !t.across(useCase));
        if (tenant.isPresent()) {
            predicates(parent).add(Paths.equal(Paths.column(parent, "id"), tenant.get().caller()));
            return;
        }
        predicates(parent)
                .add(
                        Paths.equal(
                                Paths.column(parent, "id"),
                                self
                                        ? Access.caller()
                                        : Paths.param(
                                                Names.snake(parent) + "_id",
                                                FieldType.UUID,
                                                parent,
                                                "id")));
        if (!self) {
            lookedUp.add(parent);
            own(parent);
        }
    }

    private void own(String entityName) {
        String actor = useCase.actor();
        if (actor != null) {
            Access access = new Access(design);
            access.of(actor, entityName)
                    .forEach(limit -> predicates(entityName).add(limit.predicate()));
            access.mine(useCase, entityName).ifPresent(p -> predicates(entityName).add(p));
        }
    }

    private void filter(String name) {
        List<Paths.Path> readings = paths.readings(target, name);
        if (readings.size() != 1 || readings.getFirst().entities().size() > 2) {
            script.unresolved(
                    name,
                    "Name a field of "
                            + target
                            + " or of what it belongs to: "
                            + String.join(", ", design.entity(target).parents())
                            + ".");
            return;
        }
        Paths.Path path = readings.getFirst();
        if (path.column().equals("id") && path.owner().equals(target)) {
            byTargetId = true;
        }
        if (!path.owner().equals(target)) {
            lookedUp.add(path.owner());
        }
        predicates(path.owner())
                .add(
                        Paths.equal(
                                Paths.column(path.owner(), path.column()),
                                Paths.param(
                                        ReadStatements.parameterName(path),
                                        path.type(),
                                        path.owner(),
                                        path.column())));
    }

    private List<Predicate> predicates(String entity) {
        return on.computeIfAbsent(entity, _ -> new ArrayList<>());
    }

    /** Whether an entity's row is found for the statement: an optional parent may be left out. */
    boolean takesPart(String entity) {
        return on.containsKey(entity);
    }

    /** The id of the row it is about: from the request, or looked up by what identifies it. */
    Scalar targetId() {
        if (byTargetId && useCase.by().isEmpty()) {
            return requested(target);
        }
        List<Sql.Join> joins =
                on.keySet().stream()
                        .filter(e -> !e.equals(target))
                        .map(e ->
                                new Sql.Join(
                                        Paths.source(e), List.of(Paths.refers(target, e)), false))
                        .toList();
        List<Predicate> where = new ArrayList<>();
        on.values().forEach(where::addAll);
        return new Scalar.One(
                new Sql.Select(
                        List.of(new Sql.Output("id", Paths.column(target, "id"))),
                        Paths.source(target),
                        joins,
                        where,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    boolean byTargetId() {
        return byTargetId;
    }

    /**
     * Entities that the request names by something other than the caller, and that may not exist.
     */
    List<String> lookedUp() {
        return List.copyOf(lookedUp);
    }

    /** Everything that identifies the rows, with joins to the target where it exists already. */
    List<Predicate> predicates() {
        List<Predicate> all = new ArrayList<>();
        on.forEach((entity, predicates) -> {
            if (!inserting && !entity.equals(target)) {
                all.add(Paths.refers(target, entity));
            }
            all.addAll(predicates);
        });
        return all;
    }

    List<Predicate> predicatesOf(String entity) {
        List<Predicate> own = on.get(entity);
        if (own != null && !own.isEmpty()) {
            return own;
        }
        return List.of(
                new Predicate.Exists(
                        new Sql.Select(
                                List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                                Paths.source(target),
                                List.of(),
                                java.util.stream.Stream.concat(
                                                java.util.stream.Stream.of(
                                                        Paths.refers(target, entity)),
                                                predicates().stream())
                                        .toList(),
                                List.of(),
                                List.of(),
                                null,
                                null)));
    }

    /** Tables beside the target that take part. */
    List<Sql.Source> sources() {
        return on.keySet().stream()
                .filter(e -> inserting || !e.equals(target))
                .map(Paths::source)
                .toList();
    }

    /** Selects the row of an entity by what identifies it, and holds it. */
    Sql.Select lock(String entity, Sql.Lock.Mode mode) {
        Sql.Lock lock = new Sql.Lock(Names.snake(entity), mode);
        boolean key = !inserting && design.entity(target).parents().contains(entity);
        if (entity.equals(useCase.actor()) && !on.containsKey(entity) && !key) {
            return new Sql.Select(
                    id(entity),
                    Paths.source(entity),
                    List.of(),
                    List.of(Paths.equal(Paths.column(entity, "id"), Access.caller())),
                    List.of(),
                    List.of(),
                    null,
                    lock);
        }
        List<Predicate> own = on.get(entity);
        boolean direct =
                own != null
                        && !own.isEmpty()
                        && (inserting
                                || on.getOrDefault(target, List.of()).isEmpty()
                                || entity.equals(target));
        if (direct) {
            return new Sql.Select(
                    id(entity),
                    Paths.source(entity),
                    List.of(),
                    own == null ? List.of() : own,
                    List.of(),
                    List.of(),
                    null,
                    lock);
        }
        String start =
                inserting
                        ? on.keySet().stream()
                                .filter(e -> !design.up(e, entity).isEmpty())
                                .findFirst()
                                .orElse(entity)
                        : target;
        List<String> way = design.up(start, entity);
        List<Sql.Join> joins = new ArrayList<>();
        for (int i = 1; i < way.size(); i++) {
            joins.add(
                    new Sql.Join(
                            Paths.source(way.get(i)),
                            List.of(Paths.refers(way.get(i - 1), way.get(i))),
                            false));
        }
        on.keySet().stream()
                .filter(e -> !inserting && !e.equals(target) && !way.contains(e))
                .forEach(e ->
                        joins.add(
                                new Sql.Join(
                                        Paths.source(e), List.of(Paths.refers(target, e)), false)));
        List<Predicate> where = new ArrayList<>(on.getOrDefault(start, List.of()));
        on.forEach((e, p) -> {
            if (!inserting && !e.equals(start)) {
                where.addAll(p);
            }
        });
        return new Sql.Select(
                id(entity), Paths.source(start), joins, where, List.of(), List.of(), null, lock);
    }

    /** What is missing when the lock finds no row. */
    String missing(String entity) {
        boolean direct = lookedUp.contains(entity);
        return script.notFound(
                direct || on.isEmpty() || entity.equals(useCase.actor())
                        ? entity
                        : inserting ? on.keySet().iterator().next() : target);
    }

    private static List<Sql.Output> id(String entity) {
        return List.of(new Sql.Output("id", Paths.column(entity, "id")));
    }

    /** Whether a row of one participating entity exists, by its own predicates. */
    Predicate exists(String entity) {
        return new Predicate.Exists(
                new Sql.Select(
                        List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                        Paths.source(entity),
                        List.of(),
                        on.getOrDefault(entity, List.of()),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    /** Whether a target row exists that meets all of the predicates. */
    Predicate existsTarget(String entity, List<Predicate> predicates) {
        List<Sql.Join> joins =
                on.keySet().stream()
                        .filter(e -> !e.equals(entity))
                        .map(e ->
                                new Sql.Join(
                                        Paths.source(e), List.of(Paths.refers(entity, e)), false))
                        .toList();
        List<Predicate> where =
                predicates.stream()
                        .filter(p -> joins.stream().noneMatch(j -> j.on().contains(p)))
                        .toList();
        return new Predicate.Exists(
                new Sql.Select(
                        List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                        Paths.source(entity),
                        joins,
                        where,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    /** Whether the rows that an insert looks up meet one more predicate. */
    Predicate existsLookedUp(Predicate more) {
        List<Sql.Source> sources = sources();
        if (sources.isEmpty()) {
            return more;
        }
        List<Sql.Join> joins =
                sources.stream().skip(1).map(s -> new Sql.Join(s, List.of(), false)).toList();
        List<Predicate> where = new ArrayList<>(predicates());
        where.add(more);
        return new Predicate.Exists(
                new Sql.Select(
                        List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                        sources.getFirst(),
                        joins,
                        where,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }
}

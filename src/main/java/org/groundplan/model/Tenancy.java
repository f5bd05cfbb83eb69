package org.groundplan.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Sql.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Whose data is kept apart from whose: an entity (the tenant), everything that belongs to one of
 * its rows for certain, and who looks across.
 */
public final class Tenancy {
    /** What a statement is called that says, first of all, which tenant a transaction is for. */
    public static final String STATEMENT = "statement:tenant";

    /** The same where the tenant is only just being made. */
    public static final String STATEMENT_NEW = "statement:tenant-new";

    private final Design design;
    private final AccessRule.Isolated rule;
    private final Set<String> scope;
    private final Set<String> tables;

    private Tenancy(Design design, AccessRule.Isolated rule, Set<String> scope) {
        this.design = design;
        this.rule = rule;
        this.scope = scope;
        this.tables = new LinkedHashSet<>();
        scope.forEach(e -> tables.add(Names.snake(e)));
    }

    /** Empty when nobody asked for it; of several rules the first counts. */
    public static Optional<Tenancy> of(Design design) {
        return design.memo(Held.class, d -> new Held(find(d).orElse(null))).tenancy();
    }

    private record Held(@Nullable Tenancy held) {
        Optional<Tenancy> tenancy() {
            return Optional.ofNullable(held);
        }
    }

    private static Optional<Tenancy> find(Design design) {
        return design.all(AccessRule.Isolated.class).stream()
                .filter(r -> design.find(Entity.class, Entity.id(r.entity())).isPresent())
                .findFirst()
                .map(r -> new Tenancy(design, r, scope(design, r.entity())));
    }

    /** The tenant, and what refers to something in scope by a reference that is never missing. */
    private static Set<String> scope(Design design, String tenant) {
        Set<String> scope = new LinkedHashSet<>(Set.of(tenant));
        boolean more = true;
        while (more) {
            more = false;
            for (Entity entity : design.all(Entity.class)) {
                boolean leads =
                        entity.parents().stream()
                                .anyMatch(p -> scope.contains(p) && !entity.maybe().contains(p));
                more |= leads && scope.add(entity.name());
            }
        }
        return scope;
    }

    /** Whether another rule asks for nothing but what keeping tenants apart gives already. */
    public boolean saysToo(AccessRule other) {
        return switch (other) {
            case AccessRule.SharedOnly s -> s.same().equals(tenant());
            case AccessRule.Isolated i -> i.entity().equals(tenant()) && !i.id().equals(rule.id());
            case AccessRule.OwnOnly _ -> false;
        };
    }

    public AccessRule.Isolated rule() {
        return rule;
    }

    /** Name of the entity. */
    public String tenant() {
        return rule.entity();
    }

    public String table() {
        return Names.snake(tenant());
    }

    /** Whether each row of an entity is one tenant's; the tenant's own row is. */
    public boolean covers(String entity) {
        return scope.contains(entity);
    }

    public boolean coversTable(String name) {
        return tables.contains(name);
    }

    /** The column that every covered table but the tenant's own has. */
    public String column() {
        return Names.limit(table() + "_id");
    }

    /** The column of a covered table that names the tenant. */
    public String columnOf(String tableName) {
        return tableName.equals(table()) ? "id" : column();
    }

    /** The function of the database that says which tenant a transaction is for. */
    public String function() {
        return Names.limit("current_" + column());
    }

    /** The setting behind it, which ends with the transaction. */
    public String setting() {
        return "app." + column();
    }

    /** Whether references of a tenant's tables point at a table, which then needs that key. */
    public boolean referred(String tableName) {
        return design.all(Table.class).stream()
                .flatMap(t -> t.foreignKeys().stream())
                .anyMatch(k -> k.shared() != null && k.references().equals(tableName));
    }

    /** The key over tenant and id that references to a table point at. */
    public String keyOf(String tableName) {
        return Names.limit(tableName + "_" + column() + "_id_key");
    }

    /** The role of those who look across tenants. */
    public String jobs() {
        return Names.limit(Names.snake(design.name()) + "_jobs");
    }

    /** The tenant of the caller. */
    public Scalar caller() {
        return new Scalar.Param(Names.limit("caller_" + column()), FieldType.UUID, "$tenant.id");
    }

    /** Whether a use case looks at several tenants: work of the clock, and those who may. */
    public boolean across(UseCase useCase) {
        return useCase.job() || excepted(useCase.actor());
    }

    /** Whoever one of the rules about this tenant excepts. */
    private boolean excepted(@Nullable String actor) {
        return actor != null
                && design.all(AccessRule.Isolated.class).stream()
                        .anyMatch(r -> r.entity().equals(tenant()) && r.except().contains(actor));
    }

    /** Names of the use cases that look across tenants at what belongs to one. */
    public List<String> lookers() {
        return design.all(Statement.class).stream()
                .filter(s -> !s.useCase().isEmpty())
                .filter(s -> across(design.useCase(s.useCase())))
                .filter(s -> SqlWalk.touched(s.sql()).stream().anyMatch(this::coversTable))
                .map(s -> design.useCase(s.useCase()).name())
                .distinct()
                .toList();
    }

    /** Whether the caller is a machine that serves all tenants and has to name the one meant. */
    public boolean named(UseCase useCase) {
        String actor = useCase.actor();
        return actor != null
                && !excepted(actor)
                && design.find(Actor.class, Actor.id(actor))
                        .map(a -> a.kind() == Actor.Kind.SYSTEM)
                        .orElse(design.find(Integration.id(actor)).isPresent())
                && design.find(Entity.class, Entity.id(actor)).isEmpty();
    }
}

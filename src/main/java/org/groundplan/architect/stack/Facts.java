package org.groundplan.architect.stack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.model.Team;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * The facts that decisions look at; changing one and choosing again finds where an answer flips.
 *
 * @param peak requests per second at the busiest
 * @param bytes at the horizon
 * @param budget euros a month, negative when nobody said
 * @param engineers people who build, operations included
 * @param searched rows behind a search by words (of the largest tenant, where tenants are kept
 *     apart), 0 when there is none
 * @param notices messages on a day that the clock sends
 * @param accounts people who sign in
 */
record Facts(
        double peak,
        double bytes,
        double budget,
        double engineers,
        double searched,
        double notices,
        double accounts,
        Words names,
        List<String> knows,
        List<String> uses) {

    /** Words of this brief that reasons are made of. */
    record Words(
            String system,
            String crossing,
            String guarded,
            String busiest,
            String search,
            String within,
            String people,
            String notifying,
            int modules,
            int tables,
            int queries) {}

    static Facts of(Design design) {
        double peak = value(design, "quantity:system.rate-peak", 0);
        double searched =
                design.all(Table.class).stream()
                        .filter(t -> t.column("search").isPresent())
                        .mapToDouble(t ->
                                value(design, "quantity:" + Names.slug(t.entity()) + ".rows", 0)
                                        / share(design, t))
                        .sum();
        double engineers =
                design.all(Team.class).stream()
                        .mapToDouble(t ->
                                value(
                                                design,
                                                "quantity:team."
                                                        + Names.slug(t.name())
                                                        + ".engineers",
                                                1)
                                        + value(
                                                design,
                                                "quantity:team."
                                                        + Names.slug(t.name())
                                                        + ".operations",
                                                0))
                        .sum();
        return new Facts(
                peak,
                value(design, "quantity:system.bytes", 0),
                value(design, "quantity:budget", -1),
                design.all(Team.class).isEmpty() ? 1 : engineers,
                searched,
                notices(design),
                people(design).map(q -> q.value().doubleValue()).orElse(0.0),
                names(design),
                design.all(Team.class).stream()
                        .flatMap(t -> t.knows().stream())
                        .map(k -> k.toLowerCase(Locale.ROOT))
                        .toList(),
                design.all(Constraint.class).stream()
                        .filter(c -> c.name().equals("uses"))
                        .flatMap(c -> c.values().stream())
                        .map(v -> v.toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** How many parts of it a search never looks at: the largest tenant has ten times its share. */
    private static double share(Design design, Table table) {
        return Tenancy.of(design)
                .filter(t -> t.coversTable(table.name()))
                .map(t ->
                        Math.max(
                                1,
                                value(design, "quantity:" + Names.slug(t.tenant()) + ".rows", 10)
                                        / 10))
                .orElse(1.0);
    }

    private static double value(Design design, String id, double otherwise) {
        return design.findQuantity(id).map(q -> q.value().doubleValue()).orElse(otherwise);
    }

    private static java.util.Optional<Quantity> people(Design design) {
        return design.all(Quantity.class).stream()
                .filter(q -> q.id().startsWith("quantity:actor.") && q.id().endsWith(".count"))
                .max(java.util.Comparator.comparing(Quantity::value));
    }

    /** Messages a day: one for each change that is told of, or for one in twenty that is open. */
    private static double notices(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u -> u.kind() == UseCase.Kind.NOTIFY)
                .mapToDouble(u -> {
                    if (u.followsOn()) {
                        return value(design, "quantity:" + u.slug() + ".rate", 0) * 86_400;
                    }
                    return u.reads().isEmpty()
                            ? 0
                            : value(
                                            design,
                                            "quantity:"
                                                    + Names.slug(u.reads().getFirst())
                                                    + ".open",
                                            100)
                                    / 20;
                })
                .sum();
    }

    private static Words names(Design design) {
        List<UseCase> all = design.all(UseCase.class);
        String busiest =
                all.stream()
                        .max(
                                java.util.Comparator.comparing((UseCase u) ->
                                                design.findQuantity(
                                                                "quantity:"
                                                                        + u.slug()
                                                                        + ".rate-peak")
                                                        .map(Quantity::value)
                                                        .orElse(BigDecimal.ZERO))
                                        .thenComparing(UseCase::id))
                        .map(UseCase::name)
                        .orElse("");
        String crossing =
                design.all(Rule.OnlyWhen.class).stream()
                        .findFirst()
                        .map(r -> "“" + r.text() + "”")
                        .or(() -> held(design))
                        .orElse("each use case");
        String guarded =
                design.all(Rule.AtMost.class).stream()
                        .map(r -> "“" + r.text() + "”")
                        .findFirst()
                        .or(() -> held(design))
                        .orElse("the foreign keys");
        String search =
                all.stream()
                        .filter(u -> u.kind() == UseCase.Kind.SEARCH)
                        .map(UseCase::name)
                        .findFirst()
                        .orElse("");
        String notify =
                all.stream()
                        .filter(u -> u.kind() == UseCase.Kind.NOTIFY)
                        .map(UseCase::name)
                        .findFirst()
                        .orElse("");
        String people =
                people(design)
                        .map(q ->
                                Numbers.plain(q.value())
                                        + " "
                                        + Names.plural(
                                                q.id().substring(
                                                                "quantity:actor.".length(),
                                                                q.id().length() - ".count".length())
                                                        .replace('-', ' ')))
                        .orElse("the people who sign in");
        int queries = (int) all.stream().filter(u -> u.kindOrThrow().onlyReads()).count();
        return new Words(
                design.name(),
                crossing,
                guarded,
                busiest,
                search,
                Tenancy.of(design)
                        .map(t ->
                                " of the largest "
                                        + Names.words(t.tenant())
                                        + " (ten times its share, assumed)")
                        .orElse(""),
                people,
                notify,
                Math.max(1, design.all(org.groundplan.model.Module.class).size()),
                design.all(Entity.class).size(),
                queries);
    }

    /** A rule that something in the store holds. */
    private static Optional<String> held(Design design) {
        return design.all(Rule.class).stream()
                .filter(r -> !Mechanisms.of(design, r).isEmpty())
                .map(r -> "“" + r.text() + "”")
                .findFirst();
    }

    Facts withPeak(double value) {
        return new Facts(
                value, bytes, budget, engineers, searched, notices, accounts, names, knows, uses);
    }

    Facts withBudget(double value) {
        return new Facts(
                peak, bytes, value, engineers, searched, notices, accounts, names, knows, uses);
    }

    Facts withEngineers(double value) {
        return new Facts(
                peak, bytes, budget, value, searched, notices, accounts, names, knows, uses);
    }

    Facts withSearched(double value) {
        return new Facts(
                peak, bytes, budget, engineers, value, notices, accounts, names, knows, uses);
    }

    Facts withNotices(double value) {
        return new Facts(
                peak, bytes, budget, engineers, searched, value, accounts, names, knows, uses);
    }

    Facts withBytes(double value) {
        return new Facts(
                peak, value, budget, engineers, searched, notices, accounts, names, knows, uses);
    }

    boolean overBudget(double euro) {
        return budget >= 0 && euro > budget;
    }

    static String euro(double value) {
        return Numbers.plain(BigDecimal.valueOf(value)) + " EUR";
    }

    static String rate(double perSecond) {
        return Numbers.print(BigDecimal.valueOf(perSecond), Unit.PER_SECOND);
    }

    /** What the smallest set of machines for one instance of everything costs. */
    static double machine(Catalog catalog) {
        return catalog.price("virtual machine, 2 vCPU, 4 GB").eur().doubleValue();
    }
}

package org.groundplan.architect.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.stack.Identity;
import org.groundplan.architect.stack.Offers;
import org.groundplan.architect.stack.Targets;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Constraint;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/** The bill: what is rented and bought in a month, at list prices. */
public final class CostStep {
    /** Gigabytes that come with the smallest managed database (assumed). */
    private static final long INCLUDED = 10;

    private final Catalog catalog;
    private Design design;

    private CostStep(Design design, Catalog catalog) {
        this.design = design;
        this.catalog = catalog;
    }

    public static Design apply(Design design, Catalog catalog) {
        CostStep step = new CostStep(design, catalog);
        step.cost();
        return step.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private String target() {
        return design.find(Decision.class, "decision:deployment-target")
                .map(Decision::chosen)
                .orElse("");
    }

    private List<String> runsOn() {
        return design.all(Constraint.class).stream()
                .filter(c -> c.name().equals("runsOn"))
                .flatMap(c -> c.values().stream())
                .map(v -> v.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Half cores that a container is rented by. */
    private static final int HALVES = 4;

    private void cost() {
        List<Expr> parts = new ArrayList<>();
        Store store = design.get(Store.class, "store:main");
        String target = target();
        Offers offers = Offers.of(runsOn());
        int instances = design.all(Service.class).stream().mapToInt(Service::instances).sum();
        if (Targets.managedCluster(target)) {
            price("control-plane", offers.plane(), 1, parts);
        }
        if (Targets.containers(target)) {
            price("containers", offers.container(), (long) HALVES * instances, parts);
        } else if (!Offers.ownMachines(runsOn()) && !Targets.asleep(target)) {
            price(
                    "machine",
                    offers.machine(),
                    Math.max(Targets.managedCluster(target) ? 2 : 1, instances),
                    parts);
        }
        if (Targets.asleep(target)) {
            price("database", "managed PostgreSQL, developer plan", 1, parts);
        } else if (store.rented()) {
            long cores = design.quantity("quantity:k.database-cores").value().longValue();
            price(
                    "database",
                    offers.databaseFor((double) cores),
                    Targets.twice(target) ? 2 * cores : cores,
                    parts);
            long gigabytes = times("quantity:system.bytes", 1e9);
            if (gigabytes > INCLUDED) {
                price("database-storage", "managed database storage, 1 GB", gigabytes, parts);
            }
        }
        if (!design.all(Integration.class).stream()
                .filter(i -> i.purpose().matches("(?i)e-?mail"))
                .toList()
                .isEmpty()) {
            mail(parts);
        }
        if ((store.dumped() || !store.rented()) && !Offers.ownMachines(runsOn())) {
            // Every dump that is kept, uncompressed; a base backup a week, two of them.
            int copies = store.dumped() ? ServiceStep.DUMP_DAYS : 2;
            price(
                    "backup",
                    "object storage, 1 TB",
                    Math.max(1, times("quantity:system.bytes", 1e12 / copies)),
                    parts);
        }
        identity(parts);
        if (design.findQuantity("quantity:system.files").isPresent()) {
            price(
                    "files",
                    "object storage, 1 TB",
                    Math.max(1, times("quantity:system.files", 1e12)),
                    parts);
        }
        if (parts.isEmpty()) {
            parts.add(Expr.constant("0 EUR", 0, Unit.EURO_PER_MONTH));
        }
        add(
                Quantity.of(
                        "quantity:system.cost",
                        "system",
                        "cost",
                        "month",
                        Expr.plus(parts),
                        Origin.derived(
                                "services",
                                "What is rented and bought, at list prices without tax.",
                                List.of("decision:deployment-target"))));
        design.findQuantity("quantity:budget")
                .ifPresent(budget ->
                        add(
                                Quantity.of(
                                        "quantity:system.budget-left",
                                        "system",
                                        "cost",
                                        "month",
                                        new Expr.Difference(
                                                Expr.ref(budget),
                                                Expr.ref(design.quantity("quantity:system.cost"))),
                                        Origin.derived(
                                                "services",
                                                "What is left of the budget.",
                                                List.of()))));
    }

    /** Accounts beyond those that come free, if all of them came in a month. */
    private void identity(List<Expr> parts) {
        boolean bought =
                design.find(Decision.class, "decision:identity")
                        .filter(d -> d.chosen().equals(Identity.BOUGHT))
                        .isPresent();
        long accounts =
                design.all(Quantity.class).stream()
                        .filter(q ->
                                q.id().startsWith("quantity:actor.") && q.id().endsWith(".count"))
                        .mapToLong(q -> q.value().longValue())
                        .max()
                        .orElse(0);
        boolean keycloak =
                design.find(Decision.class, "decision:identity")
                        .filter(d -> d.chosen().equals(Identity.KEYCLOAK))
                        .isPresent();
        if (keycloak && !Offers.ownMachines(runsOn())) {
            price("sign-in", Offers.of(runsOn()).machine(), 2, parts);
        }
        if (bought && accounts > Offers.FREE_ACCOUNTS) {
            price(
                    "sign-in",
                    "managed sign-in, 1 active account",
                    accounts - Offers.FREE_ACCOUNTS,
                    parts);
        }
    }

    private long times(String quantity, double unit) {
        return (long)
                Math.ceil(
                        design.findQuantity(quantity).map(q -> q.value().doubleValue()).orElse(0.0)
                                / unit);
    }

    /** Where each row is told of once at the most: its records, spread over the time they cover. */
    private Optional<Expr> once(UseCase useCase) {
        String about = useCase.reads().getFirst();
        return design.all(Rule.AtMost.class).stream()
                .filter(r -> r.limit() == 1 && r.per().equals(List.of(about)))
                .filter(r -> useCase.writes().contains(r.entity()))
                .flatMap(r ->
                        design
                                .findQuantity("quantity:" + Names.slug(r.entity()) + ".rows")
                                .stream())
                .flatMap(rows ->
                        design.findQuantity("quantity:" + Names.slug(about) + ".keep").stream()
                                .map(keep ->
                                        Expr.over(
                                                Expr.times(
                                                        Expr.ref(rows),
                                                        Expr.constant(
                                                                "30 days",
                                                                30L * 86_400,
                                                                Unit.SECOND)),
                                                Expr.ref(keep))))
                .findFirst();
    }

    /** Messages a month × the price of one. */
    private void mail(List<Expr> parts) {
        List<Expr> monthly = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            Quantity open =
                    useCase.kind() == UseCase.Kind.NOTIFY && !useCase.reads().isEmpty()
                            ? design.findQuantity(
                                            "quantity:"
                                                    + Names.slug(useCase.reads().getFirst())
                                                    + ".open")
                                    .orElse(null)
                            : null;
            Optional<Expr> once = open == null ? Optional.empty() : once(useCase);
            if (once.isPresent()) {
                monthly.add(once.get());
                continue;
            }
            if (open != null) {
                Quantity messages =
                        Quantity.of(
                                "quantity:" + useCase.slug() + ".messages",
                                useCase.id(),
                                "count",
                                "month",
                                Expr.times(
                                        Expr.ref(open),
                                        new Expr.Const("5 %", new BigDecimal("0.05"), Unit.ONE),
                                        Expr.constant("30", 30, Unit.ONE)),
                                Origin.assumed(
                                        "services",
                                        "One in twenty that is open is late at any time (assumed), told every night.",
                                        List.of(useCase.id())));
                add(messages);
                monthly.add(Expr.ref(messages));
            }
        }
        for (UseCase useCase : design.all(UseCase.class)) {
            boolean mails =
                    useCase.followsOn()
                            && useCase.effects().stream()
                                    .anyMatch(e ->
                                            e instanceof Effect.Call c
                                                    && design.find(
                                                                    Integration.class,
                                                                    Integration.id(c.entity()))
                                                            .filter(i ->
                                                                    i.purpose()
                                                                            .matches("(?i)e-?mail"))
                                                            .isPresent());
            if (mails) {
                monthly.add(
                        Expr.times(
                                Expr.ref(design.quantity("quantity:" + useCase.slug() + ".rate")),
                                Expr.constant("30 days", 30L * 86_400, Unit.SECOND)));
            }
        }
        Catalog.Price price = catalog.price("transactional e-mail, 1,000 messages");
        Expr thousand =
                new Expr.Const(
                        price.shown() + " per 1,000",
                        price.eur().movePointLeft(3),
                        Unit.EURO_PER_MONTH);
        Quantity cost =
                Quantity.of(
                        "quantity:price.mail",
                        "system",
                        "cost",
                        "month",
                        Expr.times(
                                monthly.isEmpty()
                                        ? Expr.constant("1,000", 1000, Unit.ONE)
                                        : Expr.plus(monthly),
                                thousand),
                        Origin.derived(
                                "catalogue",
                                "Messages × "
                                        + price.shown()
                                        + " per 1,000. "
                                        + price.source()
                                        + ", "
                                        + price.date()
                                        + ".",
                                List.of()));
        add(cost);
        parts.add(Expr.ref(cost));
    }

    /** As many times as it is rented; that larger ones cost in proportion is assumed. */
    private void price(String what, String name, long times, List<Expr> parts) {
        Catalog.Price price = catalog.price(name);
        Expr one = new Expr.Const(price.shown(), price.eur(), Unit.EURO_PER_MONTH);
        Expr all =
                times == 1
                        ? one
                        : Expr.times(Expr.constant(String.valueOf(times), times, Unit.ONE), one);
        String shown = (times == 1 ? "" : times + " × ") + price.shown();
        Quantity quantity =
                Quantity.of(
                        "quantity:price." + what,
                        "system",
                        "cost",
                        "month",
                        all,
                        Origin.derived(
                                "catalogue",
                                Names.sentence(name)
                                        + ": "
                                        + shown
                                        + ". "
                                        + price.source()
                                        + ", "
                                        + price.date()
                                        + ".",
                                List.of()));
        add(quantity);
        parts.add(Expr.ref(quantity));
    }
}

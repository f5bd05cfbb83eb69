package org.groundplan.architect.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Component;
import org.groundplan.model.Connection;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Integration;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * What runs: one service with its modules, one store, what is bought, who talks to whom, and the
 * bill.
 */
public final class ServiceStep {
    private final Catalog catalog;
    private Design design;

    private ServiceStep(Design design, Catalog catalog) {
        this.design = design;
        this.catalog = catalog;
    }

    public static Design apply(Design design, Catalog catalog) {
        ServiceStep step = new ServiceStep(design, catalog);
        step.service();
        step.cost();
        return step.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private String chosen(String decision) {
        return design.find(Decision.class, "decision:" + Names.slug(decision))
                .map(Decision::chosen)
                .orElse("");
    }

    /** Gigabytes above which a nightly dump takes too long: 8 h at 20 MB/s (assumed). */
    private static final long LARGE_DUMP = 576;

    /** Gigabytes that come with the smallest managed database (assumed). */
    private static final long INCLUDED = 10;

    private boolean managed() {
        return chosen("deployment target").contains("managed PostgreSQL");
    }

    private void service() {
        String id = "service:" + Names.slug(design.name());
        List<Module> modules = design.all(Module.class);
        List<Integration> outside = design.all(Integration.class);
        List<String> needs = new ArrayList<>(List.of("store:main"));
        outside.forEach(i -> needs.add(i.id()));
        String why =
                design.find(Decision.class, "decision:architecture-style")
                        .map(Decision::why)
                        .orElse("One deployable is enough.");
        List<Service.Failure> failures = new ArrayList<>();
        String writes =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream().anyMatch(e -> e.writes())
                                        && u.schedule() == null)
                        .map(u -> "“" + u.name() + "”")
                        .findFirst()
                        .orElse("every write");
        failures.add(
                new Service.Failure(
                        "store:main",
                        "2 s to connect, 5 s a statement, 60 s a report",
                        "once, for serialisation failures and deadlocks only (40001, 40P01)",
                        "none",
                        writes
                                + " answers 503 with Retry-After; nothing is written in part, because each use case is one transaction",
                        "readiness fails; a check from outside is to be rented"));
        outside.forEach(integration -> integration(id, integration, failures));
        add(
                new Service(
                        id,
                        design.name(),
                        modules.stream().map(Module::id).toList(),
                        "all "
                                + design.all(UseCase.class).size()
                                + " use cases, as "
                                + modules.size()
                                + (modules.size() == 1 ? " module" : " modules")
                                + " in one process: "
                                + modules.stream()
                                        .map(Module::name)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        instances("1x"),
                        instances("10x"),
                        needs,
                        failures,
                        Origin.derived(
                                "services",
                                why,
                                List.of("decision:architecture-style", "capacity:10x"))));
        String store = chosen("primary store").isEmpty() ? "PostgreSQL" : chosen("primary store");
        String version =
                catalog.technologies().containsKey(store)
                        ? catalog.technology(store).version()
                        : "";
        add(
                new Store(
                        "store:main",
                        "main",
                        store,
                        version,
                        design.all(Entity.class).stream().map(Entity::name).toList(),
                        managed() && times("quantity:system.bytes", 1e9) > LARGE_DUMP
                                ? "point-in-time recovery by the provider, with copies in a second region; a nightly dump of this size would not end before the next, so there is none; restored once a quarter"
                                : managed()
                                        ? "point-in-time recovery by the provider, plus a nightly logical dump to object storage with another provider, kept 30 days; restored once a quarter"
                                        : "nightly base backup and continuous archiving of the log to object storage, kept 30 days; restored once a quarter",
                        Origin.derived(
                                "services",
                                "One store: the rules relate what would otherwise be apart.",
                                List.of("decision:primary-store"))));
        add(
                new Connection(
                        "connection:service-store",
                        id,
                        "store:main",
                        "PostgreSQL, TLS",
                        "sync",
                        "one transaction for each use case",
                        "by row locks",
                        "all reads and writes",
                        Origin.derived(
                                "services",
                                "Every use case is one transaction.",
                                List.of("store:main"))));
        add(
                new Component(
                        "component:edge",
                        "edge",
                        "ends TLS, renews certificates",
                        "Caddy",
                        Origin.derived(
                                "services",
                                "The machine faces the internet.",
                                List.of("decision:deployment-target"))));
        add(
                new Component(
                        "component:metrics",
                        "metrics",
                        "collects metrics of one process and evaluates the alerts of section 7",
                        "Prometheus",
                        Origin.derived(
                                "services",
                                "An alert nobody evaluates is no alert.",
                                List.of("decision:deployment-target"))));
    }

    /** Another system: who calls it, with which guarantee, and what happens when it is away. */
    private void integration(
            String service, Integration integration, List<Service.Failure> failures) {
        List<UseCase> callers =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e ->
                                                e instanceof Effect.Call c
                                                        && c.entity().equals(integration.name())))
                        .toList();
        List<UseCase> relayed = callers.stream().filter(UseCase::followsOn).toList();
        List<UseCase> recorded = callers.stream().filter(u -> !u.followsOn()).toList();
        if (!relayed.isEmpty()) {
            call(
                    service,
                    integration,
                    "",
                    relayed,
                    "at least once, each time with the id of its message, by which the receiver has to know a repeat");
            failures.add(
                    new Service.Failure(
                            integration.id(),
                            "10 s",
                            "each message until it is taken, with pauses that grow to a minute",
                            "after 5 failures in a row the run ends",
                            late(relayed)
                                    + "; messages wait in the outbox, and what caused them has succeeded",
                            "age of the oldest message in the outbox"));
        }
        if (!recorded.isEmpty()) {
            call(
                    service,
                    integration,
                    relayed.isEmpty() ? "" : "-recorded",
                    recorded,
                    "at most once for each record: it is committed before the call, so nothing goes out twice, and what fails or crashes in between is not sent again");
            failures.add(
                    new Service.Failure(
                            integration.id(),
                            "10 s",
                            "none: a record that is there counts as told",
                            "after 5 failures in a row the run ends",
                            late(recorded)
                                    + "; what had its record already is lost, and nothing else waits for it",
                            "failed calls in the metrics; an alert when no run ended well"));
        }
        if (callers.isEmpty()) {
            call(service, integration, "", callers, "");
        }
    }

    private static String names(List<UseCase> useCases) {
        return useCases.stream().map(u -> "“" + u.name() + "”").collect(Collectors.joining(", "));
    }

    private static String late(List<UseCase> useCases) {
        return names(useCases) + (useCases.size() == 1 ? " runs late" : " run late");
    }

    private void call(
            String service,
            Integration integration,
            String suffix,
            List<UseCase> callers,
            String delivery) {
        add(
                new Connection(
                        "connection:service-" + Names.slug(integration.name()) + suffix,
                        service,
                        integration.id(),
                        integration.protocol().isEmpty()
                                ? "HTTPS"
                                : integration.protocol().toUpperCase(Locale.ROOT),
                        "async",
                        delivery,
                        "none needed",
                        names(callers),
                        Origin.derived(
                                "services", "Named in the brief.", List.of(integration.id()))));
    }

    private void cost() {
        List<Expr> parts = new ArrayList<>();
        boolean cluster = chosen("deployment target").contains("Kubernetes");
        if (cluster) {
            price("control-plane", "managed Kubernetes control plane", 1, parts);
        }
        price(
                "machine",
                "virtual machine, 2 vCPU, 4 GB",
                Math.max(cluster ? 2 : 1, instances("1x")),
                parts);
        if (managed() || cluster) {
            price(
                    "database",
                    "managed PostgreSQL, 1 vCPU, 1 GB",
                    design.quantity("quantity:k.database-cores").value().longValue(),
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
        price(
                "backup",
                "object storage, 1 TB",
                Math.max(1, times("quantity:system.bytes", 1e12)),
                parts);
        if (design.findQuantity("quantity:system.files").isPresent()) {
            price(
                    "files",
                    "object storage, 1 TB",
                    Math.max(1, times("quantity:system.files", 1e12)),
                    parts);
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

    /** Machines of two cores, at a load of 1x or 10x. */
    private int instances(String load) {
        java.math.BigDecimal machines =
                design.quantity("quantity:k.cores").value().divide(BigDecimal.TWO);
        if (load.equals("1x")) {
            return machines.intValue();
        }
        java.math.BigDecimal busy =
                design.quantity("quantity:application.utilisation-" + load)
                        .value()
                        .multiply(machines);
        return Math.max(
                1,
                busy.divide(
                                design.quantity("quantity:k.utilisation").value(),
                                java.math.MathContext.DECIMAL64)
                        .setScale(0, java.math.RoundingMode.CEILING)
                        .intValue());
    }
}
